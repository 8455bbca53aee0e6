import { ConnectionWithSecrets } from '@scaleph/backstage-plugin-scaleph-node';

type WithFiles<Content> = Omit<ConnectionWithSecrets, 'extraFiles'> & {
  extraFiles?: Record<string, Content>;
};

/** Connections on their way into another process: JSON, with the contents of files in base64. @internal */
export type WireConnections = Record<string, WithFiles<string>>;

/** @internal */
export function toWire(
  connections: Record<string, ConnectionWithSecrets>,
): WireConnections {
  return mapFiles(connections, content => content.toString('base64'));
}

/** @internal */
export function fromWire(
  connections: WireConnections,
): Record<string, ConnectionWithSecrets> {
  return mapFiles(connections, content => Buffer.from(content, 'base64'));
}

function mapFiles<From, To>(
  connections: Record<string, WithFiles<From>>,
  map: (content: From) => To,
): Record<string, WithFiles<To>> {
  return Object.fromEntries(
    Object.entries(connections).map(([name, { extraFiles, ...rest }]) => [
      name,
      {
        ...rest,
        ...(extraFiles && {
          extraFiles: Object.fromEntries(
            Object.entries(extraFiles).map(([file, content]) => [
              file,
              map(content),
            ]),
          ),
        }),
      },
    ]),
  );
}
