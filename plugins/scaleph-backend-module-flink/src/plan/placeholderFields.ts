import { PlaceholderValues } from '@scaleph/backstage-plugin-scaleph-common';
import {
  builtInDataSourceTypes,
  Connection,
  connectionFields,
  ConnectionWithSecrets,
} from '@scaleph/backstage-plugin-scaleph-node';

/**
 * The values of placeholders, from connections with their secrets or, for a
 * preview, without: then every secret is masked.
 *
 * @internal
 */
export function placeholderValues(
  parameters: Record<string, string>,
  connections: Record<string, Connection | ConnectionWithSecrets>,
): PlaceholderValues {
  return {
    parameters,
    dataSource: name => {
      if (!Object.hasOwn(connections, name)) return undefined;
      const connection = connections[name];
      return connectionFields(
        builtInDataSourceTypes.find(it => it.type === connection.type),
        connection,
      );
    },
  };
}
