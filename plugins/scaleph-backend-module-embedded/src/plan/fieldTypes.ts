const SIMPLE: Record<string, string> = {
  VARCHAR: 'string',
  JSON: 'string',
  UUID: 'string',
  INTERVAL: 'string',
  BIT: 'string',
  BOOLEAN: 'boolean',
  TINYINT: 'tinyint',
  UTINYINT: 'smallint',
  SMALLINT: 'smallint',
  USMALLINT: 'int',
  INTEGER: 'int',
  UINTEGER: 'bigint',
  BIGINT: 'bigint',
  UBIGINT: 'decimal(20, 0)',
  HUGEINT: 'decimal(38, 0)',
  UHUGEINT: 'decimal(38, 0)',
  FLOAT: 'float',
  DOUBLE: 'double',
  DATE: 'date',
  TIME: 'time',
  TIME_NS: 'time',
  TIMESTAMP: 'timestamp',
  TIMESTAMP_S: 'timestamp',
  TIMESTAMP_MS: 'timestamp',
  TIMESTAMP_NS: 'timestamp',
  'TIMESTAMP WITH TIME ZONE': 'timestamp_tz',
  BLOB: 'bytes',
};

/** SeaTunnel's word for a type of DuckDB; `unknown` where it has none, e.g. for a union. @internal */
export function toFieldType(type: string): string {
  const list = /^(.*)\[\d*\]$/s.exec(type);
  if (list) return `array<${toFieldType(list[1])}>`;
  const decimal = /^DECIMAL\((\d+),\s*(\d+)\)$/.exec(type);
  if (decimal) return `decimal(${decimal[1]}, ${decimal[2]})`;
  if (type.startsWith('STRUCT(')) return 'row';
  if (type.startsWith('MAP(')) return 'map';
  if (type.startsWith('ENUM(')) return 'string';
  return Object.hasOwn(SIMPLE, type) ? SIMPLE[type] : 'unknown';
}
