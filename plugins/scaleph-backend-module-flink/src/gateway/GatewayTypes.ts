/** A type as the planner names it: `{ type: 'DECIMAL', nullable: true, precision: 10, scale: 2 }`, nested for ARRAY, MAP and ROW. @public */
export interface LogicalType {
  /** E.g. `BIGINT`, `TIMESTAMP_WITHOUT_TIME_ZONE`. */
  type: string;
  nullable?: boolean;
  length?: number;
  precision?: number;
  scale?: number;
  /** Of an ARRAY or MULTISET. */
  elementType?: LogicalType;
  /** Of a MAP. */
  keyType?: LogicalType;
  valueType?: LogicalType;
  /** Of a ROW. */
  fields?: { name: string; fieldType: LogicalType; description?: string }[];
}

/** @public */
export interface SqlColumn {
  name: string;
  logicalType: LogicalType;
  comment?: string;
}

/** @public */
export type SqlRowKind = 'INSERT' | 'UPDATE_BEFORE' | 'UPDATE_AFTER' | 'DELETE';

/** A change of the result. @public */
export interface SqlRow {
  kind: SqlRowKind;
  /**
   * JSON, one a column: numbers that JavaScript would round are strings of their digits, bytes are base64, and times are texts of
   * ISO 8601 without a zone (`2024-01-02T03:04:05.678`).
   */
  fields: unknown[];
}

/** A part of a result. @public */
export interface SqlPage {
  /** Of a query, and not what a statement answers about itself. */
  isQuery: boolean;
  /** Of the job that makes the result, or of the one that an INSERT has started. */
  jobId?: string;
  /** `SUCCESS` (there is nothing but OK) or `SUCCESS_WITH_CONTENT`. */
  resultKind?: string;
  columns: SqlColumn[];
  rows: SqlRow[];
}

/** Answer to a fetch; ask for `nextToken` next. `EOS`: that was all, and it holds no rows. @public */
export type FetchedResult =
  | { state: 'NOT_READY'; nextToken: number }
  | ({ state: 'PAYLOAD'; nextToken: number } & SqlPage)
  | ({ state: 'EOS' } & SqlPage);

/** @public */
export type OperationStatus =
  | 'INITIALIZED'
  | 'PENDING'
  | 'RUNNING'
  | 'FINISHED'
  | 'CANCELED'
  | 'CLOSED'
  | 'ERROR'
  | 'TIMEOUT';
