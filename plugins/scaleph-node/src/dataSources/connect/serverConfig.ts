import { JsonObject } from '@backstage/types';

/** How a connection is encrypted: not at all, encrypted, or encrypted with the server's certificate verified. @internal */
export type SslMode = 'disable' | 'require' | 'verify-full';

/** Configuration of a database server, with defaults filled in. @internal */
export interface ServerConfig {
  host: string;
  port: number;
  database: string;
  user: string;
  ssl: SslMode;
}

/** Reads a configuration that is valid by the schema of its type. @internal */
export function toServerConfig(
  config: JsonObject,
  defaultPort: number,
): ServerConfig {
  return {
    host: String(config.host),
    port: Number(config.port ?? defaultPort),
    database: String(config.database),
    user: String(config.user),
    ssl: (config.ssl ?? 'disable') as SslMode,
  };
}

/** `db.example.com:5432/orders`. @internal */
export function serverLocation(config: ServerConfig): string {
  return `${hostAndPort(config)}/${config.database}`;
}

/** @internal */
export function hostAndPort({ host, port }: ServerConfig): string {
  return host.includes(':') && !host.startsWith('[')
    ? `[${host}]:${port}`
    : `${host}:${port}`;
}

const SSL_STRENGTH: SslMode[] = ['disable', 'require', 'verify-full'];

/**
 * Whether a password that was given for `before` may be sent where `after` points: the same server, database and user, and
 * encryption that is not weaker (without it somebody on the way could take the server's place).
 * @internal
 */
export function isSameServer(before: ServerConfig, after: ServerConfig) {
  return (
    before.host.toLowerCase() === after.host.toLowerCase() &&
    before.port === after.port &&
    before.database === after.database &&
    before.user === after.user &&
    SSL_STRENGTH.indexOf(after.ssl) >= SSL_STRENGTH.indexOf(before.ssl)
  );
}
