import {
  EngineHandle,
  Observation,
} from '@scaleph/backstage-plugin-scaleph-node';
import { readFile } from 'node:fs/promises';
import { isAlive } from '../runDirectory/ProcessIdentity';
import { RunDirectory } from '../runDirectory/RunDirectory';
import { START_LIMIT, WorkerStatus } from '../runDirectory/WorkerStatus';
import { WorkerExit } from './spawnWorker';

/**
 * What the directory of a run tells. Tells the worker in turn that the run is still supervised.
 * @param exit - how the worker ended, when this process started it
 * @internal
 */
export async function observeRun(
  directory: RunDirectory,
  exit: WorkerExit | undefined,
): Promise<Observation> {
  if (!(await directory.exists())) {
    return {
      kind: 'unknown',
      reason: 'The embedded engine has no work files of this run on this host',
      final: true,
    };
  }
  const claim = await directory.readClaim();
  if (!claim) return observeUnclaimed(directory);
  await directory.touchSupervised();
  // In this order: a worker that ends between the two has written its last status before.
  const alive = await isAlive(claim);
  const status = await directory.readStatus();
  if (status?.endedAt || alive) return known(status);
  return {
    ...known(status),
    state: 'FAILED',
    reason: await deathReason(directory, exit),
    nodes: (status?.nodes ?? []).map(node =>
      node.state === 'finished' ? node : { ...node, state: 'failed' as const },
    ),
    outputs: [],
  };
}

function known(status: WorkerStatus | undefined) {
  return {
    kind: 'known' as const,
    state: status?.state ?? ('INITIALIZING' as const),
    ...(status?.reason !== undefined && { reason: status.reason }),
    nodes: status?.nodes ?? [],
    outputs: status?.outputs ?? [],
    ...(status && { startedAt: status.startedAt }),
    ...(status?.endedAt && { endedAt: status.endedAt }),
  };
}

/** The back end died between the making of the directory and the start of the worker, or the worker is about to claim. */
async function observeUnclaimed(directory: RunDirectory): Promise<Observation> {
  const order = await directory.readOrder();
  const mayStart =
    order !== undefined && Date.now() - order.submittedAt <= START_LIMIT;
  return {
    kind: 'unknown',
    reason: mayStart ? 'The worker is starting' : 'The worker never started',
    final: !mayStart,
  };
}

async function deathReason(
  directory: RunDirectory,
  exit: WorkerExit | undefined,
): Promise<string> {
  const how = exit
    ? ` (${exitText(exit)})`
    : ' while no portal watched it, so that its exit code is not known';
  const errors = await readFile(directory.errors, 'utf8').catch(() => '');
  const fatal = /FATAL ERROR: .*|^Error: .*/m.exec(errors)?.[0];
  return `The worker ended by itself${how}${fatal ? `: ${fatal}` : ''}`;
}

function exitText({ code, signal }: WorkerExit): string {
  if (signal === 'SIGKILL') {
    return 'signal SIGKILL, which is also what the system sends when memory runs out';
  }
  return signal ? `signal ${signal}` : `exit code ${code}`;
}

/**
 * A run of another host, whose files cannot be seen. Its worker stops itself when nobody has looked after it for the orphan
 * timeout; whoever asks here has taken the supervision over, so the time counts from the first question.
 * @internal
 */
export function observeForeign(
  handle: EngineHandle,
  since: number,
  orphanTimeout: number,
): Observation {
  // A minute for the worker to notice and to stop.
  const final = Date.now() - since > orphanTimeout + 60_000;
  return {
    kind: 'unknown',
    reason: final
      ? `The run was on host "${handle.host}", which has not been heard of for longer than scaleph.embedded.orphanTimeout`
      : `The run is on host "${handle.host}", which only the back end there can see`,
    final,
  };
}
