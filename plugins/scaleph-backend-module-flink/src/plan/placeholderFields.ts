import { JsonObject } from '@backstage/types';
import {
  PlaceholderValues,
  SECRET_MASK,
} from '@scaleph/backstage-plugin-scaleph-common';
import {
  builtInDataSourceTypes,
  Connection,
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
    dataSource: name =>
      Object.hasOwn(connections, name)
        ? fieldsOf(connections[name])
        : undefined,
  };
}

function fieldsOf(
  connection: Connection | ConnectionWithSecrets,
): Record<string, string> {
  const type = builtInDataSourceTypes.find(it => it.type === connection.type);
  const names = type?.secrets.map(({ name }) => name) ?? [];
  const given = 'secrets' in connection ? connection.secrets : undefined;
  // A secret that is not set is an empty one: a server may have users without a password.
  const unset = names.map(name => [name, given ? '' : SECRET_MASK]);
  return {
    ...scalars(connection.config),
    ...type?.fields?.(connection.config),
    ...Object.fromEntries(unset),
    ...given,
  };
}

function scalars(config: JsonObject): Record<string, string> {
  return Object.fromEntries(
    Object.entries(config)
      .filter(([, value]) => value !== null && typeof value !== 'object')
      .map(([name, value]) => [name, String(value)]),
  );
}
