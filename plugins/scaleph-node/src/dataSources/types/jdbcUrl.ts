import { hostAndPort, ServerConfig } from '../connect/serverConfig';

/** A JDBC URL; a name with `?` or `&` in it adds no parameter. @internal */
export function jdbcUrl(
  protocol: string,
  server: ServerConfig,
  parameters: Record<string, string>,
): string {
  const database = encodeURIComponent(server.database);
  const query = new URLSearchParams(parameters);
  return `jdbc:${protocol}://${hostAndPort(server)}/${database}?${query}`;
}
