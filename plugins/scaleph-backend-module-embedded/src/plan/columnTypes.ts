const SIMPLE: Record<string, string> = {
  string: 'VARCHAR',
  boolean: 'BOOLEAN',
  tinyint: 'TINYINT',
  smallint: 'SMALLINT',
  int: 'INTEGER',
  integer: 'INTEGER',
  bigint: 'BIGINT',
  float: 'FLOAT',
  double: 'DOUBLE',
  date: 'DATE',
  time: 'TIME',
  timestamp: 'TIMESTAMP',
  timestamp_tz: 'TIMESTAMPTZ',
  bytes: 'BLOB',
};

/**
 * DuckDB's type for a type of SeaTunnel's `schema.fields`; undefined when the engine has none for it.
 * https://seatunnel.apache.org/docs/concept/schema-feature
 * @internal
 */
export function toDuckDbType(type: string): string | undefined {
  const name = type.trim().toLowerCase();
  const decimal = /^decimal\(\s*(\d+)\s*(?:,\s*(\d+)\s*)?\)$/.exec(name);
  if (decimal) {
    const [precision, scale] = [Number(decimal[1]), Number(decimal[2] ?? 0)];
    const fits = precision >= 1 && precision <= 38 && scale <= precision;
    return fits ? `DECIMAL(${precision},${scale})` : undefined;
  }
  return Object.hasOwn(SIMPLE, name) ? SIMPLE[name] : undefined;
}
