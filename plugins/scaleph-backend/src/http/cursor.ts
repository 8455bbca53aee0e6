import { InputError } from '@backstage/errors';
import { createHash } from 'node:crypto';

const CHECKSUM_LENGTH = 12;

/**
 * Where a page ended: the value of the sort column in its last row, and the
 * id of that row.
 *
 * @internal
 */
export interface Keyset {
  value: string | number;
  id: string;
}

/**
 * An opaque cursor. `scope` says which listing and order it belongs to, e.g.
 * `pipelines:-updatedAt`; a cursor is good for that one alone.
 *
 * @internal
 */
export function encodeCursor(scope: string, keyset: Keyset): string {
  const payload = JSON.stringify([keyset.value, keyset.id]);
  return Buffer.from(`${checksum(scope, payload)}${payload}`).toString(
    'base64url',
  );
}

/** Throws InputError for a cursor that `encodeCursor` did not make for this scope. @internal */
export function decodeCursor(scope: string, cursor: string): Keyset {
  const text = Buffer.from(cursor, 'base64url').toString('utf8');
  const payload = text.slice(CHECKSUM_LENGTH);
  if (
    text.slice(0, CHECKSUM_LENGTH) !== checksum(scope, payload) ||
    Buffer.from(text).toString('base64url') !== cursor
  ) {
    throw new InputError(
      'Query parameter "cursor" is not one that this listing gave out: use nextCursor of the page before with the same sort, or leave it out to start again',
    );
  }
  const [value, id] = JSON.parse(payload) as [string | number, string];
  return { value, id };
}

/**
 * A page of rows that were asked for with one more than `limit`, by which it is
 * known whether there is another page behind it.
 *
 * @param keysetOf - of the last row: what the listing is sorted by, and its id
 * @internal
 */
export function cutPage<Row>(
  found: Row[],
  page: { limit: number; scope: string; keysetOf: (row: Row) => Keyset },
): { rows: Row[]; nextCursor?: string } {
  const rows = found.slice(0, page.limit);
  if (found.length === rows.length) return { rows };
  const last = page.keysetOf(rows[rows.length - 1]);
  return { rows, nextCursor: encodeCursor(page.scope, last) };
}

/** No secret: a cursor grants nothing, permissions filter every page. It only tells a broken one from a good one. */
function checksum(scope: string, payload: string): string {
  return createHash('sha256')
    .update(`${scope}\n${payload}`)
    .digest('base64')
    .slice(0, CHECKSUM_LENGTH);
}
