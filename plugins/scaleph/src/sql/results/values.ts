import type { SqlColumn } from '@scaleph/backstage-plugin-scaleph-common';
import type { SqlRow, SqlValue } from './ResultRows';

const NUMERIC =
  /^(?:TINYINT|SMALLINT|INT|INTEGER|BIGINT|FLOAT|DOUBLE|REAL|DECIMAL|NUMERIC|SERIAL|INT[248]|FLOAT[48]|UINT|MEDIUMINT|YEAR|NUMBER|MONEY|UNSIGNED)/i;

/** Whether the values of a column are numbers. */
export const isNumeric = ({ type }: SqlColumn): boolean => NUMERIC.test(type);

/** A value as text; nested ones as JSON. */
export function toText(value: SqlValue): string {
  if (value === null || value === undefined) return 'NULL';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

const DIGITS = /^(-?)(\d+)(?:\.(\d+))?$/;

/** Exact, also of numbers that came as strings since no double holds them. */
function compareNumbers(left: SqlValue, right: SqlValue): number {
  if (typeof left === 'number' && typeof right === 'number') {
    return left - right;
  }
  const [a, b] = [DIGITS.exec(String(left)), DIGITS.exec(String(right))];
  if (!a || !b) return Number(left) - Number(right) || 0;
  const places = Math.max(a[3]?.length ?? 0, b[3]?.length ?? 0);
  const whole = ([, sign, digits, rest = '']: RegExpExecArray) =>
    BigInt(`${sign}${digits}${rest.padEnd(places, '0')}`);
  const [x, y] = [whole(a), whole(b)];
  if (x === y) return 0;
  return x < y ? -1 : 1;
}

/** Order of two values of a column; NULL is the last. */
export function compareValues(
  left: SqlValue,
  right: SqlValue,
  numeric: boolean,
): number {
  const [noLeft, noRight] = [left ?? undefined, right ?? undefined].map(
    it => it === undefined,
  );
  if (noLeft || noRight) return Number(noLeft) - Number(noRight);
  if (numeric) return compareNumbers(left, right);
  const [a, b] = [toText(left), toText(right)];
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** How a table is sorted: by which column, and which way. */
export interface ResultSort {
  column: number;
  descending: boolean;
}

/** Places of the rows that are shown, in their order. */
export function viewOf(
  rows: readonly SqlRow[],
  columns: SqlColumn[],
  filter: string,
  sort: ResultSort | undefined,
): number[] {
  const wanted = filter.trim().toLowerCase();
  const places: number[] = [];
  rows.forEach((row, place) => {
    const matches =
      !wanted ||
      row.some(
        value => value !== null && toText(value).toLowerCase().includes(wanted),
      );
    if (matches) places.push(place);
  });
  if (!sort || !columns[sort.column]) return places;
  const numeric = isNumeric(columns[sort.column]);
  const direction = sort.descending ? -1 : 1;
  return places.sort((a, b) => {
    const [left, right] = [rows[a][sort.column], rows[b][sort.column]];
    const noValue = left === null || right === null;
    const order = compareValues(left, right, numeric);
    return (noValue ? order : order * direction) || a - b;
  });
}
