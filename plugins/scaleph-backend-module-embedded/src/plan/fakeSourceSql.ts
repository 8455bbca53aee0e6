import { NodeOptions } from './NodeOptions';
import { quoteIdentifier, quoteLiteral } from './sqlText';

/** Prefix of SeaTunnel's options of a type: `int.min`, `string.template`. */
const OPTION_PREFIX: Record<string, string> = {
  VARCHAR: 'string',
  TINYINT: 'tinyint',
  SMALLINT: 'smallint',
  INTEGER: 'int',
  BIGINT: 'bigint',
  FLOAT: 'float',
  DOUBLE: 'double',
};

type MakeUp = (
  hash: string,
  type: string,
  low: number,
  high?: number,
) => string;

const whole =
  (most: number): MakeUp =>
  (hash, type, low, high = Math.max(most, low)) =>
    `CAST(${low} + (${hash} % ${
      Math.max(high - low, 0) + 1
    })::BIGINT AS ${type})`;

const real: MakeUp = (hash, type, low, high = low + 1) =>
  `CAST(${low} + (${hash} % 1000000007)::DOUBLE / 1000000007 * ${
    high - low
  } AS ${type})`;

const MADE_UP: Record<string, MakeUp> = {
  VARCHAR: hash => `substr(md5(${hash}::VARCHAR), 1, 8)`,
  BOOLEAN: hash => `(${hash} % 2 = 0)`,
  TINYINT: whole(127),
  SMALLINT: whole(32767),
  INTEGER: whole(2147483647),
  BIGINT: whole(9007199254740991),
  FLOAT: real,
  DOUBLE: real,
  DECIMAL: (hash, type) => {
    const [precision, scale] = type.match(/\d+/g)!.map(Number);
    const digits = 10n ** BigInt(Math.min(precision, 15));
    return `CAST(CAST((${hash} % ${digits})::BIGINT AS DECIMAL(38,${scale})) / ${
      10n ** BigInt(scale)
    } AS ${type})`;
  },
  DATE: hash => `(DATE '2020-01-01' + (${hash} % 3650)::INTEGER)`,
  TIME: hash => `(TIME '00:00:00' + to_seconds((${hash} % 86400)::BIGINT))`,
  TIMESTAMP: hash =>
    `(TIMESTAMP '2020-01-01 00:00:00' + to_seconds((${hash} % 315360000)::BIGINT))`,
  TIMESTAMPTZ: hash =>
    `(TIMESTAMPTZ '2020-01-01 00:00:00+00' + to_seconds((${hash} % 315360000)::BIGINT))`,
  BLOB: hash => `encode(md5(${hash}::VARCHAR))`,
};

/** The rows of a FakeSource: the given ones, or made up from the row's number so that each run sees the same. @internal */
export function fakeSourceSql(options: NodeOptions): {
  sql: string;
  rows: number;
} {
  const columns = Object.entries(options.columns() ?? {});
  if (columns.length === 0) {
    options.problem('missing-option', 'schema', 'schema.fields has no column');
    return { sql: '', rows: 0 };
  }
  const given = options.list('rows');
  return given
    ? { sql: givenRows(given, columns, options), rows: given.length }
    : generatedRows(columns, options);
}

function givenRows(
  rows: unknown[],
  columns: [string, string][],
  options: NodeOptions,
): string {
  const selects = rows.map((row, index) => {
    const fields = (row as { fields?: unknown }).fields ?? row;
    if (!Array.isArray(fields) || fields.length !== columns.length) {
      options.problem(
        'invalid-option',
        'rows',
        `row ${index + 1} must have ${
          columns.length
        } fields, one for each column of schema.fields`,
      );
      return '';
    }
    const values = columns.map(([name, type], column) => {
      const value = literal(fields[column]);
      return `CAST(${value} AS ${type}) AS ${quoteIdentifier(name)}`;
    });
    return `SELECT ${values.join(', ')}`;
  });
  if (selects.length > 0) return selects.join('\nUNION ALL ');
  const empty = columns.map(
    ([name, type]) => `CAST(NULL AS ${type}) AS ${quoteIdentifier(name)}`,
  );
  return `SELECT ${empty.join(', ')} LIMIT 0`;
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return 'NULL';
  const text = typeof value === 'object' ? JSON.stringify(value) : value;
  return quoteLiteral(String(text));
}

function generatedRows(columns: [string, string][], options: NodeOptions) {
  const rows = options.count('row.num', 0) ?? 5;
  const values = columns.map(
    ([name, type]) =>
      `${generated(name, type, options)} AS ${quoteIdentifier(name)}`,
  );
  const sql = `SELECT ${values.join(', ')} FROM range(${rows}) AS fake(i)`;
  return { sql, rows };
}

function generated(name: string, type: string, options: NodeOptions): string {
  const hash = `hash(i, ${quoteLiteral(name)})`;
  const kind = type.replace(/\(.*/, '');
  const prefix = OPTION_PREFIX[kind];
  const template = prefix && options.list(`${prefix}.template`);
  if (template && template.length > 0) {
    const values = template.map(literal).join(', ');
    return `CAST(list_extract([${values}], 1 + (${hash} % ${template.length})::INTEGER) AS ${type})`;
  }
  const [low, high] = [
    prefix && options.number(`${prefix}.min`),
    prefix && options.number(`${prefix}.max`),
  ];
  return (MADE_UP[kind] ?? MADE_UP.VARCHAR)(
    hash,
    type,
    low || 0,
    high || undefined,
  );
}
