import {
  isSqlTrivia,
  SqlDialect,
  SqlToken,
  tokenizeSql,
} from '@scaleph/backstage-plugin-scaleph-common';
import type { Expected } from '../language/SqlLanguage';
import { FIRST_WORDS, WORDS } from './words';

/**
 * What may stand at an offset, by the word before it: for dialects without a
 * grammar, and where the grammar is lost.
 */
export function guessExpected(
  statement: string,
  offset: number,
  dialect: SqlDialect,
): Expected {
  const before = tokenizeSql(statement.slice(0, offset), dialect).filter(
    token => !isSqlTrivia(token),
  );
  const isTyping = (token?: SqlToken) =>
    token?.kind === 'word' && token.end === offset;
  if (isTyping(before.at(-1))) before.pop();
  while (before.at(-1)?.text === '.') before.splice(-2);
  const last = before.at(-1)?.text.toUpperCase();
  if (last === undefined) return { kinds: [], keywords: FIRST_WORDS };
  if (/^(?:FROM|JOIN|INTO|UPDATE|TABLE|DESCRIBE|DESC|OVERWRITE)$/.test(last)) {
    return { kinds: ['catalog', 'database', 'table'], keywords: ['LATERAL'] };
  }
  if (last === 'USE') return { kinds: ['catalog', 'database'], keywords: [] };
  return { kinds: ['column', 'function', 'table'], keywords: WORDS };
}
