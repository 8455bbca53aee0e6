import type { SqlStatement } from './SqlStatement';

/**
 * The statement that an offset belongs to: the one around it, else the last
 * that ends before it, else the first.
 *
 * @public
 */
export function statementAt(
  statements: SqlStatement[],
  offset: number,
): SqlStatement | undefined {
  const around = statements.find(it => it.start <= offset && offset <= it.end);
  if (around) return around;
  const before = statements.filter(it => it.end < offset);
  return before.at(-1) ?? statements[0];
}
