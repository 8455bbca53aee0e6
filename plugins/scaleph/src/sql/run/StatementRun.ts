import {
  ScalephApi,
  ScalephApiError,
  SqlColumn,
  SqlError,
  SqlOperation,
  SqlPage,
} from '@scaleph/backstage-plugin-scaleph-common';
import { toError } from '@backstage/errors';
import { ResultRows, SqlRow } from '../results/ResultRows';

/** What of the API runs need. */
export type SqlRunApi = Pick<
  ScalephApi,
  'executeSql' | 'fetchSqlRows' | 'cancelSqlOperation'
>;

/** `waiting`: others run before it; `lost`: the server does not answer. */
export type RunStatus =
  | 'waiting'
  | 'running'
  | 'finished'
  | 'failed'
  | 'canceled'
  | 'lost';

/** What a screen shows of a run; a new object at every change. */
export interface RunView {
  status: RunStatus;
  operation?: SqlOperation;
  error?: SqlError;
  /** As many rows as are kept here have come; there are more. */
  full: boolean;
  /** Its rows were given out before and are not kept by the place. */
  gone: boolean;
  /** The place's own row limit was reached. */
  capped: boolean;
  startedAt?: number;
  endedAt?: number;
  version: number;
}

/** A run as a browser tab keeps it over a reload. */
export interface KeptRun {
  operation: string;
  /** Of the page that comes next; absent when there is none. */
  token?: string;
  columns: SqlColumn[];
  rows: readonly SqlRow[];
  kinds?: string;
  status: RunStatus;
  error?: SqlError;
  endedAt?: number;
  /** There were too many rows to keep. */
  gone?: boolean;
}

// More rows would not fit into what browsers keep for a tab.
const MOST_KEPT = 20_000;
const FIRST_WAIT_MS = 1500;
const WAIT_MS = 4000;
const PAGE_ROWS = 10_000;
// Screens draw a running result at most this often.
const DRAW_MS = 200;
const RETRY_MS = [500, 1500, 4000];

const pause = (milliseconds: number, signal: AbortSignal) =>
  new Promise<void>(resolve => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });

let lastId = 0;

/** One statement that runs, and its rows as they come. */
export class StatementRun {
  readonly id = `run-${++lastId}`;
  readonly rows = new ResultRows();
  private view: RunView = {
    status: 'waiting',
    full: false,
    gone: false,
    capped: false,
    version: 0,
  };
  private readonly listeners = new Set<() => void>();
  private readonly aborter = new AbortController();
  private token?: string;
  private drawTimer?: ReturnType<typeof setTimeout>;

  constructor(
    private readonly api: SqlRunApi,
    readonly session: string,
    readonly statement: string,
    private readonly variables?: Record<string, string>,
  ) {}

  subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  snapshot = (): RunView => this.view;

  get isOver(): boolean {
    return !['waiting', 'running'].includes(this.view.status);
  }

  /**
   * Runs it and fetches its rows until there are no more.
   *
   * @param onAccepted - called when the place took it and its columns are
   * known, or when it is over
   */
  async start(onAccepted?: () => void): Promise<void> {
    if (this.view.status !== 'waiting') return;
    this.set({ status: 'running', startedAt: Date.now() });
    try {
      const { operation, page } = await this.api.executeSql(this.session, {
        statement: this.statement,
        waitMs: FIRST_WAIT_MS,
        ...(this.variables && { variables: this.variables }),
      });
      if (this.aborter.signal.aborted) {
        await this.api.cancelSqlOperation(operation.id);
        return;
      }
      this.set({ operation });
      await this.follow(page, onAccepted);
    } catch (cause) {
      this.fail(cause);
    } finally {
      onAccepted?.();
    }
  }

  /**
   * Goes on with an operation that was started before: after the rows that were
   * kept, else from its first row, if the place still has it.
   */
  async resume(operation: SqlOperation, kept?: KeptRun): Promise<void> {
    if (this.view.status !== 'waiting') return;
    const startedAt = Date.parse(operation.startedAt);
    if (kept) {
      const { columns, rows, kinds, error } = kept;
      this.rows.append({
        columns,
        rows: [...rows] as unknown[][],
        kinds,
        done: false,
      });
      this.token = kept.token;
      const { status, endedAt, gone = false } = kept;
      if (gone) {
        const now = status === 'lost' ? operation.state : status;
        this.set({ operation, startedAt, endedAt, gone, status: now });
        return;
      }
      if (!['running', 'lost'].includes(status)) {
        this.set({ operation, startedAt, status, error, endedAt });
        return;
      }
    }
    this.set({ status: 'running', operation, startedAt });
    try {
      await this.follow(undefined);
    } catch (cause) {
      const isGone =
        cause instanceof ScalephApiError && cause.statusCode === 409;
      if (isGone) this.set({ gone: true, status: operation.state });
      else this.fail(cause);
    }
  }

