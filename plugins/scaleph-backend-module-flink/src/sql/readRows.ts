import { SqlSessionPage } from '@scaleph/backstage-plugin-scaleph-node';
import { setTimeout as pause } from 'node:timers/promises';
import { FetchedResult } from '../gateway/GatewayTypes';
import { ResultParts } from './ResultParts';
import { toSqlPage } from './toSqlPage';

/** A pause is a small share of the time waited so far: somebody waits for the first rows, a stream has time. */
const PACE = {
  first: { shortest: 1, share: 0.025 },
  later: { shortest: 10, share: 0.15 },
};
const LONGEST_PAUSE_MS = 150;
/** The end of a short result comes right behind its rows. */
const END_WITHIN_MS = 10;
/** A part with fewer rows than this is the last one, or one of a slow stream. */
const SHORT = 1_000;

/** Number of a part and how many of its rows were read; as text `7` or `7.5000`. */
interface Place {
  token: number;
  row: number;
}

/**
 * The next rows of a result. Waits up to `waitMs` for some, and passes over
 * empty parts, which come while a job has nothing to give.
 *
 * @internal
 */
export async function readRows(
  parts: ResultParts,
  options: { token?: string; waitMs: number; maxRows: number },
): Promise<SqlSessionPage> {
  const { waitMs, maxRows } = options;
  const began = Date.now();
  const until = began + waitMs;
  const { shortest, share } = PACE[options.token ? 'later' : 'first'];
  const given = options.token ?? '0';
  let place = toPlace(parts.placeOf(given));
  for (;;) {
    const part = await parts.get(place.token);
    if (part.state === 'EOS') return endOf(part);
    if (part.state === 'PAYLOAD') {
      if (part.rows.length > place.row) {
        parts.remember(given, toToken(place));
        return pageOf(parts, part, place, maxRows);
      }
      place = { token: part.nextToken, row: 0 };
    }
    const left = until - Date.now();
    if (left <= 0) {
      return { rows: [], done: false, state: 'running', next: toToken(place) };
    }
    const wait = Math.max(shortest, (Date.now() - began) * share);
    await pause(Math.min(wait, left, LONGEST_PAUSE_MS));
  }
}

async function pageOf(
  parts: ResultParts,
  part: Extract<FetchedResult, { state: 'PAYLOAD' }>,
  { token, row }: Place,
  maxRows: number,
): Promise<SqlSessionPage> {
  const end = Math.min(row + maxRows, part.rows.length);
  const page = toSqlPage(part, row, end);
  const state = part.isQuery ? 'running' : 'finished';
  if (end < part.rows.length) {
    const next = toToken({ token, row: end });
    return { ...page, done: false, state, next };
  }
  if (page.resultKind === 'none') return { ...page, done: true, state };
  const next = toToken({ token: part.nextToken, row: 0 });
  const ahead = parts.prepare(part.nextToken);
  if (part.rows.length < SHORT) {
    await Promise.race([ahead, pause(END_WITHIN_MS)]);
    const following = await Promise.race([ahead, undefined]);
    if ((following as FetchedResult | undefined)?.state === 'EOS') {
      return { ...page, done: true, state: 'finished' };
    }
  }
  return { ...page, done: false, state, next };
}

function endOf(part: Extract<FetchedResult, { state: 'EOS' }>): SqlSessionPage {
  return { ...toSqlPage(part, 0, 0), done: true, state: 'finished' };
}

function toPlace(token: string): Place {
  const [part, row = '0'] = token.split('.');
  return { token: Number(part), row: Number(row) };
}

function toToken({ token, row }: Place): string {
  return row ? `${token}.${row}` : String(token);
}
