import { LoadColumn } from '../Database';

/** What better-sqlite3 gives with safeIntegers. @internal */
export type SqliteValue = bigint | number | string | Buffer | null;

const cast = (type: string) => ({
  type,
  fromText: (text: string) => `CAST(${text} AS ${type})`,
});

const VARCHAR = { type: 'VARCHAR', fromText: (text: string) => text };
const BLOB = { type: 'BLOB', fromText: (text: string) => `unhex(${text})` };

const isWhole = (value: SqliteValue) => typeof value === 'bigint';
const isNumber = (value: SqliteValue) =>
  typeof value === 'bigint' || typeof value === 'number';
const isText = (value: SqliteValue) => typeof value === 'string';
const matches = (pattern: RegExp) => (value: SqliteValue) =>
  typeof value === 'string' && pattern.test(value);

interface Candidate {
  declared: RegExp;
  fits: (value: SqliteValue) => boolean;
  column: (declared: string) => Omit<LoadColumn, 'name'>;
}

/** In the order in which a declared type is looked at; a value says only that the declaration is right. */
const CANDIDATES: Candidate[] = [
  {
    declared: /^(decimal|numeric)\s*\(\s*\d+\s*(,\s*\d+\s*)?\)$/i,
    fits: value => isNumber(value) || matches(/^-?\d+(\.\d+)?$/)(value),
    column: declared => cast(decimalType(declared)),
  },
  {
    declared: /bool/i,
    fits: value => value === 0n || value === 1n,
    column: () => cast('BOOLEAN'),
  },
  { declared: /int/i, fits: isWhole, column: () => cast('BIGINT') },
  {
    declared: /timestamptz|with time zone/i,
    fits: matches(/^\d{4}-\d\d-\d\d[ T][\d:.]+ ?(Z|[+-]\d\d(:?\d\d)?)$/),
    column: () => cast('TIMESTAMPTZ'),
  },
  {
    declared: /datetime|timestamp/i,
    fits: matches(/^\d{4}-\d\d-\d\d[ T][\d:.]+$/),
    column: () => cast('TIMESTAMP'),
  },
  {
    declared: /^date$/i,
    fits: matches(/^\d{4}-\d\d-\d\d$/),
    column: () => cast('DATE'),
  },
  {
    declared: /^time$/i,
    fits: matches(/^\d\d:\d\d(:\d\d(\.\d+)?)?$/),
    column: () => cast('TIME'),
  },
  { declared: /real|floa|doub/i, fits: isNumber, column: () => cast('DOUBLE') },
  { declared: /blob/i, fits: Buffer.isBuffer, column: () => BLOB },
  { declared: /json/i, fits: isText, column: () => cast('JSON') },
  { declared: /uuid/i, fits: isText, column: () => cast('UUID') },
];

/** Where the declaration says nothing or the values are of another kind. */
const BY_VALUES: Pick<Candidate, 'fits' | 'column'>[] = [
  { fits: isWhole, column: () => cast('BIGINT') },
  { fits: isNumber, column: () => cast('DOUBLE') },
  { fits: Buffer.isBuffer, column: () => BLOB },
];

/**
 * How a column of SQLite becomes one of DuckDB. SQLite keeps any kind of value in any column, so the declared type counts only
 * when the first rows agree with it; otherwise they decide, and mixed ones are text.
 * @param declared - undefined for expressions
 * @internal
 */
export function toLoadColumn(
  declared: string | undefined,
  sample: SqliteValue[],
): Omit<LoadColumn, 'name'> {
  const values = sample.filter(value => value !== null);
  const candidate = CANDIDATES.find(c => declared && c.declared.test(declared));
  if (candidate && declared && values.every(candidate.fits)) {
    return candidate.column(declared);
  }
  if (values.length === 0) return VARCHAR;
  return (
    BY_VALUES.find(({ fits }) => values.every(fits))?.column('') ?? VARCHAR
  );
}

function decimalType(declared: string): string {
  const [precision, scale = 0] = declared.match(/\d+/g)!.map(Number);
  return precision <= 38 && scale <= precision
    ? `DECIMAL(${precision},${scale})`
    : 'DOUBLE';
}
