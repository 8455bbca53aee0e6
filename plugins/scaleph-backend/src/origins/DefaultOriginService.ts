import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import {
  artifactUploads,
  dataSourceEntityRef,
  DocumentProblem,
  editPipelineText,
  OriginReading,
  OriginState,
  Pipeline,
  pipelineDataSources,
  PipelineDocument,
  PipelinePatch,
} from '@scaleph/backstage-plugin-scaleph-common';
import { Knex } from 'knex';
import { DocumentReader } from '../documents/DocumentReader';
import { ChangePublisher } from '../events/ChangePublisher';
import { actorOf, Caller } from '../http/Caller';
import { assertMatches, IfMatch, staleError } from '../http/etag';
import { DocumentChecker } from '../pipelines/DocumentChecker';
import { PipelineRow, toDocument, toPipeline } from '../pipelines/pipelineRows';
import { DocumentInput } from '../pipelines/PipelineService';
import { PipelineStore } from '../pipelines/PipelineStore';
import { readDocument } from '../pipelines/readDocument';
import { MovedOrigin, movedTo } from './originPlace';
import { movedOf, OriginColumns } from './originRows';
import { OriginService } from './OriginService';
import { OriginStore, Refusal } from './OriginStore';
import { OriginWriter } from './OriginWriter';
import { toPatch } from './toPatch';

/** The rules of the origins room; knows no permissions. @internal */
export class DefaultOriginService implements OriginService {
  constructor(
    private readonly options: {
      knex: Knex;
      store: PipelineStore;
      origins: OriginStore;
      writer: OriginWriter;
      checker: DocumentChecker;
      documents: DocumentReader;
      publisher: ChangePublisher;
    },
  ) {}

  async sync(reading: OriginReading, caller: Caller): Promise<OriginState> {
    if ((reading.yaml === undefined) === (reading.error === undefined)) {
      throw new InputError('Give either "yaml" or "error"');
    }
    const { origins, checker, writer, publisher } = this.options;
    const known = await origins.pipelineOf(reading.entityRef);
    const moved = known && movedTo(reading, known);
    if (moved) {
      return this.refuse(known, { message: strangeness(known, moved), moved });
    }
    const { yaml: text } = reading;
    if (text === undefined) {
      return this.refuse(known, { message: reading.error! });
    }
    const parsed = await this.options.documents.parse(text);
    const { document } = parsed;
    if (!document) {
      const [first] = parsed.problems;
      return this.refuse(known, {
        message: `The file is not a pipeline: ${first.message}`,
        problems: parsed.problems,
      });
    }
    const message = await this.whyNot(reading, known, document);
    if (message) return this.refuse(known, { message });
    const problems = [
      ...parsed.problems,
      ...(await checker.check(document)),
      ...uploadProblems(document),
    ];
    const { name } = document.metadata;
    const { changed, version } = await writer.write(
      reading,
      { document, problems, text },
      actorOf(caller.credentials),
    );
    if (changed) await publisher.entityChanged('pipeline', name, 'upsert');
    return { ...stateOf(name, document, problems), version };
  }

  async accept(name: string, url: string): Promise<Pipeline> {
    const { origins, checker, publisher } = this.options;
    const { id, origin_moved: column, origin_entity } = await this.find(name);
    const moved = column ? movedOf(column) : undefined;
    if (
      !column ||
      moved?.url !== url ||
      !(await origins.move(id, column, moved))
    ) {
      throw new ConflictError(
        `Pipeline "${name}": ${
          origin_entity ?? 'its entity'
        } does not wait for "${url}" to be accepted: look at the pipeline again`,
      );
    }
    await publisher.entityChanged('pipeline', name, 'upsert');
    const row = await this.find(name);
    return toPipeline(row, await checker.check(toDocument(row)));
  }

