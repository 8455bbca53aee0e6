import { isNested } from '../isNested';

const SIMPLE: Record<string, string> = {
  BOOLEAN: 'TINYINT(1)',
  TINYINT: 'TINYINT',
  SMALLINT: 'SMALLINT',
  INTEGER: 'INT',
  BIGINT: 'BIGINT',
  HUGEINT: 'DECIMAL(38,0)',
  UTINYINT: 'TINYINT UNSIGNED',
  USMALLINT: 'SMALLINT UNSIGNED',
  UINTEGER: 'INT UNSIGNED',
  UBIGINT: 'BIGINT UNSIGNED',
  UHUGEINT: 'DECIMAL(38,0)',
  FLOAT: 'FLOAT',
  DOUBLE: 'DOUBLE',
  DATE: 'DATE',
  TIME: 'TIME(6)',
  TIMESTAMP: 'DATETIME(6)',
  TIMESTAMP_S: 'DATETIME(6)',
  TIMESTAMP_MS: 'DATETIME(6)',
  TIMESTAMP_NS: 'DATETIME(6)',
  'TIMESTAMP WITH TIME ZONE': 'TIMESTAMP(6) NULL',
  BLOB: 'LONGBLOB',
  UUID: 'CHAR(36)',
};

/** Type of MySQL for a column of DuckDB; a key needs a type of limited length. @internal */
export function toMysqlType(type: string, isKey: boolean): string {
  if (isKey && type === 'BLOB') return 'VARBINARY(255)';
  if (type.startsWith('DECIMAL')) return type;
  if (isNested(type) || type === 'JSON') return 'JSON';
  return SIMPLE[type] ?? (isKey ? 'VARCHAR(255)' : 'LONGTEXT');
}

/** An expression of DuckDB that gives a value as text that MySQL takes, or as bytes. @internal */
export function toMysqlValue(column: string, type: string): string {
  if (type === 'BLOB') return column;
  if (type === 'BOOLEAN') return `${column}::TINYINT::VARCHAR`;
  // Without its zone: the session's time zone is UTC.
  if (type === 'TIMESTAMP WITH TIME ZONE') {
    return `(${column} AT TIME ZONE 'UTC')::VARCHAR`;
  }
  if (isNested(type)) return `to_json(${column})::VARCHAR`;
  return `${column}::VARCHAR`;
}
