import { JsonObject } from '@backstage/types';
import {
  isSqlTrivia,
  tokenizeSql,
} from '@scaleph/backstage-plugin-scaleph-common';
import type { NodeTranslation } from './translateNode';

/** What SeaTunnel's Sql cannot do and DuckDB can. */
const BEYOND =
  /^(GROUP|HAVING|ORDER|LIMIT|OFFSET|JOIN|UNION|EXCEPT|INTERSECT|WITH|OVER|WINDOW|QUALIFY|DISTINCT|PIVOT|UNPIVOT|LATERAL|VALUES|EXCLUDE|SAMPLE|USING)$/;
const AGGREGATE =
  /^(COUNT|SUM|AVG|MIN|MAX|MEDIAN|STDDEV\w*|VAR\w*|ARRAY_AGG|STRING_AGG|LIST|FIRST|LAST|ANY_VALUE)$/;

/**
 * Sql: in the document it is DuckDB's SQL. SeaTunnel's has one table, columns,
 * scalar functions and WHERE; what is more is refused, since it would mean
 * something else there or nothing.
 * @internal
 */
export function translateSql({
  node,
  inputs,
  refuse,
}: NodeTranslation): JsonObject {
  const options = (node.options ?? {}) as JsonObject;
  const query = String(options.query ?? '');
  const beyond = whatIsBeyond(query, inputs);
  if (beyond) {
    refuse(
      `SeaTunnel's Sql cannot run this query: ${beyond}`,
      'Keep to SELECT … FROM … WHERE over one node, or run the pipeline on the embedded engine or as Flink SQL.',
      'query',
    );
  }
  return options;
}

function whatIsBeyond(query: string, inputs: string[]): string | undefined {
  if (inputs.length > 1) return 'it reads one node only';
  const tokens = tokenizeSql(query, 'ansi').filter(it => !isSqlTrivia(it));
  const words = tokens.map(({ kind, text }) =>
    kind === 'word' ? text.toUpperCase() : text,
  );
  const beyond = words.find(
    (word, index) =>
      tokens[index].kind === 'word' &&
      (BEYOND.test(word) || (AGGREGATE.test(word) && words[index + 1] === '(')),
  );
  if (beyond) return `it has no ${beyond}`;
  const count = (word: string) => words.filter(it => it === word).length;
  if (words[0] !== 'SELECT' || count('SELECT') !== 1) {
    return 'it must be one SELECT without another one in it';
  }
  const from = words.indexOf('FROM');
  const table = tokens[from + 1]?.text.replace(/^"|"$/g, '');
  if (count('FROM') !== 1 || table !== inputs[0]) {
    return `it must read FROM ${inputs[0] ?? 'a node'}`;
  }
  return undefined;
}
