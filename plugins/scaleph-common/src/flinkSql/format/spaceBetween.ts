import type { SqlLeaf } from './sqlNodes';

const SPACED = new Set(['=', '<=', '>=', '<>', '!=', '||', '=>', ':=']);
const MARKS = new Set(['(', ')', '[', ']', ',', '-', '+']);
const OPENS = new Set(
  'AND AS BETWEEN BY EXISTS FROM IN JOIN LIKE NOT ON OR OVER SELECT THEN ELSE UNION USING VALUES WHEN WHERE WITH'.split(
    ' ',
  ),
);

const isSpaced = ({ token }: SqlLeaf, neighbour: SqlLeaf) =>
  SPACED.has(token.text) &&
  (neighbour.token.kind !== 'operator' || MARKS.has(neighbour.token.text));

/**
 * The space between two tokens of one line. What was written together stays
 * together and what was apart stays apart, since that can matter to a server;
 * only commas, brackets and comparisons are written in one way.
 *
 * @internal
 */
export function spaceBetween(left: SqlLeaf, right: SqlLeaf): '' | ' ' {
  const [before, after] = [left.token.text, right.token.text];
  if (before === ',') return ' ';
  if (/^[,;)]$/.test(after) || before === '(') return '';
  if (after === '(' && left.token.kind === 'word') {
    if (OPENS.has(before.toUpperCase())) return ' ';
  }
  if (isSpaced(left, right) || isSpaced(right, left)) return ' ';
  return right.before ? ' ' : '';
}
