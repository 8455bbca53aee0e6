import { DuckDBConnection, DuckDBDataChunk } from '@duckdb/node-api';
import { mkdir } from 'node:fs/promises';
import { WorkerLimits } from '../../runDirectory/WorkerStatus';
import { StopSignal } from '../StopSignal';
import { openDuckDb, OpenDuckDb } from './openDuckDb';
import { ProfileOperator, readProfile } from './readProfile';

/** How far a statement is: rows that its scans gave so far, about. @internal */
export type OnProgress = (rows: number) => void;

/** The run's DuckDB: statements that can be stopped, with what DuckDB counted in them. @internal */
export class DuckDb {
  private constructor(
    private readonly open: OpenDuckDb,
    private readonly stop: StopSignal,
  ) {}

  static async create(options: {
    limits: WorkerLimits;
    temporary: string;
    files: string[];
    stop: StopSignal;
  }): Promise<DuckDb> {
    await mkdir(options.temporary, { recursive: true, mode: 0o700 });
    return new DuckDb(await openDuckDb(options), options.stop);
  }

  get connection(): DuckDBConnection {
    return this.open.connection;
  }

  /** Runs a statement and answers the number of rows that it changed or copied, and its profile. */
  async run(
    sql: string,
    onProgress?: OnProgress,
  ): Promise<{ rows: number; profile: ProfileOperator }> {
    this.stop.check();
    const timer =
      onProgress && setInterval(() => report(this, onProgress), 200);
    try {
      const result = await this.stop.during(this.connection.run(sql), () =>
        this.connection.interrupt(),
      );
      const rows = Number((await result.getRows())[0]?.[0] ?? 0);
      return { rows, profile: await readProfile(this.open.profile) };
    } finally {
      clearInterval(timer);
    }
  }

  /** A statement of which nothing but its success counts. */
  async execute(sql: string): Promise<void> {
    this.stop.check();
    await this.stop.during(this.connection.run(sql), () =>
      this.connection.interrupt(),
    );
  }

  async rows(sql: string): Promise<unknown[][]> {
    this.stop.check();
    const reader = await this.stop.during(
      this.connection.runAndReadAll(sql),
      () => this.connection.interrupt(),
    );
    return reader.getRowsJS();
  }

  /** Columns of a SELECT or table: name and DuckDB type. */
  async describe(select: string): Promise<{ name: string; type: string }[]> {
    const rows = await this.rows(`DESCRIBE (${select})`);
    return rows.map(([name, type]) => ({
      name: String(name),
      type: String(type),
    }));
  }

  /** Rows of a SELECT, chunk by chunk; answers the profile at the end. */
  async *stream(sql: string): AsyncGenerator<DuckDBDataChunk, ProfileOperator> {
    this.stop.check();
    const interrupt = () => this.connection.interrupt();
    const running = this.connection.stream(sql);
    const result = await this.stop.during(running, interrupt);
    for (;;) {
      this.stop.check();
      const chunk = await this.stop.during(result.fetchChunk(), interrupt);
      if (!chunk || chunk.rowCount === 0) break;
      yield chunk;
    }
    return readProfile(this.open.profile);
  }

  close(): void {
    this.open.close();
  }
}

function report(database: DuckDb, onProgress: OnProgress): void {
  const { rows_processed: rows } = database.connection.progress;
  onProgress(Number(rows));
}
