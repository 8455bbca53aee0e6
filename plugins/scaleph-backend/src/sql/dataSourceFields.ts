import {
  ConnectionWithSecrets,
  DataSourceType,
} from '@scaleph/backstage-plugin-scaleph-node';

/** What `${data-source.NAME.…}` may name: configuration, what the type makes of it, and secrets. @internal */
export function dataSourceFields(
  types: readonly DataSourceType[],
): (connection: ConnectionWithSecrets) => Record<string, string> {
  return ({ type: name, config, secrets }) => {
    const type = types.find(it => it.type === name);
    const scalars = Object.entries(config)
      .filter(([, value]) => value !== null && typeof value !== 'object')
      .map(([key, value]) => [key, String(value)]);
    // A secret that is not set is an empty one: a server may have users without a password.
    const unset = type?.secrets.map(secret => [secret.name, '']) ?? [];
    return {
      ...Object.fromEntries(scalars),
      ...type?.fields?.(config),
      ...Object.fromEntries(unset),
      ...secrets,
    };
  };
}
