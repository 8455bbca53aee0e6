import { useRef } from 'react';
import { useUrlState } from './useUrlState';

export interface CursorPaging {
  /** Of the page that is shown; undefined on the first. */
  cursor: string | undefined;
  /** Counts from 1. */
  page: number;
  next(nextCursor: string): void;
  previous(): void;
}

const FIRST_PAGE = { cursor: '', page: '1' };

/**
 * The page of a list by an opaque cursor, kept in the URL. Cursors know only
 * the way forward, so the way back is remembered; who comes by a link to a
 * later page goes back to the first.
 */
export function useCursorPaging(): CursorPaging {
  const [{ cursor, page }, change] = useUrlState(FIRST_PAGE);
  const before = useRef<Record<string, string>>({});
  const number = Number(page) || 1;
  return {
    cursor: cursor || undefined,
    page: number,
    next(nextCursor) {
      before.current[nextCursor] = cursor;
      change({ cursor: nextCursor, page: String(number + 1) }, { push: true });
    },
    previous() {
      const previous = before.current[cursor];
      if (previous === undefined) change(FIRST_PAGE, { push: true });
      else
        change({ cursor: previous, page: String(number - 1) }, { push: true });
    },
  };
}
