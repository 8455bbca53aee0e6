import { SampleRows } from '@scaleph/backstage-plugin-scaleph-common';

/** Fields that are looked at; a document may have a million. */
const MOST_COLUMNS = 1_000;

type Fields = Record<string, unknown>;

/**
 * JSON as rows: those of an array, of the first array of objects that an object holds, of lines of JSON, or one for anything else. Undefined for a text that is
 * no JSON.
 * @internal
 */
export function jsonRows(text: string, limit: number): SampleRows | undefined {
  const value = parse(text) ?? parseLines(text, limit + 1);
  if (value === undefined) return undefined;
  const items = itemsOf(value);
  const shown = items.slice(0, limit).map(toFields);
  const names = [...new Set(shown.flatMap(it => Object.keys(it)))].slice(
    0,
    MOST_COLUMNS,
  );
  return {
    columns: names.map(name => ({ name, type: typeOf(shown, name) })),
    rows: shown.map(fields =>
      names.map(name => (Object.hasOwn(fields, name) ? fields[name] : null)),
    ),
    truncated: items.length > limit,
  };
}

function itemsOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  const inner = isObject(value)
    ? Object.values(value).find(
        it => Array.isArray(it) && it.length > 0 && it.every(isObject),
      )
    : undefined;
  return (inner as unknown[] | undefined) ?? [value];
}

function toFields(item: unknown): Fields {
  return isObject(item) ? item : { value: item };
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Of the first value that is some. */
function typeOf(rows: Fields[], name: string): string {
  const value = rows
    .map(row => (Object.hasOwn(row, name) ? row[name] : null))
    .find(it => it !== null);
  if (value === undefined) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function parseLines(text: string, limit: number): unknown[] | undefined {
  const lines = text.split('\n', limit).filter(line => line.trim() !== '');
  const values = lines.map(parse);
  return lines.length && values.every(isObject) ? values : undefined;
}
