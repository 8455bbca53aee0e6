import { isNested } from '../isNested';

const SIMPLE: Record<string, string> = {
  BOOLEAN: 'BOOLEAN',
  TINYINT: 'INTEGER',
  SMALLINT: 'INTEGER',
  INTEGER: 'INTEGER',
  BIGINT: 'BIGINT',
  UTINYINT: 'INTEGER',
  USMALLINT: 'INTEGER',
  UINTEGER: 'BIGINT',
  UBIGINT: 'BIGINT',
  HUGEINT: 'BIGINT',
  FLOAT: 'REAL',
  DOUBLE: 'DOUBLE',
  DATE: 'DATE',
  TIME: 'TIME',
  TIMESTAMP: 'TIMESTAMP',
  TIMESTAMP_S: 'TIMESTAMP',
  TIMESTAMP_MS: 'TIMESTAMP',
  TIMESTAMP_NS: 'TIMESTAMP',
  'TIMESTAMP WITH TIME ZONE': 'TIMESTAMPTZ',
  BLOB: 'BLOB',
  // Affinity TEXT, or 123 would become a number.
  JSON: 'JSON TEXT',
  UUID: 'UUID',
};

/** Digits that SQLite's floating numbers keep. */
const EXACT = 15;

/**
 * Declared type of SQLite for a column of DuckDB. A decimal of more digits than a floating number keeps is text, since SQLite would
 * round it in a column of type DECIMAL.
 * @internal
 */
export function toSqliteType(type: string): string {
  const decimal = /^DECIMAL\((\d+),/.exec(type);
  if (decimal) return Number(decimal[1]) <= EXACT ? type : 'TEXT';
  if (isNested(type)) return SIMPLE.JSON;
  return SIMPLE[type] ?? 'TEXT';
}

/** Types that travel as numbers; all others but bytes as text. */
const NUMBERS =
  /^(BOOLEAN|U?TINYINT|U?SMALLINT|U?INTEGER|BIGINT|FLOAT|DOUBLE|BLOB)$/;

/** An expression of DuckDB that gives a value as better-sqlite3 takes it: number, bigint, text or bytes. @internal */
export function toSqliteValue(column: string, type: string): string {
  if (type === 'BOOLEAN') return `${column}::TINYINT`;
  if (NUMBERS.test(type)) return column;
  // What is larger than SQLite's integers is an error.
  if (type === 'HUGEINT' || type === 'UBIGINT') return `${column}::BIGINT`;
  if (isNested(type)) {
    return `to_json(${column})::VARCHAR`;
  }
  return `${column}::VARCHAR`;
}
