const ESCAPES: Record<string, string> = {
  b: '\b',
  f: '\f',
  r: '\r',
  n: '\n',
  t: '\t',
  0: '\0',
};

/** A value of ClickHouse's TabSeparated format: https://clickhouse.com/docs/interfaces/formats/TabSeparated. @internal */
export function fromTabSeparated(cell: string): string {
  return cell.replace(/\\([^])/g, (_, next) => ESCAPES[next] ?? next);
}
