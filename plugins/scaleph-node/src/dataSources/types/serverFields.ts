import { ServerConfig } from '../connect/serverConfig';

/** Fields of a database server for `${data-source.NAME.FIELD}`; its defaults are filled in. @internal */
export function serverFields(
  { host, port, database, user }: ServerConfig,
  url: string,
): Record<string, string> {
  return { url, host, port: String(port), database, user, username: user };
}
