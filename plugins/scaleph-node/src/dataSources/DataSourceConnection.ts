import { JsonObject } from '@backstage/types';
import { FileRoots } from '../files/FileRoots';
import { NetworkPolicy } from '../network/NetworkPolicy';
import { ReceiveLimit } from './connect/ReceiveLimit';

/** What this installation lets data sources reach. @public */
export interface DataSourceEnvironment {
  files: FileRoots;
  network: NetworkPolicy;
}

/** What it takes to reach a data source. @public */
export interface DataSourceConnection extends DataSourceEnvironment {
  /** Valid by the schema of the type. */
  config: JsonObject;
  /** In clear, by name; live in memory only. */
  secrets: Record<string, string>;
  /** Contents of the extra files that are set, by name, e.g. `ca`; live in memory only. */
  extraFiles?: Record<string, Buffer>;
  /** Ends what is read when more than that arrives. */
  received?: ReceiveLimit;
}
