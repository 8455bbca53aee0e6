/** One link of a Java exception's chain. @public */
export interface JavaCause {
  /** Name of the class with its package; absent when there was none. */
  type?: string;
  /** Without the stack. */
  message: string;
}

/**
 * The cluster answered and refused. `reason` is what a person needs: the innermost cause, never a stack, never a secret.
 * @public
 */
export class FlinkRequestError extends Error {
  /** HTTP status, e.g. 404. */
  readonly status: number;
  readonly reason: string;
  /** From the outermost to the innermost. */
  readonly causes: readonly JavaCause[];

  constructor(input: {
    /** What was asked of whom, e.g. `Flink at cluster:8081: POST /jars/upload`. */
    request: string;
    status: number;
    reason: string;
    causes?: readonly JavaCause[];
  }) {
    super(`${input.request}: ${input.reason}`);
    this.name = 'FlinkRequestError';
    this.status = input.status;
    this.reason = input.reason;
    this.causes = input.causes ?? [];
  }

  /** Whether a class in the chain has this name, with or without its package. */
  isCausedBy(className: string): boolean {
    return this.causes.some(
      ({ type }) => type === className || type?.endsWith(`.${className}`),
    );
  }
}
