import { LoadColumn } from '../Database';

/** A field of a result as mysql2 describes it. @internal */
export interface MysqlField {
  name: string;
  columnType?: number;
  columnLength?: number;
  decimals?: number;
  characterSet?: number;
  flags?: number | string[];
}

const cast = (type: string) => ({
  type,
  fromText: (text: string) => `CAST(${text} AS ${type})`,
});

const VARCHAR = { type: 'VARCHAR', fromText: (text: string) => text };

/** Bytes travel in hexadecimal. */
const BLOB = { type: 'BLOB', fromText: (text: string) => `unhex(${text})` };

const UNSIGNED = 32;
const BINARY = 63;

/** By type of the protocol, https://dev.mysql.com/doc/dev/mysql-server/latest/field__types_8h.html. */
const TYPES: Record<number, Omit<LoadColumn, 'name'>> = {
  1: cast('SMALLINT'),
  2: cast('INTEGER'),
  3: cast('BIGINT'),
  4: cast('FLOAT'),
  5: cast('DOUBLE'),
  7: {
    type: 'TIMESTAMPTZ',
    // The session's time zone is UTC.
    fromText: text => `CAST(${text} || '+00' AS TIMESTAMPTZ)`,
  },
  8: cast('BIGINT'),
  9: cast('INTEGER'),
  10: cast('DATE'),
  11: cast('TIME'),
  12: cast('TIMESTAMP'),
  13: cast('INTEGER'),
  245: cast('JSON'),
};

/** Types whose values are bytes when their character set is binary: the strings, the blobs and geometry. */
const STRINGS = [15, 249, 250, 251, 252, 253, 254, 255];

/**
 * How a column of MySQL becomes one of DuckDB. TINYINT(1) and BIT(1) are booleans, as for MySQL's own Java driver.
 * @internal
 */
export function toLoadColumn(field: MysqlField): Omit<LoadColumn, 'name'> {
  const { columnType = 253, columnLength = 0 } = field;
  const unsigned = Number(field.flags ?? 0) & UNSIGNED;
  if (columnType === 1 && columnLength === 1) return cast('BOOLEAN');
  if (columnType === 16) return columnLength === 1 ? bit() : BLOB;
  if (columnType === 8 && unsigned) return cast('UBIGINT');
  if (columnType === 3 && !unsigned) return cast('INTEGER');
  if (columnType === 0 || columnType === 246) return decimal(field);
  if (isBinary(field)) return BLOB;
  return TYPES[columnType] ?? VARCHAR;
}

/** Whether values of the field are bytes and no text. @internal */
export function isBinary({ columnType = 253, characterSet }: MysqlField) {
  return (
    columnType === 16 ||
    (STRINGS.includes(columnType) && characterSet === BINARY)
  );
}

function bit() {
  return {
    type: 'BOOLEAN',
    fromText: (text: string) => `CAST(${text} = '01' AS BOOLEAN)`,
  };
}

/** The length counts the sign and the point; beyond DuckDB's 38 digits the value stays text. */
function decimal({ columnLength = 0, decimals = 0, flags }: MysqlField) {
  const sign = Number(flags ?? 0) & UNSIGNED ? 0 : 1;
  const precision = columnLength - sign - (decimals > 0 ? 1 : 0);
  return precision <= 38 && decimals <= precision
    ? cast(`DECIMAL(${precision},${decimals})`)
    : VARCHAR;
}
