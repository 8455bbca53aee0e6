import { InputError, isError, NotAllowedError } from '@backstage/errors';
import { scrubSecrets } from '@scaleph/backstage-plugin-scaleph-node';
import { isUnknownSession } from '../gateway/gatewayErrors';
import { FlinkRequestError } from '../http/FlinkRequestError';
import { FlinkUnavailableError } from '../http/FlinkUnavailableError';
import { ScriptStepError } from './ScriptStepError';

/** Classes that say that something was not there at that moment. */
const PASSING =
  /(?:^|\.)(?:ConnectException|UnknownHostException|TimeoutException|NoRouteToHostException|ConnectionClosedException|RpcLoaderException|LeaderRetrievalException|FencingTokenException|AkkaRpcException|RpcConnectionException|RecipientUnreachableException|ConnectTimeoutException|ServiceUnavailableException)$/;

/**
 * What went wrong with a submit, as the supervisor of the runs tells errors apart: an InputError or NotAllowedError fails again, others
 * may pass. No secret in it.
 * @internal
 */
export function submitError(
  error: unknown,
  secrets: readonly string[],
): unknown {
  const scrub = (text: string) => scrubSecrets(text, secrets);
  if (error instanceof FlinkUnavailableError) {
    const message = scrub(error.message);
    return error.retryable
      ? new FlinkUnavailableError(error.failure, message)
      : new InputError(message);
  }
  const refusal = error instanceof ScriptStepError ? error.error : error;
  if (!(refusal instanceof FlinkRequestError)) {
    if (!isError(error)) return error;
    const message = scrub(error.message);
    return message === error.message ? error : renamed(error.name, message);
  }
  const message = scrub((error as Error).message);
  if (refusal.status === 401 || refusal.status === 403) {
    return new NotAllowedError(message);
  }
  return isPassing(refusal) ? new Error(message) : new InputError(message);
}

function isPassing(error: FlinkRequestError): boolean {
  return (
    isUnknownSession(error) ||
    [429, 502, 503, 504].includes(error.status) ||
    error.causes.some(({ type }) => type !== undefined && PASSING.test(type))
  );
}

function renamed(name: string, message: string): Error {
  return Object.assign(new Error(message), { name });
}
