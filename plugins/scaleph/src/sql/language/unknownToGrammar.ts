import {
  isSqlTrivia,
  SqlStatementKind,
  SqlToken,
  statementKind,
  tokenizeSql,
} from '@scaleph/backstage-plugin-scaleph-common';

// What the grammar of dt-sql-parser 4.5.1 reads well. Everything else is left to
// the planner: no statement is marked wrong because the grammar is older.
const KNOWN = new Set<SqlStatementKind>([
  'select',
  'insert',
  'create',
  'drop',
  'use',
  'explain',
  'addJar',
  'removeJar',
  'statementSet',
]);

// Tokens in a row that Flink 1.20 and later read and the grammar does not, in
// statements that it knows. Found with the corpus in the test beside.
const GAPS = `
  AI, ALTER, ARRAY [, AS OF, ASOF, BITMAP, CATALOG IF, CEIL, CONFLICT, CONNECTION,
  CUMULATE, DISTRIBUTED, EXTRACT, FETCH, FILTER, FLOOR, FROM TUMBLE, FROM HOP,
  FROM CUMULATE, FROM SESSION, LIKE, MAP [, MATERIALIZED, METADATA, MODEL, MODELS,
  OFFSET, OR REPLACE, ORDINALITY, OVERLAY, PLAN_ADVICE, POSITION, PRECISION,
  QUALIFY, RANGE, RECURSIVE, ROWS, SESSION, SUBSTRING, TABLESAMPLE, TRIM, TRY_CAST,
  VARIANT, ( PRIMARY, =>, :, -> , ( TABLE
`
  .split(',')
  .map(gap => gap.trim().split(/\s+/));

const says = (tokens: SqlToken[], at: number, gap: string[]) =>
  gap.every((text, index) => tokens[at + index]?.text.toUpperCase() === text);

/** `(a, b) IN ((1, 2))`, and VALUES with several rows and nothing around. */
function hasRowValues(tokens: SqlToken[]): boolean {
  if (tokens[0]?.text.toUpperCase() === 'VALUES') return true;
  return tokens.some(
    ({ text }, at) =>
      text === ')' && tokens[at + 1]?.text.toUpperCase() === 'IN',
  );
}

/** Whether a statement holds something that the grammar does not know. */
export function isUnknownToGrammar(statement: string): boolean {
  if (!KNOWN.has(statementKind(statement))) return true;
  const tokens = tokenizeSql(statement).filter(it => !isSqlTrivia(it));
  if (tokens[0].text.toUpperCase() === 'TABLE') return true;
  if (hasRowValues(tokens)) return true;
  return tokens.some((_, at) => GAPS.some(gap => says(tokens, at, gap)));
}
