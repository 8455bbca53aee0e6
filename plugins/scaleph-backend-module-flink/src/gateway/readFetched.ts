import { FlinkUnavailableError } from '../http/FlinkUnavailableError';
import { JsonReader } from '../json/JsonReader';
import {
  FetchedResult,
  LogicalType,
  SqlColumn,
  SqlPage,
  SqlRow,
} from './GatewayTypes';

/** @internal */
export function readFetched(value: unknown, what: string): FetchedResult {
  const answer = JsonReader.of(value, what);
  const state = answer.string('resultType');
  if (state === 'EOS') return { state, ...readPage(answer, what) };
  const nextToken = readToken(answer.string('nextResultUri'), what);
  if (state === 'NOT_READY') return { state, nextToken };
  if (state === 'PAYLOAD') {
    return { state, nextToken, ...readPage(answer, what) };
  }
  throw new FlinkUnavailableError(
    'bad-answer',
    `${what}: "resultType" of the answer is ${JSON.stringify(state)}`,
  );
}

/** The number alone: a gateway behind a proxy names itself as nobody can reach it, and a hostile one names others. */
function readToken(uri: string, what: string): number {
  const token = /\/result\/(\d{1,15})(?:\?|$)/.exec(uri)?.[1];
  if (token !== undefined) return Number(token);
  throw new FlinkUnavailableError(
    'bad-answer',
    `${what}: "nextResultUri" of the answer names no result`,
  );
}

function readPage(answer: JsonReader, what: string): SqlPage {
  const results = answer.object('results');
  return {
    isQuery: answer.optionalBoolean('isQueryResult') ?? false,
    jobId: answer.optionalString('jobID'),
    resultKind: answer.optionalString('resultKind'),
    columns: results.list('columns', readColumn),
    rows: readRows(results.raw('data'), what),
  };
}

function readColumn(column: JsonReader): SqlColumn {
  const type = column.object('logicalType').string('type');
  return {
    name: column.string('name'),
    // What is below the type is shown only, never relied on.
    logicalType: { ...(column.raw('logicalType') as LogicalType), type },
    comment: column.optionalString('comment'),
  };
}

/** Not copied: there may be very many. */
function readRows(data: unknown, what: string): SqlRow[] {
  const isRow = (row: unknown) =>
    Array.isArray((row as Partial<SqlRow> | null)?.fields) &&
    typeof (row as SqlRow).kind === 'string';
  if (Array.isArray(data) && data.every(isRow)) return data;
  throw new FlinkUnavailableError(
    'bad-answer',
    `${what}: "results.data" of the answer is no list of rows`,
  );
}

const LARGE = 50_000;

/** The number of the part behind a large one, which stands at the end of its text; undefined for every other answer. @internal */
export function nextOfLargePart(text: string): number | undefined {
  if (text.length < LARGE || !text.startsWith('{"resultType":"PAYLOAD"')) {
    return undefined;
  }
  const end = text.slice(-500);
  const token =
    /"nextResultUri":"[^"]*\/result\/(\d{1,15})(?:\?[^"]*)?"\}$/.exec(end)?.[1];
  return token === undefined ? undefined : Number(token);
}
