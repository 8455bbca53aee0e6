import {
  LogLevel,
  RunEvent,
  RunLogLine,
  RunOperation,
  RunState,
} from '@scaleph/backstage-plugin-scaleph-common';
import { NotFoundError } from '@backstage/errors';
import { Knex } from 'knex';
import { Queryable } from '../database/Transaction';
import { claimRuns } from './operations/claimRuns';
import { createRun } from './operations/createRun';
import { databaseClock } from './operations/databaseClock';
import { deleteEndedRuns } from './operations/deleteEndedRuns';
import { findJobOwners } from './operations/findJobOwners';
import { listRunEvents } from './operations/listRunEvents';
import { listRunLogs } from './operations/listRunLogs';
import { listRuns } from './operations/listRuns';
import { recordDeployment } from './operations/recordDeployment';
import { updateRun } from './operations/updateRun';
import { JobOwner } from './RunDirectory';
import {
  NewRun,
  RunOrigin,
  RunSubmission,
  StoredOperation,
  SupervisedRun,
} from './RunRecord';
import {
  DETAIL_COLUMNS,
  RunDetailRow,
  RunOperationRow,
  RunSummaryRow,
  StoredRun,
  StoredRunSummary,
  SUMMARY_COLUMNS,
  SUPERVISED_COLUMNS,
  SupervisedRunRow,
  toRun,
  toRunOperation,
  toRunSummary,
  toSupervisedRun,
} from './runRows';
import { ClaimOptions, RunQuery, RunStore, RunWrite } from './RunStore';

/** RunStore over SQLite or PostgreSQL. @internal */
export class DatabaseRunStore implements RunStore {
  constructor(private readonly knex: Knex) {}

  create(run: NewRun, tx: Queryable): Promise<void> {
    return createRun(tx, run);
  }

  async get(id: string): Promise<StoredRun | undefined> {
    const row = await this.knex('runs')
      .select<RunDetailRow[]>(DETAIL_COLUMNS)
      .where({ id })
      .first();
    return row && toRun(row);
  }

  async getSupervised(id: string): Promise<SupervisedRun | undefined> {
    const row = await this.knex('runs')
      .select<SupervisedRunRow[]>(SUPERVISED_COLUMNS)
      .where({ id })
      .first();
    return row && toSupervisedRun(row);
  }

  async getSubmission(id: string): Promise<RunSubmission> {
    const row = await this.knex('runs')
      .select<{ plan: string; document: string }[]>('plan', 'document')
      .where({ id })
      .first();
    if (!row) throw new NotFoundError(`Run "${id}" does not exist`);
    return { plan: JSON.parse(row.plan), document: JSON.parse(row.document) };
  }

  async getOrigin(id: string): Promise<RunOrigin> {
    const row = await this.knex('runs')
      .select<{ parameters: string; settings: string | null }[]>(
        'parameters',
        'settings',
      )
      .where({ id })
      .first();
    if (!row) throw new NotFoundError(`Run "${id}" does not exist`);
    return {
      parameters: JSON.parse(row.parameters),
      settings: row.settings === null ? undefined : JSON.parse(row.settings),
    };
  }

  list(
    query: RunQuery,
  ): Promise<{ items: StoredRunSummary[]; totalItems: number }> {
    return listRuns(this.knex, query);
  }

  async summaries(ids: string[]): Promise<Map<string, StoredRunSummary>> {
    if (ids.length === 0) return new Map();
    const rows = await this.knex('runs')
      .select<RunSummaryRow[]>(SUMMARY_COLUMNS)
      .whereIn('id', ids);
    return new Map(rows.map(row => [row.id, toRunSummary(row)]));
  }

  async hasActive(
    pipeline: string,
    db: Queryable = this.knex,
  ): Promise<boolean> {
    const row = await db('runs')
      .select('id')
      .where({ pipeline, active: true })
      .first();
    return row !== undefined;
  }

  runsByJob(target: string, jobIds: string[]): Promise<Map<string, JobOwner>> {
    return findJobOwners(this.knex, target, jobIds);
  }

  activeOnTarget(target: string, db: Queryable = this.knex): Promise<string[]> {
    return db('runs')
      .where({ target, active: true })
      .orderBy('created_at')
      .pluck('id');
  }

  events(
    id: string,
    options: { after?: number; limit: number },
  ): Promise<RunEvent[]> {
    return listRunEvents(this.knex, id, options);
  }

  logs(
    id: string,
    options: { after?: number; node?: string; level?: LogLevel; limit: number },
  ): Promise<RunLogLine[]> {
    return listRunLogs(this.knex, id, options);
  }

  update(
    run: SupervisedRun,
    write: RunWrite,
    tx?: Queryable,
  ): Promise<SupervisedRun> {
    return tx
      ? updateRun(tx, run, write)
      : this.knex.transaction(own => updateRun(own, run, write));
  }

  noteSubmit(run: SupervisedRun, jobId: string | undefined): Promise<void> {
    return recordDeployment(this.knex, run, jobId);
  }

  async lastSubmit(run: SupervisedRun): Promise<string | undefined> {
    const row: { created_at: string } | undefined = await this.knex(
      'run_deployments',
    )
      .select('created_at')
      .where({ run_id: run.id, deployment: run.deployment })
      .first();
    return row?.created_at;
  }

  async operation(id: string): Promise<StoredOperation | undefined> {
    const row = await this.knex('run_operations')
      .select<RunOperationRow[]>()
      .where({ id })
      .first();
    return (
      row && {
        ...toRunOperation(row),
        ...(row.parallelism !== null && { parallelism: row.parallelism }),
      }
    );
  }

  async operations(id: string, limit: number): Promise<RunOperation[]> {
    const rows = await this.knex('run_operations')
      .select<RunOperationRow[]>()
      .where('run_id', id)
      .orderBy([
        { column: 'created_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(limit);
    return rows.map(toRunOperation);
  }

  claim(options: ClaimOptions): Promise<string[]> {
    return claimRuns(this.knex, options);
  }

  renew(instance: string, leaseMs: number): Promise<number> {
    return this.knex('runs')
      .where({ supervised: true, lease_owner: instance })
      .update({
        lease_until: this.knex.raw(`${databaseClock(this.knex)} + ?`, [
          leaseMs,
        ]),
      });
  }

  async release(instance: string): Promise<void> {
    await this.knex('runs')
      .where({ supervised: true, lease_owner: instance })
      .update({ lease_owner: null, lease_until: null });
  }

  async listDue(instance: string): Promise<SupervisedRun[]> {
    const now = databaseClock(this.knex);
    const rows = await this.knex('runs')
      .select<SupervisedRunRow[]>(SUPERVISED_COLUMNS)
      .where({ supervised: true, lease_owner: instance })
      .andWhereRaw(`lease_until > ${now}`)
      .andWhereRaw(`next_attempt_at <= ${now}`)
      .orderBy('created_at');
    return rows.map(toSupervisedRun);
  }

  async countActive(instance: string): Promise<number> {
    const [{ total }] = await this.knex('runs')
      .where({ supervised: true, lease_owner: instance, active: true })
      .count<{ total: number }[]>({ total: '*' });
    return Number(total);
  }

  async countByState(): Promise<Partial<Record<RunState, number>>> {
    const rows = await this.knex('runs')
      .select('state')
      .groupBy('state')
      .count<{ state: RunState; total: number }[]>({ total: '*' });
    return Object.fromEntries(
      rows.map(({ state, total }) => [state, Number(total)]),
    );
  }

  deleteEndedBefore(time: string, limit: number): Promise<number> {
    return deleteEndedRuns(this.knex, time, limit);
  }
}
