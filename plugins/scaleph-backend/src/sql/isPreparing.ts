import {
  isSqlTrivia,
  SqlStatement,
  tokenizeSql,
} from '@scaleph/backstage-plugin-scaleph-common';

const PREPARING = new Set([
  'create',
  'alter',
  'drop',
  'use',
  'set',
  'reset',
  'addJar',
  'loadModule',
  'unloadModule',
  'show',
  'describe',
]);
/** What may stand between CREATE and what is created. */
const ADVERBS = new Set(['OR', 'REPLACE', 'TEMPORARY', 'SYSTEM']);

/**
 * Whether a statement prepares a session and does nothing else: it reads and
 * writes no rows. `CREATE TABLE … AS SELECT` and materialized tables start jobs.
 *
 * @internal
 */
export function isPreparing({
  kind,
  text,
}: Pick<SqlStatement, 'kind' | 'text'>): boolean {
  if (!PREPARING.has(kind)) return false;
  if (kind !== 'create' && kind !== 'alter') return true;
  const words = tokenizeSql(text, 'flink')
    .filter(it => !isSqlTrivia(it))
    .map(it => it.text.toUpperCase());
  const object = words.slice(1).find(word => !ADVERBS.has(word));
  if (object === 'MATERIALIZED') return false;
  return object !== 'TABLE' || !hasOutside(words, 'AS');
}

/** Whether a word stands outside of all brackets; `AS` within them is a computed column. */
function hasOutside(words: string[], wanted: string): boolean {
  let depth = 0;
  for (const word of words) {
    if (word === '(') depth++;
    else if (word === ')') depth--;
    else if (depth === 0 && word === wanted) return true;
  }
  return false;
}
