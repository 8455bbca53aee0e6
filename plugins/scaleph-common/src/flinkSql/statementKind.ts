import type { SqlDialect } from './SqlDialect';
import { isSqlTrivia, SqlToken } from './SqlToken';
import { tokenizeSql } from './tokenizeSql';

/**
 * What a statement does, as its leading words say. `statementSet` is a whole
 * one, `beginStatementSet` and `endStatementSet` are the ends of one that is not
 * complete; `transaction` is `BEGIN`, `COMMIT` and such; `unknown` is everything
 * else, also no statement at all.
 * @public
 */
export type SqlStatementKind =
  | 'select'
  | 'insert'
  | 'update'
  | 'delete'
  | 'truncate'
  | 'merge'
  | 'create'
  | 'alter'
  | 'drop'
  | 'analyze'
  | 'use'
  | 'set'
  | 'reset'
  | 'show'
  | 'describe'
  | 'explain'
  | 'call'
  | 'addJar'
  | 'removeJar'
  | 'loadModule'
  | 'unloadModule'
  | 'statementSet'
  | 'beginStatementSet'
  | 'endStatementSet'
  | 'compilePlan'
  | 'executePlan'
  | 'stopJob'
  | 'transaction'
  | 'unknown';

// The longest match wins, so longer ones stand first.
const BY_WORDS: [words: string, kind: SqlStatementKind][] = [
  ['BEGIN STATEMENT SET', 'beginStatementSet'],
  ['EXECUTE STATEMENT SET', 'statementSet'],
  ['STATEMENT SET', 'statementSet'],
  ['COMPILE AND EXECUTE PLAN', 'compilePlan'],
  ['COMPILE PLAN', 'compilePlan'],
  ['EXECUTE PLAN', 'executePlan'],
  ['ADD JAR', 'addJar'],
  ['REMOVE JAR', 'removeJar'],
  ['LOAD MODULE', 'loadModule'],
  ['UNLOAD MODULE', 'unloadModule'],
  ['STOP JOB', 'stopJob'],
  ['EXECUTE INSERT', 'insert'],
  ['EXECUTE SELECT', 'select'],
  ['SELECT', 'select'],
  ['VALUES', 'select'],
  ['TABLE', 'select'],
  ['INSERT', 'insert'],
  ['UPSERT', 'insert'],
  ['REPLACE', 'insert'],
  ['UPDATE', 'update'],
  ['DELETE', 'delete'],
  ['TRUNCATE', 'truncate'],
  ['MERGE', 'merge'],
  ['CREATE', 'create'],
  ['ALTER', 'alter'],
  ['DROP', 'drop'],
  ['ANALYZE', 'analyze'],
  ['USE', 'use'],
  ['SET', 'set'],
  ['RESET', 'reset'],
  ['SHOW', 'show'],
  ['DESCRIBE', 'describe'],
  ['DESC', 'describe'],
  ['EXPLAIN', 'explain'],
  ['CALL', 'call'],
  ['BEGIN', 'transaction'],
  ['START TRANSACTION', 'transaction'],
  ['COMMIT', 'transaction'],
  ['ROLLBACK', 'transaction'],
];
const QUERY_WORDS = /^(?:SELECT|INSERT|UPDATE|DELETE|MERGE|VALUES|TABLE)$/;

/** The word of `WITH … AS (…)` that says what is done with it. */
function wordAfterWith(tokens: SqlToken[]): string | undefined {
  let depth = 0;
  for (const { kind, text } of tokens) {
    if (text === '(') depth += 1;
    else if (text === ')') depth -= 1;
    else if (depth === 0 && kind === 'word') {
      const word = text.toUpperCase();
      if (QUERY_WORDS.test(word)) return word;
    }
  }
  return undefined;
}

/** Of tokens without trivia, see `statementKind`. @internal */
export function kindOfTokens(all: SqlToken[]): SqlStatementKind {
  const begin = all.findIndex(({ text }) => text !== '(');
  const tokens = begin < 0 ? [] : all.slice(begin);
  const leading: string[] = [];
  for (const { kind, text } of tokens.slice(0, 4)) {
    if (kind !== 'word') break;
    leading.push(text.toUpperCase());
  }
  if (leading[0] === 'WITH') leading.splice(0, 4, wordAfterWith(tokens) ?? '');
  if (leading[0] === 'END' && tokens.length === 1) return 'endStatementSet';
  const said = `${leading.join(' ')} `;
  const kind = BY_WORDS.find(([words]) => said.startsWith(`${words} `))?.[1];
  // One that is whole ends with its END; splitStatements joins the pieces.
  const isWhole = tokens.at(-1)?.text.toUpperCase() === 'END';
  if (kind === 'beginStatementSet' && isWhole) return 'statementSet';
  return kind ?? 'unknown';
}

/**
 * What a single statement does, by its leading words; comments do not matter.
 * It is a hint for people and a first look for policies: whether a statement
 * may run has to be decided by more than this.
 *
 * @public
 */
export function statementKind(
  text: string,
  dialect: SqlDialect = 'flink',
): SqlStatementKind {
  const tokens = tokenizeSql(text, dialect);
  return kindOfTokens(tokens.filter(token => !isSqlTrivia(token)));
}
