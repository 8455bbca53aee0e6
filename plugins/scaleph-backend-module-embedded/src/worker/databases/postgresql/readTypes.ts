import { LoadColumn } from '../Database';

/** Fields of a result as node-postgres describes them. @internal */
export interface PostgresqlField {
  name: string;
  dataTypeID: number;
  dataTypeModifier: number;
}

const cast = (type: string) => ({
  type,
  fromText: (text: string) => `CAST(${text} AS ${type})`,
});

const VARCHAR = { type: 'VARCHAR', fromText: (text: string) => text };

/** By object id in pg_type, https://github.com/postgres/postgres/blob/master/src/include/catalog/pg_type.dat. */
const TYPES: Record<number, Omit<LoadColumn, 'name'>> = {
  16: cast('BOOLEAN'),
  17: {
    type: 'BLOB',
    // bytea_output is hex: \x6162
    fromText: text => `unhex(substr(${text}, 3))`,
  },
  20: cast('BIGINT'),
  21: cast('SMALLINT'),
  23: cast('INTEGER'),
  26: cast('UINTEGER'),
  114: cast('JSON'),
  700: cast('FLOAT'),
  701: cast('DOUBLE'),
  1082: cast('DATE'),
  1083: cast('TIME'),
  1114: cast('TIMESTAMP'),
  1184: cast('TIMESTAMPTZ'),
  2950: cast('UUID'),
  3802: cast('JSON'),
};

const NUMERIC = 1700;

/**
 * How a column of PostgreSQL becomes one of DuckDB. Types that DuckDB lacks (arrays, ranges, intervals, geometry …) come as PostgreSQL
 * writes them. A numeric without precision becomes DECIMAL(38,18), as in SeaTunnel; what does not fit is an error, not rounded away.
 * @internal
 */
export function toLoadColumn(field: PostgresqlField): Omit<LoadColumn, 'name'> {
  if (field.dataTypeID === NUMERIC) {
    return cast(decimalType(field.dataTypeModifier));
  }
  return TYPES[field.dataTypeID] ?? VARCHAR;
}

/** https://github.com/postgres/postgres/blob/master/src/backend/utils/adt/numeric.c, numeric_typmod_precision. */
function decimalType(modifier: number): string {
  if (modifier < 0) return 'DECIMAL(38,18)';
  const precision = ((modifier - 4) >> 16) & 0xffff;
  const scale = (modifier - 4) & 0x7ff;
  return precision <= 38 && scale <= precision
    ? `DECIMAL(${precision},${scale})`
    : 'DECIMAL(38,18)';
}
