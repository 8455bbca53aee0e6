import { useVirtualizer } from '@tanstack/react-virtual';
import type { SqlColumn } from '@scaleph/backstage-plugin-scaleph-common';
import { RiArrowDownLine, RiArrowUpLine, RiKey2Line } from '@remixicon/react';
import { memo, useId, useMemo, useRef, useState } from 'react';
import { useScalephTranslation } from '../../translation';
import { columnWidths } from './columnWidths';
import type { RowKind, SqlRow, SqlValue } from './ResultRows';
import type { ResultSort } from './values';
import { isNumeric, toText } from './values';
import { useCellSelection } from './useCellSelection';
import classes from './ResultTable.module.css';

const ROW_HEIGHT = 28;
const NUMBER_WIDTH = 64;
// A cell shows the beginning of a long value; the whole is a press away.
const MOST_SHOWN = 300;

const KIND_SIGN: Record<RowKind, string> = {
  I: '+I',
  B: '-U',
  U: '+U',
  D: '-D',
};

export interface ResultTableProps {
  label: string;
  columns: SqlColumn[];
  rows: readonly SqlRow[];
  /** What happened to each row, in a changelog. */
  kinds?: readonly RowKind[];
  /** Places of the rows that are shown, in their order. */
  places: readonly number[];
  sort?: ResultSort;
  onSort(sort: ResultSort | undefined): void;
  /** Shows a value in full. */
  onOpen(column: SqlColumn, value: SqlValue): void;
}

const Cell = memo((props: { value: SqlValue; numeric: boolean }) => {
  const { value, numeric } = props;
  if (value === null || value === undefined) {
    return <span className={classes.null}>NULL</span>;
  }
  const text = toText(value);
  const shown =
    text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text;
  return (
    <span className={numeric ? classes.number : classes.value}>
      {shown.replace(/[\r\n]+/g, ' ⏎ ')}
    </span>
  );
});

function nextSort(sort: ResultSort | undefined, column: number) {
  if (sort?.column !== column) return { column, descending: false };
  return sort.descending ? undefined : { column, descending: true };
}

/**
 * A grid that draws only the cells that are seen, of 100,000 rows and of
 * hundreds of columns. Arrows move, Shift extends, Ctrl+C copies, Enter opens.
 */
