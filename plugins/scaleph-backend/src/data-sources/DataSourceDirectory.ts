import { ConnectionTest } from '@scaleph/backstage-plugin-scaleph-common';
import {
  Connection,
  ConnectionWithSecrets,
} from '@scaleph/backstage-plugin-scaleph-node';
import { Caller } from '../http/Caller';

/** What a document check needs to know of a data source. @internal */
export interface DataSourceFacts {
  name: string;
  type: string;
  owner: string;
}

/** A data source in a list to choose from. @internal */
export interface UsableDataSource extends DataSourceFacts {
  title?: string;
  /** Of the last test of its connection; absent when it was never tested. */
  lastTest?: ConnectionTest;
}

/**
 * What the other rooms ask of the data sources.
 *
 * @internal
 */
export interface DataSourceDirectory {
  /** Those that exist, by name. No permissions. */
  lookUp(names: string[]): Promise<Map<string, DataSourceFacts>>;
  /** Without secrets, for planning. Throws NotFoundError naming the first that does not exist. No permissions. */
  connections(names: string[]): Promise<Record<string, Connection>>;
  /**
   * With the secrets in clear, read at this moment, for a submit. Throws
   * NotFoundError naming the data source or the secret that does not exist. No
   * permissions.
   */
  connectionsWithSecrets(
    names: string[],
  ): Promise<Record<string, ConnectionWithSecrets>>;
  /**
   * Throws NotAllowedError naming the first that the caller may not use
   * (`scaleph.data-source.use`). Names that do not exist are passed over.
   */
  requireUse(names: string[], caller: Caller): Promise<void>;
  /** Those that the caller may use, by name. */
  usableBy(caller: Caller): Promise<UsableDataSource[]>;
}
