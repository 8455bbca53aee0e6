import {
  ConnectionTest,
  DataSource,
  DataSourceInput,
  DataSourceObjects,
  DataSourcePage,
  DataSourceTypeInfo,
  SampleRows,
} from '@scaleph/backstage-plugin-scaleph-common';
import { JsonObject } from '@backstage/types';
import { Caller } from '../http/Caller';
import { IfMatch } from '../http/etag';
import { OwnershipFilter } from '../permissions/ownershipFilter';
import { ConnectionEdit } from '../registrations/ConnectionEdit';
import { OlderVersions } from './DataSourceUsers';

/** @internal */
export interface DataSourceQuery {
  search?: string;
  /** Full entity refs; any of them. */
  owner?: string[];
  system?: string;
  type?: string;
  sort: 'name' | '-name' | 'updatedAt' | '-updatedAt' | 'type' | '-type';
  limit: number;
  cursor?: string;
  /** Which rows may be seen; set by AuthorizedDataSourceService. */
  visible?: OwnershipFilter;
}

/** @internal */
export interface RowsQuery {
  path: string[];
  limit: number;
  from?: 'first' | 'last';
  /** Aborted when nobody waits any more. */
  gone: AbortSignal;
}

/**
 * Data sources: where connection facts and secrets live, shared by pipelines,
 * which name them and never hold a secret.
 *
 * Secrets go in and never come out: what is answered tells which are set and
 * where they are kept. A value that stays while the rest is edited only stays
 * as long as the data source points at the same place, so that who may edit it
 * cannot have the password sent to a server of their own.
 *
 * Every method throws NotFoundError for a data source that does not exist or
 * that the caller may not read; writes throw PreconditionFailedError for a
 * stale If-Match, and leave everything as it was when they throw.
 *
 * @internal
 */
export interface DataSourceService {
  list(query: DataSourceQuery, caller: Caller): Promise<DataSourcePage>;
  get(name: string, caller: Caller): Promise<DataSource>;
  /** Throws ConflictError when the name is taken. Idempotent by the caller's key. */
  create(input: DataSourceInput, caller: Caller): Promise<DataSource>;
  update(
    name: string,
    input: DataSourceInput,
    ifMatch: IfMatch,
    caller: Caller,
  ): Promise<DataSource>;
  /** Throws ConflictError while a pipeline uses it; `ignore`: but for versions that are not the newest one. */
  delete(
    name: string,
    options: { ifMatch: IfMatch; olderVersions: OlderVersions },
    caller: Caller,
  ): Promise<void>;
  /** Tries the stored connection and remembers the outcome; with an edit, tries that and remembers nothing. Stops when `gone` aborts. */
  test(
    name: string,
    edit: ConnectionEdit,
    caller: Caller,
    gone?: AbortSignal,
  ): Promise<ConnectionTest>;
  /**
   * One level of what it holds. Throws ServiceUnavailableError with the reason
   * when it does not answer, TooManyRequestsError (429) when the caller looks
   * into too many at a time. Stops when `gone` aborts.
   */
  objects(
    name: string,
    query: { path: string[]; search?: string; gone: AbortSignal },
    caller: Caller,
  ): Promise<DataSourceObjects>;
  /** The first rows of one of its objects; as `objects`. */
  rows(name: string, query: RowsQuery, caller: Caller): Promise<SampleRows>;
  listTypes(caller: Caller): Promise<DataSourceTypeInfo[]>;
  /** Tries a connection that is not saved. */
  testConfig(
    type: string,
    edit: ConnectionEdit & { config: JsonObject },
    caller: Caller,
    gone?: AbortSignal,
  ): Promise<ConnectionTest>;
}
