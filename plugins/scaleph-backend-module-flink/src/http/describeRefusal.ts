import { FlinkRequestError, JavaCause } from './FlinkRequestError';
import { FlinkUnavailableError } from './FlinkUnavailableError';
import { javaCauses, shortReason } from './javaCauses';

/** A JobManager that starts, ends or has lost its leader; the same request may succeed a moment later. */
const TRANSIENT =
  /(AskTimeoutException|RecipientUnreachableException|EndpointNotStartedException|FencingTokenException|LeaderRetrievalException|^java\.util\.concurrent\.TimeoutException)$/;

/** What an answer of 300 or more means. @internal */
export function describeRefusal(answer: {
  /** Who was asked what. */
  request: string;
  status: number;
  text: string;
}): FlinkRequestError | FlinkUnavailableError {
  const { request, status, text } = answer;
  const causes = javaCauses(errorsOf(text));
  const reason = shortReason(causes);
  if (isTransient(status, causes)) {
    return new FlinkUnavailableError(
      'unavailable',
      `${request}: ${reason ?? `not available for now (${status})`}`,
    );
  }
  return new FlinkRequestError({
    request,
    status,
    reason: reason ?? withoutReason(status),
    causes,
  });
}

function isTransient(status: number, causes: JavaCause[]): boolean {
  return (
    status === 502 ||
    status === 503 ||
    status === 504 ||
    status === 429 ||
    (status === 500 &&
      (causes.length === 0 ||
        causes.some(({ type }) => type && TRANSIENT.test(type))))
  );
}

function withoutReason(status: number): string {
  if (status < 400) {
    return `answered with a redirect to another address (${status}), which is never followed: register that address`;
  }
  return status === 401 || status === 403
    ? `refused the authentication (${status}): check the authentication header of the target and its secret`
    : `refused with status ${status}`;
}

function errorsOf(text: string): string[] {
  try {
    const { errors } = JSON.parse(text) as { errors?: unknown };
    return Array.isArray(errors) ? errors.map(String) : [];
  } catch {
    return []; // A proxy's page; its status is all that counts.
  }
}
