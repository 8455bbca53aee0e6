import {
  FileRoots,
  NetworkPolicy,
  scrubSecrets,
  secretTexts,
} from '@scaleph/backstage-plugin-scaleph-node';
import { identifyProcess } from '../runDirectory/ProcessIdentity';
import { RunDirectory } from '../runDirectory/RunDirectory';
import { START_LIMIT, WorkerOrder } from '../runDirectory/WorkerStatus';
import { limitText } from '../runDirectory/limitText';
import { LocalFiles } from './files/LocalFiles';
import { NodeError } from './NodeError';
import { readSecrets, WorkerSecrets } from './readSecrets';
import { RunExecution } from './RunExecution';
import { RunLog } from './RunLog';
import { StatusReport } from './StatusReport';
import { StopRequest, StopSignal } from './StopSignal';
import { forceStop } from './forceStop';
import { STOPPED, watchSupervisor } from './watchSupervisor';

/** Characters of the reason of a failure. */
const LONGEST_REASON = 2_000;

/** The life of a worker: reads its order and its secrets, claims the run, runs it and writes how it ended. @internal */
export async function runWorker(path: string): Promise<void> {
  const directory = new RunDirectory(path);
  const secrets = await readSecrets(process.stdin);
  const order = await directory.readOrder();
  if (!secrets || !order || Date.now() - order.submittedAt > START_LIMIT)
    return;
  const identity = await identifyProcess(process.pid);
  if (!identity) throw new Error('This process cannot be identified');
  if (!(await directory.claim(identity))) return;
  await runOrder(directory, order, secrets);
}

async function runOrder(
  directory: RunDirectory,
  order: WorkerOrder,
  { connections }: WorkerSecrets,
): Promise<void> {
  const { plan, limits } = order;
  const hidden = Object.values(connections).flatMap(it =>
    secretTexts(undefined, it),
  );
  const scrub = (text: string) => scrubSecrets(text, hidden);
  const log = new RunLog(directory.log, scrub);
  const status = new StatusReport(
    directory,
    plan.steps.map(s => s.node),
  );
  const stop = new StopSignal();
  await status.start();
  const unwatch = watchSupervisor(directory, limits, stop, () =>
    status.setState('CANCELLING'),
  );
  const force = forceStop(directory, {
    reason: STOPPED,
    orphanTimeout: limits.orphanTimeout,
  });
  log.info(`Pipeline "${plan.pipeline}" starts`);
  try {
    await new RunExecution(plan, limits, directory, {
      runId: order.runId,
      connections,
      files: new LocalFiles(
        FileRoots.of(order.roots),
        connections,
        order.baseDirectory,
      ),
      network: NetworkPolicy.of(order.network),
      log,
      status,
      stop,
      temporary: directory.temporary,
    }).run(force.hold);
    log.info('Finished');
    await status.end('FINISHED');
  } catch (error) {
    force.hold();
    await endWith(error as Error, { status, log, scrub });
  } finally {
    unwatch();
    await force.end();
    log.close();
  }
}

async function endWith(
  error: Error,
  {
    status,
    log,
    scrub,
  }: { status: StatusReport; log: RunLog; scrub: (text: string) => string },
): Promise<void> {
  if (error instanceof StopRequest) {
    log.info(error.message);
    await status.end('CANCELED', error.message);
    return;
  }
  const reason = limitText(scrub(error.message), LONGEST_REASON);
  if (error instanceof NodeError) {
    const problem = limitText(scrub(error.problem), LONGEST_REASON);
    log.error(problem, error.node);
    status.node(error.node, { state: 'failed', error: problem });
  } else {
    log.error(error.stack ?? reason);
  }
  await status.end('FAILED', reason);
}
