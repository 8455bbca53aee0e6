import {
  DataSourceObject,
  DataSourceObjects,
  SampleRows,
} from '@scaleph/backstage-plugin-scaleph-common';
import { JsonObject } from '@backstage/types';
import { DataSourceConnection } from './DataSourceConnection';

/** Which level of a data source is asked for. @public */
export interface BrowseRequest {
  /** Names from the root down, e.g. `['public', 'orders']`; hostile. */
  path: readonly string[];
  /** Substring of the name; case is ignored. */
  search?: string;
  /** Most objects in the answer. */
  limit: number;
  /** Closes the connection and stops what runs on the server. */
  signal: AbortSignal;
}

/** Whose first rows are asked for. @public */
export type BrowseRowsRequest = Pick<
  BrowseRequest,
  'path' | 'limit' | 'signal'
> & {
  /** `last`: the newest ones first, of what has `hasLast`; default `first`. */
  from?: 'first' | 'last';
};

/** Which file is asked for. @public */
export type BrowseFileRequest = Pick<BrowseRequest, 'path' | 'signal'> & {
  /** Empty, and removed when the rows are read: for a file that must be fetched. */
  scratch: string;
};

/** A file on this machine, as connector LocalFile reads it. @public */
export interface BrowsedFile {
  /** Absolute; `scratch` of the request, or an allowed one. */
  directory: string;
  /** Below the directory. */
  path: string;
  /** Of LocalFile, beside the path. */
  options: JsonObject;
  /** It is the beginning of a longer file, in bytes. */
  fetched?: number;
}

/**
 * Shows what a data source holds, level by level. Changes nothing there. One
 * connection a call. Methods throw NotFoundError for a path that does not
 * exist, and otherwise an Error whose message a person can act on.
 *
 * @public
 */
export interface DataSourceBrowser {
  /** Of the tree, from the root down, e.g. `['schema', 'table', 'column']`. */
  readonly levels: readonly DataSourceObject['kind'][];
  /** One level; may answer more than `limit` objects or ones that `search` does not fit, which the caller leaves out. */
  objects(
    connection: DataSourceConnection,
    request: BrowseRequest,
  ): Promise<DataSourceObjects>;
  /** The first rows of what has `hasRows`; bounded in bytes, and may answer more than `limit`, which the caller cuts. */
  rows?(
    connection: DataSourceConnection,
    request: BrowseRowsRequest,
  ): Promise<SampleRows>;
  /** In place of `rows`: the file that an object is, whose rows an engine reads; or why it has none. */
  file?(
    connection: DataSourceConnection,
    request: BrowseFileRequest,
  ): Promise<BrowsedFile | { reason: string }>;
}
