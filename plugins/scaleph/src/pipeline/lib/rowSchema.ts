/** One field of SeaTunnel's `schema`. @internal */
export interface SchemaColumn {
  name: string;
  /** SeaTunnel's word, or the parts of a row as JSON. */
  type: string;
  /** What else is said of it, e.g. `nullable`. */
  more?: Record<string, unknown>;
}

/** SeaTunnel's `schema` as a table shows it. @internal */
export interface RowSchema {
  /** How it is written: `{name: type}`, or a list that can say more. */
  form: 'fields' | 'columns';
  columns: SchemaColumn[];
  /** What else it says, e.g. `table` and `primaryKey`. */
  rest: Record<string, unknown>;
}

/** Types that a field can have, as a list offers them. @internal */
export const FIELD_TYPES = [
  'string',
  'boolean',
  'tinyint',
  'smallint',
  'int',
  'bigint',
  'float',
  'double',
  'decimal(10, 2)',
  'date',
  'time',
  'timestamp',
  'bytes',
  'array<string>',
  'map<string, string>',
] as const;

type Values = Record<string, unknown>;

const isObject = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const typeText = (type: unknown): string =>
  typeof type === 'string' ? type : JSON.stringify(type ?? 'string');

function typeValue(text: string): unknown {
  if (!text.trim().startsWith('{')) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text; // Half typed: the check says what is wrong with it.
  }
}

/** Reads a `schema`; what it does not understand stays in `rest` and `more`. @internal */
export function readRowSchema(value: unknown): RowSchema {
  const { fields, columns, ...rest } = isObject(value) ? value : {};
  if (Array.isArray(columns)) {
    return {
      form: 'columns',
      columns: columns.filter(isObject).map(({ name, type, ...more }) => ({
        name: String(name ?? ''),
        type: typeText(type),
        more,
      })),
      rest: { ...rest, ...(fields !== undefined && { fields }) },
    };
  }
  const named = isObject(fields) ? fields : {};
  return {
    form: 'fields',
    columns: Object.entries(named).map(([name, type]) => ({
      name,
      type: typeText(type),
    })),
    rest,
  };
}

/** Writes what `readRowSchema` reads; fields without a name are left out, and nothing is `undefined`. @internal */
export function writeRowSchema({
  form,
  columns,
  rest,
}: RowSchema): Values | undefined {
  const named = columns.filter(it => it.name.trim() !== '');
  if (!named.length && !Object.keys(rest).length) return undefined;
  if (form === 'columns') {
    return {
      ...rest,
      columns: named.map(({ name, type, more }) => ({
        name: name.trim(),
        type: typeValue(type),
        ...more,
      })),
    };
  }
  return {
    ...rest,
    fields: Object.fromEntries(
      named.map(({ name, type }) => [name.trim(), typeValue(type)]),
    ),
  };
}
