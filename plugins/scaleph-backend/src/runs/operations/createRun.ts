import { Queryable } from '../../database/Transaction';
import { NewRun } from '../RunRecord';
import { insertRunEvents } from './insertRunEvents';
import { takeJob } from './takeJob';

/** Inserts a run in state CREATED (an adopted one in RECONCILING) with the first event of its timeline. @internal */
export async function createRun(tx: Queryable, run: NewRun): Promise<void> {
  const { adopted } = run;
  const state = adopted ? 'RECONCILING' : 'CREATED';
  await tx('runs').insert({
    id: run.id,
    pipeline: run.pipeline,
    version: run.version,
    target: run.target,
    engine: run.engine,
    state,
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
    settings: json(run.settings),
    restore: json(run.restore),
    next_start: json(run.nextStart),
    upgrade_of: run.upgradeOf ?? null,
    activity: run.upgradeOf ? 'upgrade' : null,
    adopted: adopted !== undefined,
    handle: json(adopted?.handle),
  });
  if (adopted) await takeJob(tx, run, adopted.jobId);
  await insertRunEvents(tx, run.id, 1, [
    {
      at: run.createdAt,
      type: 'state',
      to: state,
      message: sentence(run),
      actor: run.createdBy,
    },
  ]);
}

function sentence({ version, target, adopted, ...run }: NewRun): string {
  if (adopted) {
    return `Job ${adopted.jobId} of ${target} is taken for version ${version}`;
  }
  if (run.upgradeOf) {
    return `Version ${version} is to take over from run ${run.upgradeOf} on ${target}`;
  }
  return run.restore
    ? `Version ${version} is to run on ${target} from ${run.restore.snapshot.location}`
    : `Version ${version} is to run on ${target}`;
}

function json(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value);
}
