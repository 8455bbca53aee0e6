import { SqlToken } from '../flinkSql/SqlToken';
import { tokenizeSql } from '../flinkSql/tokenizeSql';
import type { PlaceholderProblem } from './applyPlaceholders';
import { findPlaceholders, Placeholder } from './findPlaceholders';
import { splice, ValueOf } from './placeText';

/** Where in Flink SQL a placeholder stands. */
type Place = 'literal' | 'code' | 'comment' | 'nowhere';

const MASK = '******';
const WORD = /^[\p{L}_][\p{L}\p{Nd}_]*$/u;
const NUMBER = /^-?[0-9]+(\.[0-9]+)?$/;

/** See `applyPlaceholders`. @internal */
export function placeInSql(
  sql: string,
  valueOf: ValueOf,
  refuse: (problem: PlaceholderProblem) => void,
): string {
  const tokens = flatTokens(sql, 0);
  const pieces = findPlaceholders(sql).flatMap(placeholder => {
    const place = placeOf(placeholder, tokens);
    if (place === 'comment') return [];
    const { start, end } = placeholder;
    if (place === 'nowhere') {
      refuse(misplaced(placeholder));
      return [];
    }
    const value = valueOf(placeholder);
    if (value === undefined) return [];
    if (place === 'literal' || !placeholder.ref) {
      return [{ start, end, text: value.replaceAll("'", "''") }];
    }
    if (!WORD.test(value) && !NUMBER.test(value) && value !== MASK) {
      refuse(unsafe(placeholder));
      return [];
    }
    // A minus right behind another one would begin a comment.
    return [{ start, end, text: value.startsWith('-') ? ` ${value}` : value }];
  });
  return splice(sql, pieces);
}

/** The tokens of a text, those inside of its hints in place of the hints. */
function flatTokens(sql: string, offset: number): SqlToken[] {
  return tokenizeSql(sql, 'flink').flatMap(token => {
    const moved = {
      ...token,
      start: token.start + offset,
      end: token.end + offset,
    };
    if (token.kind !== 'hint') return [moved];
    return flatTokens(token.text.slice(3, -2), moved.start + 3);
  });
}

function placeOf({ start, end }: Placeholder, tokens: SqlToken[]): Place {
  const token = tokens.find(it => it.start <= start && it.end >= end);
  switch (token?.kind) {
    case 'string':
      // In U&'…' a backslash is more than itself, in X'…' a letter is.
      return token.text.startsWith("'") ? 'literal' : 'nowhere';
    case 'placeholder':
    case 'quotedIdentifier':
      return 'code';
    case 'lineComment':
    case 'blockComment':
      return 'comment';
    default:
      return 'nowhere';
  }
}

function misplaced(placeholder: Placeholder): PlaceholderProblem {
  return {
    code: 'unsafe-placeholder',
    placeholder,
    message: `${placeholder.text} stands where no value can be put in safely`,
    fix: `Write it inside a literal, '${placeholder.text}', or apart from other characters.`,
  };
}

function unsafe(placeholder: Placeholder): PlaceholderProblem {
  return {
    code: 'unsafe-placeholder',
    placeholder,
    message: `the value of ${placeholder.text} is neither a name nor a number, and it stands outside of a literal`,
    fix: `Write it inside a literal, '${placeholder.text}', or give a name or a number.`,
  };
}