export const ResultTable = (props: ResultTableProps) => {
  const { label, columns, rows, kinds, places, sort, onSort, onOpen } = props;
  const { t } = useScalephTranslation();
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [widened, setWidened] = useState<Record<number, number>>({});
  // Widths follow the first rows; they do not jump while more come.
  const firstRows = Math.min(rows.length, 100);
  const estimated = useMemo(
    () => columnWidths(columns, rows.slice(0, firstRows)),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- rows change with every page
    [columns, firstRows],
  );
  const widths = estimated.map((width, index) => widened[index] ?? width);

  const rowWindow = useVirtualizer({
    count: places.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
    initialRect: { width: 800, height: 400 },
  });
  const columnWindow = useVirtualizer({
    horizontal: true,
    count: columns.length,
    getScrollElement: () => scroller.current,
    estimateSize: index => widths[index] ?? 120,
    overscan: 3,
    initialRect: { width: 1200, height: 400 },
  });
  const widthKey = widths.join(' ');
  const measured = useRef('');
  if (measured.current !== widthKey) {
    measured.current = widthKey;
    columnWindow.measure();
  }

  const selection = useCellSelection({
    columns,
    rows,
    places,
    onOpen,
    onShow(row, column) {
      rowWindow.scrollToIndex(row);
      columnWindow.scrollToIndex(column);
    },
  });
  const seen = columnWindow.getVirtualItems();
  const left = NUMBER_WIDTH + (kinds ? 40 : 0);
  const width = columnWindow.getTotalSize() + left;
  const { focus } = selection;
  const cellId = (row: number, column: number) => `${id}-${row}-${column}`;

  const widen = (index: number, by: number) =>
    setWidened(before => ({
      ...before,
      [index]: Math.max(48, Math.min(1200, widths[index] + by)),
    }));
  const startWidening = (index: number, begin: React.PointerEvent) => {
    begin.preventDefault();
    const handle = begin.currentTarget;
    const first = widths[index];
    handle.setPointerCapture(begin.pointerId);
    const move = (event: Event) => {
      const at = (event as PointerEvent).clientX;
      setWidened(before => ({
        ...before,
        [index]: Math.max(48, Math.min(1200, first + at - begin.clientX)),
      }));
    };
    handle.addEventListener('pointermove', move);
    handle.addEventListener(
      'pointerup',
      () => handle.removeEventListener('pointermove', move),
      { once: true },
    );
  };

  return (
    <div
      ref={scroller}
      className={classes.scroller}
      role="grid"
      tabIndex={0}
      aria-label={label}
      aria-rowcount={places.length + 1}
      aria-colcount={columns.length + 1}
      aria-multiselectable
      aria-activedescendant={
        focus ? cellId(focus.row, focus.column) : undefined
      }
      onKeyDown={selection.onKeyDown}
      onCopy={selection.onCopy}
    >
      <div
        className={classes.head}
        role="row"
        aria-rowindex={1}
        style={{ width }}
      >
        <div
          className={classes.corner}
          role="columnheader"
          aria-colindex={1}
          style={{ width: left }}
        >
          {t('sql.result.row')}
        </div>
        {seen.map(({ index, start, size }) => {
          const column = columns[index];
          const sorted = sort?.column === index ? sort : undefined;
          let order: 'ascending' | 'descending' | 'none' = 'none';
          if (sorted) order = sorted.descending ? 'descending' : 'ascending';
          return (
            <div
              key={index}
              className={classes.header}
              role="columnheader"
              aria-colindex={index + 2}
              aria-sort={order}
              style={{ left: start + left, width: size }}
            >
              <button
                type="button"
                className={classes.sort}
                title={`${column.name} ${column.type}`}
                tabIndex={-1}
                onClick={() => onSort(nextSort(sort, index))}
              >
                <span className={classes.name}>
                  {column.key && <RiKey2Line size={12} aria-hidden />}
                  {column.name}
                  {sorted &&
                    (sorted.descending ? (
                      <RiArrowDownLine size={14} aria-hidden />
                    ) : (
                      <RiArrowUpLine size={14} aria-hidden />
                    ))}
                </span>
                <span className={classes.type}>{column.type}</span>
              </button>
              <span
                className={classes.widen}
                aria-hidden
                onPointerDown={event => startWidening(index, event)}
                onDoubleClick={() => widen(index, 160)}
              />
            </div>
          );
        })}
      </div>
      <div
        className={classes.body}
        role="rowgroup"
        style={{ height: rowWindow.getTotalSize(), width }}
      >
        {rowWindow.getVirtualItems().map(({ index, start }) => {
          const place = places[index];
          const row = rows[place];
          const kind = kinds?.[place];
          return (
            <div
              key={index}
              className={`${classes.row} ${index % 2 ? classes.odd : ''}`}
              role="row"
              aria-rowindex={index + 2}
              style={{ transform: `translateY(${start}px)`, width }}
            >
              <div
                className={classes.rowNumber}
                role="rowheader"
                aria-colindex={1}
                style={{ width: left }}
              >
                {kind && (
                  <span
                    className={classes[`kind${kind}`]}
                    title={t(`sql.result.kind.${kind}`)}
                  >
                    {KIND_SIGN[kind]}
                  </span>
                )}
                {place + 1}
              </div>
              {seen.map(({ index: column, start: from, size }) => {
                const isFocus = focus?.row === index && focus.column === column;
                const isSelected = selection.isSelected(index, column);
                return (
                  <div
                    key={column}
                    id={isFocus ? cellId(index, column) : undefined}
                    className={`${classes.cell} ${
                      isSelected ? classes.selected : ''
                    } ${isFocus ? classes.focus : ''}`}
                    role="gridcell"
                    tabIndex={-1}
                    aria-colindex={column + 2}
                    aria-selected={isSelected}
                    style={{ left: from + left, width: size }}
                    onMouseDown={event =>
                      selection.onPress(index, column, event)
                    }
                    onMouseEnter={event =>
                      selection.onMove(index, column, event)
                    }
                    onDoubleClick={() => onOpen(columns[column], row[column])}
                  >
                    <Cell
                      value={row?.[column]}
                      numeric={isNumeric(columns[column])}
                    />
                  </div>
                );
              })}
            </div>
          );
        })}
      </div>
    </div>
  );
};
