import {
  isSqlTrivia,
  splitStatements,
  SqlStatement,
  tokenizeSql,
} from '@scaleph/backstage-plugin-scaleph-common';
import type { StatementToRun } from '../run/StatementRunner';

/** The query of an INSERT; undefined when it has none. */
export function insertToQuery(insert: string): string | undefined {
  let depth = 0;
  for (const token of tokenizeSql(insert).filter(it => !isSqlTrivia(it))) {
    const { text, start } = token;
    const isQuery = /^(?:SELECT|WITH|VALUES)$/i.test(text);
    if (depth === 0 && isQuery) return insert.slice(start);
    if (text === '(') depth += 1;
    else if (text === ')') depth -= 1;
  }
  return undefined;
}

/** The statements inside of a statement set. */
function insideOfSet(set: string): SqlStatement[] {
  const [begin, ...rest] = splitStatements(
    set.replace(
      /^\s*(?:BEGIN\s+STATEMENT\s+SET\s*;|EXECUTE\s+STATEMENT\s+SET\s+BEGIN)/i,
      '',
    ),
  );
  return begin ? [begin, ...rest] : [];
}

/** What would be written, to be looked at: each INSERT becomes its query. */
export function previewStatements(
  statements: StatementToRun[],
): StatementToRun[] {
  return statements.flatMap(({ text, kind }): StatementToRun[] => {
    if (kind === 'statementSet') return previewStatements(insideOfSet(text));
    if (kind === 'endStatementSet') return [];
    const query = kind === 'insert' ? insertToQuery(text) : undefined;
    return [query ? { text: query, kind: 'select' } : { text, kind }];
  });
}
