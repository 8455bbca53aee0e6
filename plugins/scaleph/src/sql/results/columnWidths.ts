import type { SqlColumn } from '@scaleph/backstage-plugin-scaleph-common';
import type { SqlRow } from './ResultRows';
import { toText } from './values';

const CHARACTER = 8;
const PADDING = 26;
const NARROWEST = 72;
const WIDEST = 340;

/** Chinese and such take twice the room. */
const lengthOf = (text: string) => {
  const shown = text.slice(0, 60);
  let length = shown.length;
  for (const character of shown) if (character > '\u2e80') length += 1;
  return length;
};

/** Widths in pixels that show most of the given rows, and the heads. */
export function columnWidths(
  columns: SqlColumn[],
  rows: readonly SqlRow[],
): number[] {
  return columns.map(({ name, type }, index) => {
    let longest = Math.max(lengthOf(name) + 2, Math.min(lengthOf(type), 24));
    for (const row of rows) {
      longest = Math.max(longest, lengthOf(toText(row[index])));
    }
    const width = longest * CHARACTER + PADDING;
    return Math.round(Math.max(NARROWEST, Math.min(WIDEST, width)));
  });
}
