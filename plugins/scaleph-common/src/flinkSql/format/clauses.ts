import { isComment, SqlNode, wordOf } from './sqlNodes';

const phrases = (text: string) =>
  text
    .trim()
    .split(/\s*\|\s*/)
    .map(words => words.split(' '));

const CLAUSES = phrases(`
  INSERT INTO | INSERT OVERWRITE | SELECT | FROM | WHERE | GROUP BY | HAVING
  | QUALIFY | WINDOW | ORDER BY | LIMIT | OFFSET | FETCH | UNION | EXCEPT
  | INTERSECT | MINUS | VALUES | JOIN | NATURAL JOIN | INNER JOIN | CROSS JOIN
  | LEFT JOIN | LEFT OUTER JOIN | RIGHT JOIN | RIGHT OUTER JOIN | FULL JOIN
  | FULL OUTER JOIN | WITH | PARTITIONED BY | DISTRIBUTED BY | DISTRIBUTED INTO
  | RETURNING
`);

// Of MATCH_RECOGNIZE, which stand inside of its brackets.
const MATCH = phrases(`
  PARTITION BY | ORDER BY | MEASURES | ONE ROW | ALL ROWS | AFTER MATCH
  | PATTERN | WITHIN | SUBSET | DEFINE
`);

/** Where clauses stand: in a query, or in the brackets of MATCH_RECOGNIZE. @internal */
export type ClausePlace = 'query' | 'match';

/** How many words of a clause begin at this node: none when it is no clause. @internal */
export function clauseAt(
  nodes: SqlNode[],
  at: number,
  place: ClausePlace,
): number {
  const first = wordOf(nodes[at]);
  if (!first) return 0;
  if (first === 'FROM' && wordOf(nodes[at - 1]) === 'DISTINCT') return 0;
  if (first === 'WITH' && /^(?:LOCAL|TIME|ORD)/.test(wordOf(nodes[at + 1]))) {
    return 0;
  }
  const matching = (place === 'query' ? CLAUSES : MATCH).find(words =>
    words.every((word, index) => wordOf(nodes[at + index]) === word),
  );
  return matching?.length ?? 0;
}

/** Whether what is in brackets is a query. @internal */
export function isQuery(nodes: SqlNode[]): boolean {
  const first = nodes.find(node => !isComment(node));
  return /^(?:SELECT|WITH|VALUES|INSERT)$/.test(wordOf(first));
}