  /** What is needed to show it again after a reload; without its rows when they are too many. */
  keep(): KeptRun | undefined {
    const { operation, status, error, endedAt, gone } = this.view;
    const { rows, kinds } = this.rows.changes();
    if (!operation) return undefined;
    const kept = { operation: operation.id, status, error, endedAt };
    const isWhole = this.rows.received === rows.length;
    if (gone || !isWhole || rows.length > MOST_KEPT) {
      return { ...kept, columns: [], rows: [], gone: true };
    }
    return {
      ...kept,
      token: this.token,
      columns: this.rows.columns,
      rows,
      ...(kinds.length && { kinds: kinds.join('') }),
    };
  }

  /** Fetches again after the server did not answer. */
  async retry(): Promise<void> {
    if (this.view.status !== 'lost') return;
    this.set({ status: 'running', error: undefined, endedAt: undefined });
    try {
      await this.follow(undefined);
    } catch (cause) {
      this.fail(cause);
    }
  }

  /** Stops it on the server; what came already stays. */
  async cancel(): Promise<void> {
    const { operation, status } = this.view;
    if (status === 'waiting') {
      this.aborter.abort();
      this.set({ status: 'canceled' });
      return;
    }
    this.aborter.abort();
    this.set({ status: 'canceled', endedAt: Date.now() });
    if (operation) {
      const after = await this.api.cancelSqlOperation(operation.id);
      this.set({ operation: after });
    }
  }

  /** Fetches no more; on the server it goes on. */
  leave(): void {
    this.aborter.abort();
    clearTimeout(this.drawTimer);
  }

  private async follow(first: SqlPage | undefined, onAccepted?: () => void) {
    let page = first;
    for (;;) {
      if (page) {
        this.take(page);
        if (page.done) break;
        if (this.rows.columns.length) onAccepted?.();
      }
      if (this.aborter.signal.aborted) return;
      const isFull = this.rows.isFull;
      page = await this.fetch();
      if (this.aborter.signal.aborted) return;
      if (isFull && (!page.done || page.rows.length)) {
        await this.endFull();
        return;
      }
    }
    this.end(page);
  }

  /** More came than is kept here: nobody would see what comes after. */
  private async endFull() {
    this.set({ full: true, status: 'finished', endedAt: Date.now() });
    await this.api.cancelSqlOperation(this.view.operation!.id);
  }

  private async fetch(): Promise<SqlPage> {
    const { signal } = this.aborter;
    for (let attempt = 0; ; attempt++) {
      try {
        return await this.api.fetchSqlRows(
          this.view.operation!.id,
          { token: this.token, waitMs: WAIT_MS, maxRows: PAGE_ROWS },
          { signal },
        );
      } catch (cause) {
        // What the API refused it will refuse again.
        const isRefused =
          cause instanceof ScalephApiError && cause.statusCode < 500;
        if (signal.aborted || isRefused || attempt >= RETRY_MS.length) {
          throw cause;
        }
        await pause(RETRY_MS[attempt], signal);
      }
    }
  }

  private take(page: SqlPage) {
    this.rows.append(page);
    this.token = page.next ?? this.token;
    this.view = {
      ...this.view,
      capped: page.capped ?? this.view.capped,
      version: this.view.version + 1,
    };
    this.drawTimer ??= setTimeout(() => {
      this.drawTimer = undefined;
      this.tell();
    }, DRAW_MS);
  }

  private end(page: SqlPage) {
    const said = page.state === 'running' ? undefined : page.state;
    const status = page.error ? 'failed' : said ?? 'finished';
    this.set({ status, error: page.error, endedAt: Date.now() });
  }

  private fail(cause: unknown) {
    if (this.aborter.signal.aborted) return;
    const error = toError(cause);
    const isRefused = error instanceof ScalephApiError;
    this.set({
      status: isRefused || !this.view.operation ? 'failed' : 'lost',
      error: { message: error.message },
      endedAt: Date.now(),
    });
  }

  private set(changes: Partial<RunView>) {
    this.view = {
      ...this.view,
      ...changes,
      version: this.view.version + 1,
    };
    clearTimeout(this.drawTimer);
    this.drawTimer = undefined;
    this.tell();
  }

  private tell() {
    for (const listener of this.listeners) listener();
  }
}
