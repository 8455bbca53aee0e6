import type {
  SqlColumn,
  SqlPage,
} from '@scaleph/backstage-plugin-scaleph-common';

/** A value as the API gives it: exact, so large numbers are strings. */
export type SqlValue = unknown;
export type SqlRow = readonly SqlValue[];

/** What happened to a row: insert, update before, update after, delete. */
export type RowKind = 'I' | 'B' | 'U' | 'D';

// What a browser tab carries well; a changelog keeps its newest changes.
export const MOST_ROWS = 100_000;

interface Counted {
  row: SqlRow;
  count: number;
}

/**
 * The rows of a running result: as a changelog, and folded into the current
 * state. With key columns a change replaces the row of its key; without, an
 * update before or a delete takes away one equal row.
 */
export class ResultRows {
  columns: SqlColumn[] = [];
  /** Changes that came, also those that are not kept any more. */
  received = 0;
  /** Whether there was anything but inserts. */
  isChangelog = false;

  private log: SqlRow[] = [];
  private kinds: RowKind[] = [];
  private folded?: Map<string, Counted>;
  private current?: SqlRow[];

  /** Adds a page; its rows come in order. */
  append(page: SqlPage): void {
    if (page.columns?.length) this.columns = page.columns;
    const rows = page.rows as SqlRow[];
    if (!rows.length) return;
    const kinds = page.kinds;
    if (kinds && /[^I]/.test(kinds) && !this.isChangelog) this.startFolding();
    rows.forEach((row, index) => {
      const kind = (kinds?.[index] ?? 'I') as RowKind;
      this.log.push(row);
      if (this.isChangelog) {
        this.kinds.push(kind);
        this.fold(row, kind);
      }
    });
    this.received += rows.length;
    this.current = undefined;
    const surplus = this.log.length - MOST_ROWS;
    if (surplus > 0 && this.isChangelog) {
      this.log = this.log.slice(surplus);
      this.kinds = this.kinds.slice(surplus);
    }
  }

  /** Whether no more rows should be fetched. */
  get isFull(): boolean {
    return this.isChangelog
      ? this.folded!.size >= MOST_ROWS
      : this.log.length >= MOST_ROWS;
  }

  /** The rows as they are now. The same array until a page changes it. */
  state(): SqlRow[] {
    this.current ??= this.folded
      ? [...this.folded.values()].flatMap(({ row, count }) =>
          count === 1 ? [row] : new Array<SqlRow>(Math.max(0, count)).fill(row),
        )
      : [...this.log];
    return this.current;
  }

  /** What changed, oldest first; the newest 100,000. */
  changes(): { rows: readonly SqlRow[]; kinds: readonly RowKind[] } {
    return { rows: this.log, kinds: this.kinds };
  }

  private startFolding() {
    this.isChangelog = true;
    this.folded = new Map();
    this.kinds = this.log.map(() => 'I');
    for (const row of this.log) this.fold(row, 'I');
  }

  private fold(row: SqlRow, kind: RowKind) {
    const folded = this.folded!;
    const keys = this.columns.flatMap((it, index) => (it.key ? [index] : []));
    if (keys.length) {
      const key = JSON.stringify(keys.map(index => row[index]));
      if (kind === 'D') folded.delete(key);
      // What comes after an update before has the same key, and takes its place.
      else if (kind !== 'B') folded.set(key, { row, count: 1 });
      return;
    }
    const key = JSON.stringify(row);
    const known = folded.get(key);
    const count = (known?.count ?? 0) + (kind === 'I' || kind === 'U' ? 1 : -1);
    // A count below zero waits for the insert that comes late.
    if (count === 0) folded.delete(key);
    else if (known) known.count = count;
    else folded.set(key, { row, count });
  }
}
