import { scrubSecrets } from '../scrubSecrets';
import { messageOf } from './messageOf';
import { ConnectionError } from './ConnectionError';
import { ConnectionAttempt } from './describeNetworkError';
import { ServerConfig } from './serverConfig';

/** What went wrong in MySQL's protocol; codes: https://dev.mysql.com/doc/mysql-errors/8.4/en/server-error-reference.html. @internal */
export function describeMysqlError(
  error: unknown,
  attempt: ConnectionAttempt & {
    config: ServerConfig;
    secrets: Record<string, string>;
  },
): ConnectionError {
  const { server, config, secrets } = attempt;
  const text = messageOf(error);
  const message = scrubSecrets(text, secrets);
  const user = `user "${config.user}"`;
  switch ((error as { code?: string }).code) {
    case 'ER_ACCESS_DENIED_ERROR':
    case 'ER_ACCESS_DENIED_NO_PASSWORD_ERROR':
    case 'AUTH_SWITCH_PLUGIN_ERROR':
      return new ConnectionError(
        'authentication',
        secrets.password
          ? `${server} refused ${user}: wrong password or no such user`
          : `${server} refused ${user} without a password: set the secret "password"`,
      );
    case 'ER_DBACCESS_DENIED_ERROR':
      return new ConnectionError(
        'permission',
        `${server}: ${user} may not use database "${config.database}", or there is none of that name`,
      );
    case 'ER_BAD_DB_ERROR':
      return new ConnectionError(
        'unknown-database',
        `${server} has no database "${config.database}"`,
      );
    case 'HANDSHAKE_NO_SSL_SUPPORT':
      return new ConnectionError(
        'tls',
        `${server} does not offer TLS: switch it on at the server, or set ssl to disable`,
      );
    case 'ER_SECURE_TRANSPORT_REQUIRED':
      return new ConnectionError(
        'tls',
        `${server} wants TLS: set ssl to require or verify-full`,
      );
    case 'ER_HOST_NOT_PRIVILEGED':
    case 'ER_HOST_IS_BLOCKED':
      return new ConnectionError(
        'refused',
        `${server} takes no connection from this machine: ${message}`,
      );
    case 'ER_CON_COUNT_ERROR':
    case 'ER_TOO_MANY_USER_CONNECTIONS':
    case 'ER_USER_LIMIT_REACHED':
      return new ConnectionError(
        'busy',
        `${server} takes no connection for now: ${message}`,
      );
    case 'PROTOCOL_CONNECTION_LOST':
      return new ConnectionError(
        'refused',
        `${server} closed the connection: check that it is such a server and that it takes connections from here`,
      );
    default:
      return new ConnectionError('other', `${server}: ${message}`);
  }
}
