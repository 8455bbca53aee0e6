import { Diagnostic, linter } from '@codemirror/lint';
import { Extension, StateEffect } from '@codemirror/state';
import {
  SqlDialect,
  splitStatements,
  tokenizeSql,
} from '@scaleph/backstage-plugin-scaleph-common';
import type { GetSqlServices, SqlServices } from './SqlServices';

/** A literal, quoted name or comment that is not closed: wrong everywhere. */
function unterminated(
  text: string,
  dialect: SqlDialect,
  message: string,
): Diagnostic[] {
  const last = tokenizeSql(text, dialect).at(-1);
  if (!last?.unterminated) return [];
  return [{ from: last.start, to: last.end, severity: 'error', message }];
}

/** Everything that is wrong in a script, as far as it can be said. @internal */
export async function lintSql(
  text: string,
  services: SqlServices,
): Promise<Diagnostic[]> {
  const { dialect, grammar, texts, diagnose } = services;
  const given = diagnose?.(text) ?? [];
  const open = unterminated(text, dialect, texts.unterminated);
  if (dialect !== 'flink' || !grammar) return [...open, ...given];
  const statements = splitStatements(text).filter(
    it => !open.length || it.end < open[0].to,
  );
  const problems = await grammar.check(statements.map(it => it.text));
  const found = problems.flatMap((problem, index): Diagnostic[] => {
    if (!problem) return [];
    const { start } = statements[index];
    return [
      {
        from: start + problem.start,
        to: start + problem.end,
        severity: 'error',
        message: problem.message,
      },
    ];
  });
  // What the planner said about a statement is the truth about it.
  const isKnown = ({ from }: Diagnostic) => {
    const own = statements.find(it => it.start <= from && from <= it.end);
    return given.some(it => own && it.from >= own.start && it.from <= own.end);
  };
  return [...open, ...found.filter(it => !isKnown(it)), ...given];
}

/** Says that what the page knows of mistakes has changed. @internal */
export const marksChanged = StateEffect.define();

/** Underlines what is wrong while typing. @internal */
export function sqlLint(get: GetSqlServices): Extension {
  return linter(view => lintSql(view.state.doc.toString(), get()), {
    delay: 300,
    needsRefresh: ({ transactions }) =>
      transactions.some(({ effects }) =>
        effects.some(it => it.is(marksChanged)),
      ),
  });
}
