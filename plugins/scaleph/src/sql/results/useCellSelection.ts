import type { SqlColumn } from '@scaleph/backstage-plugin-scaleph-common';
import { ClipboardEvent, KeyboardEvent, MouseEvent, useState } from 'react';
import { toTsv } from './exportRows';
import type { SqlRow, SqlValue } from './ResultRows';

export interface CellPlace {
  /** Among the rows that are shown. */
  row: number;
  column: number;
}

export interface CellSelectionOptions {
  columns: SqlColumn[];
  rows: readonly SqlRow[];
  places: readonly number[];
  onOpen(column: SqlColumn, value: SqlValue): void;
  /** Brings a cell into view. */
  onShow(row: number, column: number): void;
}

const PAGE = 20;
const STEPS: Record<string, [row: number, column: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-PAGE, 0],
  PageDown: [PAGE, 0],
};

const between = (value: number, most: number) =>
  Math.max(0, Math.min(most, value));

/** A rectangle of cells, from where it was begun to where it is now. */
export function useCellSelection(options: CellSelectionOptions) {
  const { columns, rows, places, onOpen, onShow } = options;
  const [range, setRange] = useState<{ anchor: CellPlace; focus: CellPlace }>();
  const lastRow = places.length - 1;
  const lastColumn = columns.length - 1;
  // The rows may have become fewer by a filter.
  const isThere = range && range.focus.row <= lastRow;
  const current = isThere ? range : undefined;

  const bounds = current && {
    top: Math.min(current.anchor.row, current.focus.row),
    bottom: Math.min(lastRow, Math.max(current.anchor.row, current.focus.row)),
    left: Math.min(current.anchor.column, current.focus.column),
    right: Math.max(current.anchor.column, current.focus.column),
  };
  const select = (row: number, column: number, extends_: boolean) => {
    const focus = {
      row: between(row, lastRow),
      column: between(column, lastColumn),
    };
    setRange({ anchor: extends_ && current ? current.anchor : focus, focus });
    return focus;
  };
  const selectedRows = (): SqlRow[] => {
    if (!bounds) return [];
    return places
      .slice(bounds.top, bounds.bottom + 1)
      .map(place => rows[place].slice(bounds.left, bounds.right + 1));
  };

  return {
    focus: current?.focus,
    isSelected: (row: number, column: number) =>
      Boolean(
        bounds &&
          row >= bounds.top &&
          row <= bounds.bottom &&
          column >= bounds.left &&
          column <= bounds.right,
      ),
    onPress: (row: number, column: number, event: MouseEvent) => {
      if (event.button === 0) select(row, column, event.shiftKey);
    },
    onMove: (row: number, column: number, event: MouseEvent) => {
      if (event.buttons === 1 && current) select(row, column, true);
    },
    onKeyDown: (event: KeyboardEvent) => {
      const { key, shiftKey } = event;
      const isCommand = event.ctrlKey || event.metaKey;
      const { row, column } = current?.focus ?? { row: -1, column: 0 };
      let next: CellPlace | undefined;
      if (isCommand && key.toLowerCase() === 'a') {
        event.preventDefault();
        setRange({
          anchor: { row: 0, column: 0 },
          focus: { row: lastRow, column: lastColumn },
        });
        return;
      }
      if (key === 'Enter' && current) {
        event.preventDefault();
        onOpen(columns[column], rows[places[row]][column]);
        return;
      }
      const step = STEPS[key];
      if (step) next = { row: row + step[0], column: column + step[1] };
      else if (key === 'Home') next = { row: isCommand ? 0 : row, column: 0 };
      else if (key === 'End') {
        next = { row: isCommand ? lastRow : row, column: lastColumn };
      }
      if (!next || lastRow < 0) return;
      event.preventDefault();
      const focus = select(next.row, next.column, shiftKey);
      onShow(focus.row, focus.column);
    },
    onCopy: (event: ClipboardEvent) => {
      const chosen = selectedRows();
      if (!chosen.length) return;
      event.preventDefault();
      event.clipboardData.setData('text/plain', toTsv(chosen));
    },
  };
}
