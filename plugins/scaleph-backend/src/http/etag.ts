import { Request, Response } from 'express';
import {
  PreconditionFailedError,
  PreconditionRequiredError,
} from './httpErrors';

/** A row with optimistic locking: `id` is a uuid, `revision` counts up by one a write. @internal */
export interface Revisioned {
  id: string;
  revision: number;
}

/** What If-Match said: any revision (`*`), or one of these ETags. @internal */
export type IfMatch = 'any' | string[];

/**
 * The ETag of a row, quotes included. The id is part of it, so that a resource
 * deleted and made again under the same name never matches an old ETag.
 *
 * @internal
 */
export function toEtag(row: Revisioned): string {
  return `"${row.id.slice(0, 8)}-${row.revision}"`;
}

/** Answers with the body and its ETag. @internal */
export function sendWithEtag(
  response: Response,
  status: number,
  body: { etag: string },
): void {
  response.status(status).set('ETag', body.etag).json(body);
}

/**
 * The If-Match header of a write. Throws PreconditionRequiredError (428)
 * without one. A weak prefix that a proxy added is ignored.
 *
 * @internal
 */
export function readIfMatch(request: Request): IfMatch {
  const header = request.header('If-Match')?.trim();
  if (!header) {
    throw new PreconditionRequiredError(
      'This write needs the header If-Match with the ETag last read, or * to overwrite knowingly',
    );
  }
  if (header === '*') return 'any';
  return header.split(',').map(tag => tag.trim().replace(/^W\//, ''));
}

/**
 * Throws PreconditionFailedError (412) when the row is not in the state that
 * the caller read. Only the early, friendly check: the write itself repeats it
 * in SQL by `WHERE id = ? AND revision = ?`, which no other writer can slip
 * past; see `staleError`.
 *
 * @internal
 */
export function assertMatches(
  what: string,
  row: Revisioned,
  ifMatch: IfMatch,
): void {
  if (ifMatch !== 'any' && !ifMatch.includes(toEtag(row))) {
    throw staleError(what);
  }
}

/** The error for `what`, e.g. `Pipeline "orders"`. @internal */
export function staleError(what: string): PreconditionFailedError {
  return new PreconditionFailedError(
    `${what} was changed by someone else since you read it: read it again, then repeat your change`,
  );
}
