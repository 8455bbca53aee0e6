import { isError } from '@backstage/errors';
import { FlinkRequestError } from './FlinkRequestError';
import { FlinkUnavailableError } from './FlinkUnavailableError';

/**
 * A failure below HTTP in words, with the server's name, e.g. `Flink at cluster:8081`. What is no failure of the connection (an error
 * of a file that is sent, an error that was described already) stays as it is.
 * @internal
 */
export function describeFailure(error: unknown, server: string): unknown {
  if (
    error instanceof FlinkUnavailableError ||
    error instanceof FlinkRequestError
  ) {
    return error;
  }
  const code = codeOf(error);
  const message = isError(error) ? error.message : String(error);
  const name = isError(error) ? error.name : '';
  if (name === 'NotAllowedError' || name === 'InputError') {
    return new FlinkUnavailableError('not-allowed', `${server}: ${message}`);
  }
  if (/^Host ".*" has no address/.test(message)) {
    return new FlinkUnavailableError('host-not-found', `${server}: ${message}`);
  }
  switch (code) {
    case 'ECONNREFUSED':
      return new FlinkUnavailableError(
        'refused',
        `${server} refused the connection: nothing listens on that port, or a firewall rejects it`,
      );
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'EADDRNOTAVAIL':
      return new FlinkUnavailableError(
        'refused',
        `${server} cannot be reached from here: there is no route to that host`,
      );
    case 'ETIMEDOUT':
    case 'CONNECT_TIMEOUT':
      return new FlinkUnavailableError(
        'timeout',
        `${server} does not take the connection in time: check host, port and firewall`,
      );
    case 'ECONNRESET':
    case 'EPIPE':
      return new FlinkUnavailableError(
        'refused',
        `${server} closed the connection before it had answered`,
      );
    default:
      return describeOther(error, code, server);
  }
}

function describeOther(
  error: unknown,
  code: string | undefined,
  server: string,
): unknown {
  if (/^HPE_/.test(code ?? '')) {
    return new FlinkUnavailableError(
      'bad-answer',
      `${server} does not speak HTTP: check the port, and whether it wants https`,
    );
  }
  const isTls =
    /^(ERR_TLS|ERR_SSL|EPROTO|CERT_|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO|HOSTNAME_MISMATCH|ERR_OSSL)/.test(
      code ?? '',
    );
  return isTls
    ? new FlinkUnavailableError(
        'tls',
        `${server}: no trusted TLS connection (${code}). Give the certificate of the authority that signed the server's, or check that the address is the right one for https`,
      )
    : error;
}

/** An AggregateError stands for one error per address; they seldom differ. */
function codeOf(error: unknown): string | undefined {
  const { code, errors } = error as {
    code?: string;
    errors?: { code?: string }[];
  };
  return code ?? errors?.[0]?.code;
}
