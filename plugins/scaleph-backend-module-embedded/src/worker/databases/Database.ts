import { LoadTableStep, WriteTableStep } from '../../plan/EmbeddedPlan';
import { Queries } from '../Queries';

/** A column of a result: its name, its type in DuckDB, and how the value comes of its text. @internal */
export interface LoadColumn {
  name: string;
  type: string;
  /** SQL of DuckDB; `text` is the column with the text, quoted. */
  fromText(text: string): string;
}

/**
 * The result of a source: text in CSV, where an empty field without quotes is NULL and `""` an empty string.
 * @internal
 */
export interface TableReader {
  columns: LoadColumn[];
  /** In pieces of any length. */
  csv: AsyncIterable<Buffer>;
}

/** A column of DuckDB that a sink writes. @internal */
export interface SinkColumn {
  name: string;
  /** DuckDB's name of the type. */
  type: string;
}

/** What sinks of one run do in one database, all in one transaction where the database can. @internal */
export interface TableWriter {
  /**
   * Finds or makes the table, and writes all rows of the step into it. Answers how many.
   * Throws Error for a person: no such table, a column that it lacks, rows that are there and must not be.
   */
  write(
    step: WriteTableStep,
    columns: SinkColumn[],
    queries: Queries,
    onRows: (rows: number) => void,
  ): Promise<number>;
  /** Makes the rows of all sinks visible; called once for each sink, the first call counts. */
  commit(): Promise<void>;
  rollBack(): Promise<void>;
  close(): Promise<void>;
}

/** A data source of a database type. @internal */
export interface Database {
  /** Runs `use` with the result of a source, inside of a transaction that only reads. */
  read<T>(
    step: LoadTableStep,
    use: (reader: TableReader) => Promise<T>,
  ): Promise<T>;
  openWriter(): Promise<TableWriter>;
  /** Says what went wrong, for a person. */
  explain(error: unknown): string;
}
