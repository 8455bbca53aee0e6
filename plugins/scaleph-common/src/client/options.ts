/** @public */
export interface RequestOptions {
  /** Backstage token; in the front end `fetchApi` adds it by itself. */
  token?: string;
  /** Aborts the request. */
  signal?: AbortSignal;
}

/** @public */
export interface CreateOptions extends RequestOptions {
  /** The same key and body answers the first result again; kept for 24 hours per user. */
  idempotencyKey?: string;
}

/** @public */
export interface WriteOptions extends RequestOptions {
  /** The `etag` last read, or `*` to overwrite knowingly; the API answers 412 when it is stale. */
  ifMatch: string;
}
