/** `name` as an identifier of standard SQL (DuckDB, PostgreSQL, SQLite). @internal */
export function quoteIdentifier(name: string): string {
  return `"${name.replace(/"/g, '""')}"`;
}

/** `text` as a string literal of standard SQL. @internal */
export function quoteLiteral(text: string): string {
  return `'${text.replace(/'/g, "''")}'`;
}

/** One relation of several: the union by column name, as a node with several inputs sees it. @internal */
export function unionOf(nodes: string[]): string {
  const parts = nodes.map(node => `SELECT * FROM ${quoteIdentifier(node)}`);
  return parts.join('\nUNION ALL BY NAME\n');
}

/**
 * `sql` with an operator that counts its rows in DuckDB's profile. The list of one struct cannot be moved over by the
 * optimizer's filter push-down, which a plain subquery can, and it runs in parallel, which a sample or limit does not. The
 * filter carries the tag.
 * @internal
 */
export function countedSql(sql: string, tag: string): string {
  const column = quoteIdentifier(tag);
  return `SELECT unnest(${column}) FROM (
  SELECT unnest([counted]) AS ${column} FROM (
${sql}
  ) AS counted
) WHERE ${column} IS NOT NULL`;
}
