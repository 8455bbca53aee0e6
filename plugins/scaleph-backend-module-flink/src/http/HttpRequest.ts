/** Handles of the SQL Gateway in a path: who knows one owns the session. */
const HANDLE = /\/(sessions|operations)\/([^/]+)/g;

/** One request to a target. @public */
export interface HttpRequest {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below the target's address, made with path``. */
  path: string;
  /** Fields without a value are left out. */
  query?: Readonly<Record<string, string | number | boolean | undefined>>;
  /** Sent as JSON, with a GET too: the SQL Gateway's completion wants that. */
  body?: unknown;
  signal?: AbortSignal;
  /** For the whole answer. */
  timeoutMs?: number;
  /** The answer may have; default 32 MiB. */
  maxBytes?: number;
}

/** `POST /jars/upload`, for messages: without the query, which may hold what a user gave. @internal */
export function nameOf(request: Pick<HttpRequest, 'method' | 'path'>): string {
  return `${request.method} ${request.path.replace(HANDLE, '/$1/…')}`;
}

/** What a request names that must not be told. @internal */
export function secretsOf({ path }: Pick<HttpRequest, 'path'>): string[] {
  return [...path.matchAll(HANDLE)].map(match => match[2]);
}

/** Path and query below the target's own prefix. @internal */
export function pathOf(url: URL, request: HttpRequest): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(request.query ?? {})) {
    if (value !== undefined) query.set(name, String(value));
  }
  const prefix = url.pathname === '/' ? '' : url.pathname;
  const search = query.size > 0 ? `?${query}` : '';
  return `${prefix}${request.path}${search}`;
}
