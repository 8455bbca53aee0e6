import { Connection, ConnectionWithSecrets } from '../../engine/Engine';
import { HeldMaterial } from './ConnectorBinding';

/** Which secrets and files a connection has. @public */
export function heldMaterial(
  connection: Connection | ConnectionWithSecrets,
): HeldMaterial {
  const { config, held } = connection;
  if (!('secrets' in connection)) {
    return { config, secrets: held?.secrets ?? [], files: held?.files ?? [] };
  }
  return {
    config,
    secrets: Object.keys(connection.secrets),
    files: Object.keys(connection.extraFiles ?? {}),
  };
}

/** A connection as plans may see it. @public */
export function withoutSecrets(connection: ConnectionWithSecrets): Connection {
  const { secrets: _secrets, extraFiles: _files, ...rest } = connection;
  const { secrets, files } = heldMaterial(connection);
  return { ...rest, held: { secrets: [...secrets], files: [...files] } };
}
