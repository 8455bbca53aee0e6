import {
  ConnectionWithSecrets,
  NetworkPolicy,
} from '@scaleph/backstage-plugin-scaleph-node';
import { LocalFiles } from './files/LocalFiles';
import { RunLog } from './RunLog';
import { StatusReport } from './StatusReport';
import { StopSignal } from './StopSignal';

/** What everything that works for one run shares. @internal */
export interface RunScope {
  runId: string;
  connections: Record<string, ConnectionWithSecrets>;
  files: LocalFiles;
  network: NetworkPolicy;
  log: RunLog;
  status: StatusReport;
  stop: StopSignal;
  /** A directory of the run's own for files that are not needed any more when it ends. */
  temporary: string;
}
