import { isSqlTrivia } from '../../flinkSql/SqlToken';
import { tokenizeSql } from '../../flinkSql/tokenizeSql';

/** The key and value of a SET statement; undefined for one that shows settings, or has another form. @public */
export function readSetting(
  statement: string,
): { key: string; value: string } | undefined {
  const tokens = tokenizeSql(statement, 'flink').filter(it => !isSqlTrivia(it));
  if (tokens[0]?.text.toUpperCase() !== 'SET') return undefined;
  const equals = tokens.findIndex(({ text }) => text === '=');
  if (equals < 2) return undefined;
  const between = (from: number, to: number) =>
    unquoted(statement.slice(tokens[from].start, tokens[to].end));
  if (equals === tokens.length - 1) {
    return { key: between(1, equals - 1), value: '' };
  }
  return {
    key: between(1, equals - 1),
    value: between(equals + 1, tokens.length - 1),
  };
}

function unquoted(text: string): string {
  const isQuoted = /^'(?:[^']|'')*'$/.test(text);
  return isQuoted ? text.slice(1, -1).replaceAll("''", "'") : text;
}
