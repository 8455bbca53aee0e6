import { Queryable } from '../../database/Transaction';
import { NewRun } from '../RunRecord';
import { insertRunEvents } from './insertRunEvents';

/** Inserts a run in state CREATED with the first event of its timeline. @internal */
export async function createRun(tx: Queryable, run: NewRun): Promise<void> {
  await tx('runs').insert({
    id: run.id,
    pipeline: run.pipeline,
    version: run.version,
    target: run.target,
    engine: run.engine,
    state: 'CREATED',
    desired: 'running',
    owner: run.owner,
    created_at: run.createdAt,
    created_by: run.createdBy,
    active: true,
    supervised: true,
    event_seq: 1,
    nodes: '[]',
    outputs: '[]',
    parameters: JSON.stringify(run.parameters),
    document: JSON.stringify(run.document),
    plan: JSON.stringify(run.plan),
    type: run.document.spec.type,
    mode: run.document.spec.mode ?? 'batch',
    settings: run.settings ? JSON.stringify(run.settings) : null,
    restore: run.restore ? JSON.stringify(run.restore) : null,
    upgrade_of: run.upgradeOf ?? null,
  });
  await insertRunEvents(tx, run.id, 1, [
    {
      at: run.createdAt,
      type: 'state',
      to: 'CREATED',
      message: `Version ${run.version} is to run on ${run.target}`,
      actor: run.createdBy,
    },
  ]);
}
