import { IncomingMessage } from 'node:http';
import { scrubSecrets } from '../scrubSecrets';
import { SqlStatementError } from '../../sql/SqlStatementError';
import { DataSourceConnection } from '../DataSourceConnection';
import { checkedRequest, readBody } from './checkedRequest';
import { ConnectionError } from './ConnectionError';
import { hostAndPort, ServerConfig, toServerConfig } from './serverConfig';

/** Of its HTTP interface. @internal */
export const CLICKHOUSE_PORT = 8123;

const AUTHENTICATION = ['192', '193', '194', '516'];
const UNKNOWN_DATABASE = '81';

/**
 * Runs a statement over ClickHouse's HTTP interface, which old and new servers speak alike; the answer is in
 * TabSeparatedWithNamesAndTypes. Throws ConnectionError when the server cannot be spoken to, SqlStatementError with the server's words.
 * @internal
 */
export async function clickhouseRequest(
  connection: DataSourceConnection,
  options: {
    statement: string;
    settings: Record<string, string>;
    signal: AbortSignal;
    queryId?: string;
    /** How long nothing may arrive. */
    timeoutMs?: number;
  },
): Promise<IncomingMessage> {
  const config = toServerConfig(connection.config, CLICKHOUSE_PORT);
  const server = `ClickHouse at ${hostAndPort(config)}`;
  const url = new URL(
    `${config.ssl === 'disable' ? 'http' : 'https'}://${hostAndPort(config)}/`,
  );
  url.search = new URLSearchParams({
    database: config.database,
    default_format: 'TabSeparatedWithNamesAndTypes',
    ...(options.queryId && { query_id: options.queryId }),
    ...options.settings,
  }).toString();
  const { password = '' } = connection.secrets;
  const response = await checkedRequest({
    ...connection,
    url,
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(
        `${config.user}:${password}`,
      ).toString('base64')}`,
      'content-type': 'text/plain; charset=utf-8',
    },
    body: options.statement,
    ssl: config.ssl,
    server,
    signal: options.signal,
    timeoutMs: options.timeoutMs,
  });
  if (response.statusCode === 200) return response;
  const text = await readBody(response, server, 64 * 1024);
  const message = scrubSecrets(text.trim(), connection.secrets);
  throw toError(message, { server, config, status: response.statusCode ?? 0 });
}

/** Whether the user's own profile reads only, so that it takes no settings. @internal */
export function refusesSettings(error: unknown): boolean {
  const { name, message } = error as Error;
  return (
    name === 'SqlStatementError' &&
    message.includes('readonly mode') &&
    /\b(?:setting|Cannot modify|override)/i.test(message)
  );
}

/** The message of an exception without its code, class and version. @internal */
export function clickhouseMessage(text: string): string | undefined {
  const found =
    /Code: \d+[.,](?: e\.displayText\(\) =)? DB::Exception: ([^]*)/.exec(text);
  return found?.[1]
    .replace(/, e\.what\(\) = DB::Exception\s*$/, '')
    .replace(/ \(version [^)]*(?:\([^)]*\))?\)\s*$/, '')
    .replace(/ \([A-Z_]+\)\s*$/, '')
    .trim();
}

function toError(
  text: string,
  context: { server: string; config: ServerConfig; status: number },
): Error {
  const { server, config, status } = context;
  const code = /^Code: (\d+)/.exec(text)?.[1];
  const message = clickhouseMessage(text);
  if (code === undefined || message === undefined) {
    return new ConnectionError(
      'other',
      // What another server says is not for who may name any address.
      `${server} answered ${status}, and not as ClickHouse does: check that it is the HTTP port of a ClickHouse server (8123, with TLS 8443)`,
    );
  }
  if (AUTHENTICATION.includes(code)) {
    return new ConnectionError(
      'authentication',
      `${server} refused user "${config.user}": wrong password or no such user`,
    );
  }
  if (code === UNKNOWN_DATABASE && message.includes(config.database)) {
    return new ConnectionError(
      'unknown-database',
      `${server} has no database "${config.database}"`,
    );
  }
  const place = /\(line (\d+), col (\d+)\)/.exec(message);
  return new SqlStatementError(
    message.slice(0, 2_000),
    place ? { line: Number(place[1]), column: Number(place[2]) } : {},
  );
}
