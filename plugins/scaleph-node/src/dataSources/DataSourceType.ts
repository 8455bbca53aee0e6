import {
  DataSourceTypeInfo,
  DocumentProblem,
} from '@scaleph/backstage-plugin-scaleph-common';
import { JsonObject } from '@backstage/types';
import { SqlReader } from '../sql/SqlReader';
import {
  ConnectorBinding,
  HeldMaterial,
  SecretPart,
} from './binding/ConnectorBinding';
import { DataSourceBrowser } from './DataSourceBrowser';
import {
  DataSourceConnection,
  DataSourceEnvironment,
} from './DataSourceConnection';

/** @public */
export interface ConnectionTestRequest extends DataSourceConnection {
  /** Aborted when the time limit is over; the test closes what it opened. */
  signal: AbortSignal;
}

/**
 * A kind of data source, whole in one file: the schema of its configuration, the names of its secrets, how to test it and
 * which connectors it serves.
 * @public
 */
export interface DataSourceType
  extends Omit<DataSourceTypeInfo, 'browse' | 'files' | 'sql'> {
  /** Files that a connection may need beside the configuration; none when absent. */
  files?: DataSourceTypeInfo['files'];
  /** Where a configuration points, for a person; no secret: `db.example.com:5432/orders`. */
  location(config: JsonObject): string;
  /** What JSON schema cannot say: roots, hosts. Pointers into `config`. */
  check(
    config: JsonObject,
    environment: DataSourceEnvironment,
  ): Promise<DocumentProblem[]>;
  /**
   * Whether secrets that were given for `before` may be used with `after` without being given again: whoever may edit a data
   * source must not get its password sent to a server of their own. Without it, any difference asks for the secrets again.
   */
  maySecretsStay?(before: JsonObject, after: JsonObject): boolean;
  /** Resolves to what answered, for a person ("PostgreSQL 15.18 answered"), or throws an Error whose message a person can act on; never with a secret in it. */
  testConnection(request: ConnectionTestRequest): Promise<string>;
  /** By SeaTunnel connector: the options that the connection gives to it. */
  bindings: Record<string, ConnectorBinding>;
  /** Shows what it holds, for those that can be asked. */
  browser?: DataSourceBrowser;
  /** Runs SQL on it, for those that speak SQL. */
  sql?: SqlReader;
  /** Fields for `${data-source.NAME.FIELD}`, beside those of the configuration and the secrets; no secret: `url`, a JDBC URL. */
  fields?(config: JsonObject): Record<string, string>;
  /** More of them, of which secrets or files are a part: `uri` with user and password. They win over those of `fields`. */
  secretFields?(held: HeldMaterial): Record<string, SecretPart[]>;
}
