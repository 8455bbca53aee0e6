import { ConflictError } from '@backstage/errors';
import {
  DocumentProblem,
  pipelineDataSources,
  PipelineDocument,
  sameMeaning,
} from '@scaleph/backstage-plugin-scaleph-common';
import { Knex } from 'knex';
import { Transaction } from '../database/Transaction';
import { staleError } from '../http/etag';
import { PipelineRow, toDocument } from '../pipelines/pipelineRows';
import { Draft, PipelineStore } from '../pipelines/PipelineStore';
import { errorsOf } from '../pipelines/readDocument';
import { movedTo } from './originPlace';
import { OriginPlace, OriginStore } from './OriginStore';

/** A run that is recorded meanwhile, or another back end with the same reading, makes it try again. */
const ATTEMPTS = 5;

/** Somebody wrote the pipeline in between. */
class ChangedMeanwhile extends Error {}

/** A document that was read, and what is wrong with it. @internal */
export interface ReadDocument {
  document: PipelineDocument;
  problems: DocumentProblem[];
  text: string;
}

/** Stores what was read: draft, version and origin in one transaction. @internal */
export class OriginWriter {
  constructor(
    private readonly options: {
      knex: Knex;
      store: PipelineStore;
      origins: OriginStore;
    },
  ) {}

  /** Answers whether anything changed, and the newest version. */
  async write(
    place: OriginPlace,
    read: ReadDocument,
    actor: string,
  ): Promise<{ changed: boolean; version?: number }> {
    const { name } = read.document.metadata;
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      try {
        return await this.options.knex.transaction(tx =>
          this.attempt(tx, place, read, actor),
        );
      } catch (error) {
        if (!(error instanceof ChangedMeanwhile)) throw error;
      }
    }
    throw staleError(`Pipeline "${name}"`);
  }

  /** Throws ChangedMeanwhile, so that nothing is stored. */
  private async attempt(
    tx: Transaction,
    place: OriginPlace,
    { document, problems, text }: ReadDocument,
    actor: string,
  ): Promise<{ changed: boolean; version?: number }> {
    const { store, origins } = this.options;
    const errors = errorsOf(problems);
    const { name } = document.metadata;
    const found = await store.find(name, tx);
    // Whose it is was asked before: somebody may have made one of that name since.
    if (found && found.origin_entity !== place.entityRef) {
      throw new ConflictError(
        `Pipeline "${name}" came to be while ${place.entityRef} was read, and is not of it`,
      );
    }
    if (found && movedTo({ ...place, yaml: text }, found)) {
      throw new ConflictError(
        `Pipeline "${name}" came to be of ${found.origin_url} while ${place.url} was read`,
      );
    }
    const newest = found && (await this.newestVersion(tx, found));
    const isNew = !newest || !sameMeaning(document, newest);
    const draft = toDraft({ document, newest, isNew, errors, actor });
    let row = found;
    if (!row) row = await store.insert(tx, draft);
    else if (!sameText(toDocument(row), document)) {
      row = await store.replaceDraft(tx, row, draft);
      if (!row) throw new ChangedMeanwhile();
    }
    let version = row.published_version ?? undefined;
    if (isNew && !errors.length && !row.retired_at) {
      const published = await store.publish(tx, row, {
        message: place.commit ? `Commit ${place.commit}` : undefined,
        dataSources: draft.dataSources,
        actor,
      });
      if (!published) throw new ChangedMeanwhile();
      version = published.version;
    }
    await origins.taken(tx, row.id, place, {
      text,
      problems: errors,
      version: errors.length ? undefined : version,
    });
    const changed =
      row !== found || version !== (found.published_version ?? undefined);
    return { changed, version };
  }

  private async newestVersion(tx: Transaction, row: PipelineRow) {
    if (row.published_version === null) return undefined;
    const version = await this.options.store.findVersion(
      row.id,
      row.published_version,
      tx,
    );
    return version && toDocument(version);
  }
}

function toDraft(options: {
  document: PipelineDocument;
  newest?: PipelineDocument;
  isNew: boolean;
  errors: DocumentProblem[];
  actor: string;
}): Draft {
  const { document, newest, isNew, errors, actor } = options;
  const used = newest && isNew ? pipelineDataSources(newest) : [];
  const dataSources = errors.length
    ? [...new Set([...pipelineDataSources(document), ...used])].sort()
    : pipelineDataSources(document);
  return {
    document,
    problemCount: errors.length,
    dataSources,
    hasUnpublishedChanges: isNew,
    actor,
  };
}

/** Layout and metadata count as well: the portal shows them. */
function sameText(a: PipelineDocument, b: PipelineDocument): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
