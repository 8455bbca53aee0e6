import { ConflictError, NotFoundError } from '@backstage/errors';
import { Knex } from 'knex';
import { Transaction } from '../database/Transaction';
import { assertInUse } from './assertInUse';
import { PipelineDirectory, RunnableVersion } from './PipelineDirectory';
import { digestsOf, PipelineRow, toDocument } from './pipelineRows';
import { PipelineStore } from './PipelineStore';

/** @internal */
export class DatabasePipelineDirectory implements PipelineDirectory {
  constructor(
    private readonly knex: Knex,
    private readonly store: Pick<PipelineStore, 'find' | 'findVersion'>,
  ) {}

  async owners(names: string[]) {
    const rows = await this.knex<PipelineRow>('pipelines')
      .select('name', 'owner')
      .whereIn('name', names);
    const owners = new Map(rows.map(row => [row.name, row.owner]));
    return names.map(name => {
      const owner = owners.get(name);
      return owner === undefined ? undefined : { owner };
    });
  }

  async getVersionForRun(
    name: string,
    version?: number,
  ): Promise<RunnableVersion> {
    const row = await this.store.find(name);
    if (!row) throw new NotFoundError(`Pipeline "${name}" does not exist`);
    assertInUse(row);
    const wanted = version ?? row.published_version;
    if (wanted === null) {
      throw new ConflictError(
        `Pipeline "${name}" has no published version: publish its draft, then run it`,
      );
    }
    const found = await this.store.findVersion(row.id, wanted);
    if (!found) {
      throw new NotFoundError(
        `Pipeline "${name}" has no version ${wanted}; the newest is ${
          row.published_version ?? 'not published yet'
        }`,
      );
    }
    return {
      pipeline: row.name,
      version: found.version,
      publishedAt: found.created_at,
      ...digestsOf(found),
      owner: row.owner,
      document: toDocument(found),
    };
  }

  async recordRun(tx: Transaction, name: string, runId: string): Promise<void> {
    const changed = await tx<PipelineRow>('pipelines')
      .where('name', name)
      .update({ last_run_id: runId });
    const row = changed ? await this.store.find(name, tx) : undefined;
    if (!row) throw new NotFoundError(`Pipeline "${name}" does not exist`);
    // With the row locked: it is retired before this run, or not while it lives.
    assertInUse(row);
  }
}