  async detach(
    name: string,
    ifMatch: IfMatch,
    caller: Caller,
  ): Promise<Pipeline> {
    const { knex, store, origins, checker, publisher } = this.options;
    await knex.transaction(async tx => {
      const row = await store.find(name, tx);
      if (!row) throw notFound(name);
      assertMatches(`Pipeline "${name}"`, row, ifMatch);
      if (!row.origin_url) {
        throw new NotFoundError(
          `Pipeline "${name}" does not come from a repository`,
        );
      }
      const changed = await store.replaceDraft(tx, row, {
        document: toDocument(row),
        problemCount: row.problem_count,
        dataSources: JSON.parse(row.data_sources) as string[],
        hasUnpublishedChanges: Boolean(row.has_unpublished_changes),
        actor: actorOf(caller.credentials),
      });
      if (!changed) throw staleError(`Pipeline "${name}"`);
      await origins.remove(tx, row.id);
    });
    await publisher.entityChanged('pipeline', name, 'upsert');
    const row = await this.find(name);
    return toPipeline(row, await checker.check(toDocument(row)));
  }

  async patch(name: string, input: DocumentInput): Promise<PipelinePatch> {
    const row = await this.find(name);
    const origin = await this.options.origins.find(row.id);
    if (!origin) {
      throw new ConflictError(
        `Pipeline "${name}" does not come from a repository: save it instead`,
      );
    }
    const document = await readDocument(input, this.options.documents);
    if (document.metadata.name !== name) {
      throw new InputError(
        `Pipeline "${name}" cannot be renamed to "${document.metadata.name}": the name is its identity`,
      );
    }
    const text = origin.origin_text;
    // What somebody wrote as text stays as they wrote it.
    const yaml = input.yaml ?? editPipelineText(text, document);
    const path = origin.origin_path ?? 'pipeline.yaml';
    return {
      path,
      patch: toPatch(path, text, yaml),
      yaml,
      ...(origin.origin_commit && { commit: origin.origin_commit }),
    };
  }

  /** Why a reading cannot be taken. */
  private async whyNot(
    { entityRef }: OriginReading,
    known: { name: string } | undefined,
    document: PipelineDocument,
  ): Promise<string | undefined> {
    const { name } = document.metadata;
    if (known && known.name !== name) {
      return `The pipeline was called "${known.name}" and is now called "${name}": the name is its identity. Name it as before, or detach "${known.name}" first`;
    }
    if (known) return undefined;
    const row = await this.options.store.find(name);
    if (!row) return undefined;
    return row.origin_entity
      ? `Pipeline "${name}" comes from ${row.origin_url} already, by ${row.origin_entity}: choose another name than that of ${entityRef}`
      : `Pipeline "${name}" exists in the portal already: choose another name, or delete it there`;
  }

  private async refuse(
    known: { id: string; name: string } | undefined,
    refusal: Refusal,
  ): Promise<OriginState> {
    const { origins, publisher } = this.options;
    const { message, problems = [] } = refusal;
    if (!known) return { dataSources: [], problems, message };
    const before = await origins.find(known.id);
    await origins.refused(known.id, refusal);
    if (before?.origin_error !== message) {
      await publisher.entityChanged('pipeline', known.name, 'upsert');
    }
    const row = await this.find(known.name);
    return {
      ...stateOf(known.name, toDocument(row), problems),
      version: row.published_version ?? undefined,
      message,
    };
  }

  private async find(name: string): Promise<PipelineRow> {
    const row = await this.options.store.find(name);
    if (!row) throw notFound(name);
    return row;
  }
}

function strangeness(
  { name, origin_url: known }: { name: string } & OriginColumns,
  { url }: MovedOrigin,
): string {
  return `Pipeline "${name}" comes from ${known}, and its entity names ${url} in another repository now: nothing of it is taken until somebody who may change the pipeline accepts that (PUT /pipelines/${name}/origin), or detaches the pipeline`;
}

function stateOf(
  name: string,
  document: PipelineDocument,
  problems: DocumentProblem[],
): OriginState {
  const dataSources = pipelineDataSources(document).map(dataSourceEntityRef);
  return { pipeline: name, dataSources, problems };
}

/** Whoever publishes a pipeline must be allowed to read its jars; a repository is nobody who could be asked. */
function uploadProblems(document: PipelineDocument): DocumentProblem[] {
  return artifactUploads(document).map(jar => ({
    severity: 'error',
    code: 'upload-from-repository',
    pointer: '/spec',
    message: `Pipeline "${document.metadata.name}": it comes from a repository and cannot use the uploaded jar "${jar}"`,
    fix: 'Name the jar by its URL or its Maven coordinates.',
  }));
}

function notFound(name: string): NotFoundError {
  return new NotFoundError(`Pipeline "${name}" does not exist`);
}
