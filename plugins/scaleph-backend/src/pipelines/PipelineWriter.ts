import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import {
  DocumentProblem,
  Pipeline,
  pipelineDataSources,
  PipelineDocument,
  PipelineVersion,
  sameMeaning,
} from '@scaleph/backstage-plugin-scaleph-common';
import { Knex } from 'knex';
import { versionDigests } from '../artifacts/versionDigests';
import { Transaction } from '../database/Transaction';
import { actorOf, Caller } from '../http/Caller';
import { assertMatches, IfMatch, staleError } from '../http/etag';
import { canonicalJson } from '../http/canonicalJson';
import { Idempotency } from '../http/Idempotency';
import { RunDirectory } from '../runs/RunDirectory';
import { assertInUse } from './assertInUse';
import { DocumentChecker } from './DocumentChecker';
import { assertOfPortal } from '../origins/assertOfPortal';
import {
  digestsOf,
  PipelineRow,
  PipelineVersionRow,
  toDocument,
  toPipeline,
  toVersionSummary,
} from './pipelineRows';
import { Draft, PipelineStore } from './PipelineStore';
import { errorsOf, problemsError } from './readDocument';

/** Overwriting knowingly (`If-Match: *`) tries again when someone comes in between. */
const OVERWRITE_ATTEMPTS = 5;

/**
 * The writes of the pipelines room. Everything that needs other rooms happens
 * before the transaction; inside, the revision tells whether it still holds.
 *
 * @internal
 */
export class PipelineWriter {
  constructor(
    private readonly options: {
      knex: Knex;
      store: PipelineStore;
      checker: DocumentChecker;
      runs: Pick<RunDirectory, 'hasActive'>;
      idempotency: Idempotency;
    },
  ) {}

  async create(
    document: PipelineDocument,
    options: { publish?: boolean; message?: string },
    caller: Caller,
  ): Promise<{ pipeline: Pipeline; replayed: boolean }> {
    const { checker, idempotency, store } = this.options;
    const { name } = document.metadata;
    const problems = await checker.check(document);
    const errors = errorsOf(problems);
    const actor = actorOf(caller.credentials);
    const draft: Draft = {
      document,
      problemCount: errors.length,
      dataSources: pipelineDataSources(document),
      hasUnpublishedChanges: true,
      actor,
    };
    const { result, replayed } = await idempotency.run(
      { caller, operation: 'createPipeline', body: { document, ...options } },
      async tx => {
        // Not before: a repetition gets the first result, whatever is the case now.
        if (options.publish && errors.length) {
          throw problemsError('Publishing is refused', problems);
        }
        const row = await store.insert(tx, draft);
        if (!options.publish) return toPipeline(row, problems);
        const { message } = options;
        const { dataSources } = draft;
        await store.publish(tx, row, { message, dataSources, actor });
        return toPipeline(await this.find(name, tx), problems);
      },
    );
    return { pipeline: result, replayed };
  }

  async update(
    name: string,
    document: PipelineDocument,
    ifMatch: IfMatch,
    caller: Caller,
  ): Promise<{ row: PipelineRow; problems: DocumentProblem[] }> {
    if (document.metadata.name !== name) {
      throw new InputError(
        `Pipeline "${name}" cannot be renamed to "${document.metadata.name}": the name is its identity; create another pipeline instead`,
      );
    }
    const problems = await this.options.checker.check(document);
    const problemCount = errorsOf(problems).length;
    const actor = actorOf(caller.credentials);
    const changed = await this.changeRow(name, ifMatch, async (tx, row) => {
      assertInUse(row);
      assertOfPortal(row);
      const published = await this.newestVersion(tx, row);
      const used = published ? pipelineDataSources(published) : [];
      return this.options.store.replaceDraft(tx, row, {
        document,
        problemCount,
        dataSources: union(pipelineDataSources(document), used),
        hasUnpublishedChanges: !published || !sameMeaning(document, published),
        actor,
      });
    });
    return { row: changed, problems };
  }

  /** `changed` is false for a pipeline that is retired already. */
  async retire(
    name: string,
    input: { message?: string },
    ifMatch: IfMatch,
    caller: Caller,
  ): Promise<{ row: PipelineRow; changed: boolean }> {
    const { runs, store } = this.options;
    const actor = actorOf(caller.credentials);
    return this.changeRow(name, ifMatch, async (tx, row) => {
      if (row.retired_at) return { row, changed: false };
      const retired = await store.retire(tx, row, { ...input, actor });
      if (!retired) return undefined;
      // After the write, which waits for a run that is being created.
      if (await runs.hasActive(name, tx)) {
        throw new ConflictError(
          `${nameOf(
            name,
          )} has a run that has not ended: stop it, then retire the pipeline`,
        );
      }
      return { row: retired, changed: true };
    });
  }

