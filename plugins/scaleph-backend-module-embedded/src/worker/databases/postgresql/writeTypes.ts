import { isNested } from '../isNested';

const SIMPLE: Record<string, string> = {
  BOOLEAN: 'boolean',
  TINYINT: 'smallint',
  SMALLINT: 'smallint',
  INTEGER: 'integer',
  BIGINT: 'bigint',
  HUGEINT: 'numeric(38,0)',
  UTINYINT: 'smallint',
  USMALLINT: 'integer',
  UINTEGER: 'bigint',
  UBIGINT: 'numeric(20,0)',
  UHUGEINT: 'numeric(38,0)',
  FLOAT: 'real',
  DOUBLE: 'double precision',
  DATE: 'date',
  TIME: 'time',
  TIMESTAMP: 'timestamp',
  TIMESTAMP_S: 'timestamp',
  TIMESTAMP_MS: 'timestamp',
  TIMESTAMP_NS: 'timestamp',
  'TIMESTAMP WITH TIME ZONE': 'timestamptz',
  'TIME WITH TIME ZONE': 'timetz',
  INTERVAL: 'interval',
  BLOB: 'bytea',
  JSON: 'jsonb',
  UUID: 'uuid',
};

/** Type of PostgreSQL for a column of DuckDB; text for what it has no type for. @internal */
export function toPostgresqlType(type: string): string {
  if (type.startsWith('DECIMAL')) return type.replace('DECIMAL', 'numeric');
  if (isNested(type)) return 'jsonb';
  return SIMPLE[type] ?? 'text';
}

/**
 * An expression of DuckDB that gives a value in the text format of COPY, `\N` for NULL.
 * https://www.postgresql.org/docs/current/sql-copy.html#SQL-COPY-FILE-FORMATS
 * @internal
 */
export function toCopyText(column: string, type: string): string {
  return `coalesce(${escaped(column, type)}, '\\N')`;
}

function escaped(column: string, type: string): string {
  if (type === 'BLOB') return `'\\\\x' || lower(hex(${column}))`;
  const text = isNested(type)
    ? `to_json(${column})::VARCHAR`
    : `${column}::VARCHAR`;
  if (type in SIMPLE && type !== 'JSON') return text;
  if (type.startsWith('DECIMAL')) return text;
  return `replace(replace(replace(replace(${text}, '\\', '\\\\'), chr(9), '\\t'), chr(10), '\\n'), chr(13), '\\r')`;
}
