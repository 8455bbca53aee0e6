/**
 * Why a cluster gave no usable answer. `unavailable`: 502–504, or it said itself that it is not ready; `bad-answer`: what came is
 * not what Flink answers (HTML, cut off, too large, a field is missing); `aborted`: the caller's signal.
 * @public
 */
export type FlinkFailure =
  | 'host-not-found'
  | 'not-allowed'
  | 'refused'
  | 'timeout'
  | 'tls'
  | 'unavailable'
  | 'bad-answer'
  | 'aborted';

const PERMANENT: readonly FlinkFailure[] = ['not-allowed', 'tls', 'aborted'];

/**
 * A cluster could not be asked: nothing is known about what was asked for. The message names the server and what to do, and holds
 * no secret.
 * @public
 */
export class FlinkUnavailableError extends Error {
  constructor(readonly failure: FlinkFailure, message: string) {
    super(message);
    this.name = 'FlinkUnavailableError';
  }

  /** Whether the same request may succeed a moment later. */
  get retryable(): boolean {
    return !PERMANENT.includes(this.failure);
  }
}
