/** What a node does, in the order in which the worker takes the nodes. @internal */
export type PlanStep =
  | ScanFilesStep
  | GenerateStep
  | LoadTableStep
  | TransformStep
  | WriteFileStep
  | WriteTableStep
  | PrintStep;

interface StepBase {
  /** Id of the node. */
  node: string;
  connector: string;
  /** Ids of the nodes above; empty for sources. */
  inputs: string[];
}

/**
 * How the result of a node is kept: `view` is computed anew by each reader, `table` once and spilled to disk when it is large.
 * @internal
 */
export type Keeping = 'view' | 'table';

/** A LocalFile source. @internal */
export interface ScanFilesStep extends StepBase {
  type: 'scan-files';
  keeping: 'view';
  /** Name of the data source whose directory `path` is relative to. */
  dataSource?: string;
  path: string;
  scan: FileScan;
}

/** How files are read; see `fileScanSql`. @internal */
export interface FileScan {
  format: 'csv' | 'json' | 'parquet' | 'text';
  delimiter?: string;
  header?: boolean;
  skipRows?: number;
  nullText?: string;
  quote?: string;
  /** DuckDB type by column, in order; inferred when absent. */
  columns?: Record<string, string>;
  /** Columns to keep; all when absent. */
  readColumns?: string[];
  dateFormat?: string;
  timestampFormat?: string;
  /** Rows that are looked at to find out the types; all when -1. */
  sampleRows?: number;
  /** Everything is given and nothing is to be found out from the data. */
  pinned?: { newLine: string };
}

/** A FakeSource. @internal */
export interface GenerateStep extends StepBase {
  type: 'generate';
  keeping: 'view';
  sql: string;
  rows: number;
}

/** A Jdbc source: always loaded once into a table. @internal */
export interface LoadTableStep extends StepBase {
  type: 'load-table';
  keeping: 'table';
  dataSource: string;
  /** One SELECT in the database's own SQL, or the path of a table. */
  from: { query: string } | { table: string };
  fetchSize: number;
  /** Rows to read at most, for a preview; 0 for the columns alone. */
  limit?: number;
}

/** Sql, Filter or FieldMapper. @internal */
export interface TransformStep extends StepBase {
  type: 'transform';
  keeping: Keeping;
  sql: string;
  /** The node gives exactly as many rows as it takes. */
  keepsRowCount: boolean;
  /** Tag of the operator that counts its rows, for nodes whose count follows from nothing else; see `countedSql`. */
  counter?: string;
}

/** A LocalFile sink. @internal */
export interface WriteFileStep extends StepBase {
  type: 'write-file';
  dataSource?: string;
  path: string;
  /** Name inside of the directory `path`; `path` is the file itself when absent. */
  fileName?: string;
  format: 'csv' | 'json' | 'parquet';
  delimiter?: string;
  header?: boolean;
  compression?: 'none' | 'snappy' | 'zstd' | 'gzip';
  columns?: string[];
  existing: 'replace' | 'add' | 'refuse';
}

/** A Jdbc sink. @internal */
export interface WriteTableStep extends StepBase {
  type: 'write-table';
  dataSource: string;
  /** `table` or `schema.table`. */
  table: string;
  create: 'when-missing' | 'again' | 'never';
  existing: 'replace' | 'add' | 'refuse';
  /** Rows with the same values in these columns replace each other. */
  upsertBy?: string[];
  primaryKeys: string[];
  batchSize: number;
}

/** A Console sink. @internal */
export interface PrintStep extends StepBase {
  type: 'print';
  limit: number;
}

/** What the worker is to do; JSON, without secrets. @internal */
export interface EmbeddedPlan {
  version: 1;
  pipeline: string;
  /** Upper bound of threads by the document's `env.parallelism`. */
  parallelism?: number;
  /** In topological order. */
  steps: PlanStep[];
}
