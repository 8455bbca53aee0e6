import { scrubSecrets } from '../scrubSecrets';
import { messageOf } from './messageOf';
import { ConnectionError } from './ConnectionError';
import { ConnectionAttempt, timeoutError } from './describeNetworkError';
import { ServerConfig } from './serverConfig';

/** What went wrong in PostgreSQL's protocol; codes: https://www.postgresql.org/docs/current/errcodes-appendix.html. @internal */
export function describePostgresqlError(
  error: unknown,
  attempt: ConnectionAttempt & {
    config: ServerConfig;
    secrets: Record<string, string>;
  },
): ConnectionError {
  const { server, config } = attempt;
  const text = messageOf(error);
  const message = scrubSecrets(text, attempt.secrets);
  const user = `user "${config.user}"`;
  if (message.includes('timeout expired')) return timeoutError(attempt);
  if (message.includes('does not support SSL')) {
    return new ConnectionError(
      'tls',
      `${server} does not offer TLS: switch it on at the server, or set ssl to disable`,
    );
  }
  if (/password must be a( non-empty)? string/.test(message)) {
    return new ConnectionError(
      'authentication',
      `${server} asks for the password of ${user}: set the secret "password"`,
    );
  }
  if (message.includes('Connection terminated')) {
    return new ConnectionError(
      'refused',
      `${server} closed the connection: check that it is a PostgreSQL server and that it takes connections from here`,
    );
  }
  switch ((error as { code?: string }).code) {
    case '28P01':
      return new ConnectionError(
        'authentication',
        attempt.secrets.password
          ? `${server} refused ${user}: wrong password or no such user`
          : `${server} refused ${user} without a password: set the secret "password"`,
      );
    case '28000':
      return new ConnectionError(
        /no encryption|SSL off/.test(message) ? 'tls' : 'authentication',
        `${server} refused ${user}: ${message} (pg_hba.conf of the server decides; an entry there may ask for TLS: ssl require)`,
      );
    case '3D000':
      return new ConnectionError(
        'unknown-database',
        `${server} has no database "${config.database}"`,
      );
    case '42501':
      return new ConnectionError(
        'permission',
        `${server}: ${user} may not connect to database "${config.database}" (GRANT CONNECT ON DATABASE)`,
      );
    case '53300':
    case '57P03':
      return new ConnectionError(
        'busy',
        `${server} takes no connection for now: ${message}`,
      );
    default:
      return new ConnectionError('other', `${server}: ${message}`);
  }
}
