/** A state snapshot on a target. @public */
export interface EngineSnapshot {
  kind: 'savepoint' | 'checkpoint';
  /** As the target knows it. */
  location: string;
  /** ISO 8601. */
  createdAt: string;
  sizeBytes?: number;
}

/**
 * Something that takes a while on the engine's side. `stop` and `suspend` are
 * the same there: a savepoint, then the end of the job.
 *
 * @public
 */
export interface EngineOperation {
  /** A UUID; the engine derives its own id of the operation from it. */
  id: string;
  kind: 'savepoint' | 'checkpoint' | 'suspend' | 'stop' | 'rescale';
  /** Of `rescale`. */
  parallelism?: number;
}

/** How far an operation is. @public */
export type OperationProgress =
  | { state: 'running' }
  | { state: 'completed'; snapshot?: EngineSnapshot; message?: string }
  /** For good; `message` is for a person. */
  | { state: 'failed'; message: string };
