import { ConnectionError } from './ConnectionError';
import { messageOf } from './messageOf';

/** What a message about a failed connection names. @internal */
export interface ConnectionAttempt {
  /** E.g. `PostgreSQL at db:5432`. */
  server: string;
  host: string;
  timeoutMs: number;
  signal?: AbortSignal;
}

/** The failures below the database's own protocol; undefined when it is none of them. @internal */
export function describeNetworkError(
  error: unknown,
  attempt: ConnectionAttempt,
): ConnectionError | undefined {
  const { server, host, signal } = attempt;
  if (signal?.aborted) {
    return signal.reason?.name === 'TimeoutError'
      ? new ConnectionError(
          'timeout',
          `${server} did not answer in time: check host, port, firewall, and whether it wants TLS`,
        )
      : new ConnectionError('aborted', `Connecting to ${server} was stopped`);
  }
  const code = codeOf(error);
  const message = messageOf(error);
  switch (code) {
    case 'ECONNREFUSED':
      return new ConnectionError(
        'refused',
        `${server} refused the connection: nothing listens on that port, or a firewall rejects it`,
      );
    case 'ETIMEDOUT':
      return timeoutError(attempt);
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'EADDRNOTAVAIL':
      return new ConnectionError(
        'refused',
        `${server} cannot be reached from here: there is no route to host "${host}"`,
      );
    case 'ECONNRESET':
    case 'EPIPE':
      return new ConnectionError(
        'refused',
        `${server} closed the connection: check that it is such a server and that it takes connections from here`,
      );
    default:
      return isNoTls(message)
        ? noTlsError(server)
        : describeTlsError(code, message, server);
  }
}

/** @internal */
export function timeoutError({ server, timeoutMs }: ConnectionAttempt) {
  const seconds = timeoutMs / 1000;
  return new ConnectionError(
    'timeout',
    `${server} did not answer within ${seconds} s: check host, port and firewall`,
  );
}

/** Whether a server answered a TLS greeting in another protocol, or hung up on it. @internal */
export function isNoTls(message: string): boolean {
  return /wrong version number|packet length too long|http request|unsupported protocol|before secure TLS connection/i.test(
    message,
  );
}

/** @internal */
export function noTlsError(server: string): ConnectionError {
  return new ConnectionError(
    'tls',
    `${server} does not speak TLS on this port: give the port that does, or switch TLS off (ssl disable, http: in a URL)`,
  );
}

function describeTlsError(
  code: string | undefined,
  message: string,
  server: string,
): ConnectionError | undefined {
  const isTls =
    /^(ERR_TLS|ERR_SSL|EPROTO|CERT_|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO|HOSTNAME_MISMATCH|HANDSHAKE_SSL)/.test(
      code ?? '',
    );
  return isTls
    ? new ConnectionError(
        'tls',
        `${server}: the certificate was not accepted (${message}). Have the server use one that names its host and is signed by an authority known to Node.js (NODE_EXTRA_CA_CERTS), or set ssl to require, which does not verify it`,
      )
    : undefined;
}

/** An AggregateError stands for one error per address; they seldom differ. */
function codeOf(error: unknown): string | undefined {
  const { code, errors } = error as {
    code?: string;
    errors?: { code?: string }[];
  };
  return code ?? errors?.[0]?.code;
}