  /** `changed` is false for a pipeline that is in use. */
  async bringBack(
    name: string,
    ifMatch: IfMatch,
    caller: Caller,
  ): Promise<{ row: PipelineRow; changed: boolean }> {
    const { store } = this.options;
    const actor = actorOf(caller.credentials);
    return this.changeRow(name, ifMatch, async (tx, row) => {
      if (!row.retired_at) return { row, changed: false };
      const changed = await store.bringBack(tx, row, actor);
      return changed && { row: changed, changed: true };
    });
  }

  async delete(name: string, ifMatch: IfMatch): Promise<void> {
    const { runs, store } = this.options;
    await this.changeRow(name, ifMatch, async (tx, row) => {
      if (!(await store.delete(tx, row))) return undefined;
      // After the delete, which waits for a run that is being created.
      if (await runs.hasActive(name, tx)) {
        throw new ConflictError(
          `Pipeline "${name}" has a run that has not ended: stop it, then delete the pipeline`,
        );
      }
      return row;
    });
  }

  async publish(
    name: string,
    input: { message?: string },
    ifMatch: IfMatch,
    caller: Caller,
  ): Promise<{
    version: PipelineVersion;
    created: boolean;
    replayed: boolean;
  }> {
    const { checker, idempotency, store } = this.options;
    const actor = actorOf(caller.credentials);
    const row = await this.find(name);
    const draft = toDocument(row);
    const problems = await checker.check(draft);
    const { result, replayed } = await idempotency.run(
      { caller, operation: `publishPipeline ${name}`, body: input },
      async tx => {
        const now = await this.find(name, tx);
        assertMatches(nameOf(name), now, ifMatch);
        if (now.id !== row.id || now.revision !== row.revision) {
          throw staleError(nameOf(name));
        }
        assertInUse(now);
        assertOfPortal(now);
        const newest = await this.newestVersionRow(tx, now);
        const isNewest =
          newest &&
          sameMeaning(draft, toDocument(newest)) &&
          (await hasSameUploads(tx, newest));
        if (isNewest) {
          return { version: toVersion(name, newest), created: false };
        }
        if (errorsOf(problems).length) {
          throw problemsError('Publishing is refused', problems);
        }
        const published = await store.publish(tx, now, {
          message: input.message,
          dataSources: pipelineDataSources(draft),
          actor,
        });
        if (!published) throw staleError(nameOf(name));
        return { version: toVersion(name, published), created: true };
      },
    );
    return { ...result, replayed };
  }

  /** Runs `change` on the row that If-Match names; `change` answers undefined when the row changed meanwhile. */
  private async changeRow<T>(
    name: string,
    ifMatch: IfMatch,
    change: (tx: Transaction, row: PipelineRow) => Promise<T | undefined>,
  ): Promise<T> {
    const attempts = ifMatch === 'any' ? OVERWRITE_ATTEMPTS : 1;
    for (let attempt = 0; attempt < attempts; attempt++) {
      const result = await this.options.knex.transaction(async tx => {
        const row = await this.find(name, tx);
        assertMatches(nameOf(name), row, ifMatch);
        return change(tx, row);
      });
      if (result !== undefined) return result;
    }
    throw staleError(nameOf(name));
  }

  private async find(name: string, tx?: Transaction): Promise<PipelineRow> {
    const row = await this.options.store.find(name, tx);
    if (!row) throw new NotFoundError(`${nameOf(name)} does not exist`);
    return row;
  }

  private async newestVersion(tx: Transaction, row: PipelineRow) {
    const version = await this.newestVersionRow(tx, row);
    return version && toDocument(version);
  }

  private async newestVersionRow(tx: Transaction, row: PipelineRow) {
    return row.published_version === null
      ? undefined
      : this.options.store.findVersion(row.id, row.published_version, tx);
  }
}

function nameOf(name: string): string {
  return `Pipeline "${name}"`;
}

function toVersion(name: string, row: PipelineVersionRow): PipelineVersion {
  return { ...toVersionSummary(name, row), document: toDocument(row) };
}

/** A jar may have been replaced since, under its name. */
async function hasSameUploads(
  tx: Transaction,
  newest: PipelineVersionRow,
): Promise<boolean> {
  const { digests } = digestsOf(newest);
  if (!digests) return true;
  const now = await versionDigests(tx, toDocument(newest));
  return canonicalJson(now) === canonicalJson(digests);
}

function union(a: string[], b: string[]): string[] {
  return [...new Set([...a, ...b])].sort();
}
