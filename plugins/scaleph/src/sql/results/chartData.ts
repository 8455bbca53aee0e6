import type { SqlColumn } from '@scaleph/backstage-plugin-scaleph-common';
import type { SqlRow } from './ResultRows';
import { isNumeric, toText } from './values';

// More points than pixels say nothing more.
const MOST_POINTS = 1000;

/** Which columns a chart shows at first: names below, numbers up. */
export function firstChart(columns: SqlColumn[]): { x: number; y: number[] } {
  const numbers = columns.flatMap((it, index) =>
    isNumeric(it) ? [index] : [],
  );
  const named = columns.findIndex(it => !isNumeric(it));
  const x = named < 0 ? 0 : named;
  const y = numbers.filter(index => index !== x).slice(0, 3);
  return { x, y: y.length ? y : numbers.slice(0, 1) };
}

/** Points of a chart, evenly picked where there are too many. */
export function chartData(
  columns: SqlColumn[],
  rows: readonly SqlRow[],
  places: readonly number[],
  x: number,
  y: number[],
): Record<string, string | number | null>[] {
  const step = Math.max(1, Math.ceil(places.length / MOST_POINTS));
  const points: Record<string, string | number | null>[] = [];
  for (let index = 0; index < places.length; index += step) {
    const row = rows[places[index]];
    const point: (typeof points)[number] = { x: toText(row[x]) };
    for (const column of y) {
      if (!columns[column]) continue;
      const value = row[column];
      point[`y${column}`] = value === null ? null : Number(value);
    }
    points.push(point);
  }
  return points;
}
