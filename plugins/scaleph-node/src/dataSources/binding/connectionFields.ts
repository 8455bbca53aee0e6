import { InputError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';
import { SECRET_MASK } from '@scaleph/backstage-plugin-scaleph-common';
import { Connection, ConnectionWithSecrets } from '../../engine/Engine';
import { DataSourceType } from '../DataSourceType';
import { SecretPart } from './ConnectorBinding';
import { heldMaterial } from './heldMaterial';
import { fillSecretText, maskSecretText } from './secretText';

/** The one file whose content is a secret as a password is. */
const KEY = 'clientKey';

/**
 * What `${data-source.NAME.FIELD}` may name: the configuration, what the type makes of it, and secrets; of a connection without its
 * secrets with every one masked.
 * @public
 */
export function connectionFields(
  type: DataSourceType | undefined,
  connection: Connection | ConnectionWithSecrets,
): Record<string, string> {
  const { config } = connection;
  const given = 'secrets' in connection ? connection.secrets : undefined;
  // A secret that is not set is an empty one: a server may have users without a password.
  const unset = (type?.secrets ?? []).map(({ name }) => [
    name,
    given ? '' : SECRET_MASK,
  ]);
  const fields: Record<string, string> = {
    ...scalars(config),
    ...type?.fields?.(config),
    ...Object.fromEntries(unset),
    ...given,
  };
  const texts = type?.secretFields?.(heldMaterial(connection)) ?? {};
  for (const [name, parts] of Object.entries(texts)) {
    // Put together when it is asked for: a file that is not right is no matter to who does not.
    Object.defineProperty(fields, name, {
      enumerable: true,
      get: () =>
        'secrets' in connection
          ? fillSecretText(parts, connection)
          : maskSecretText(parts),
    });
  }
  return fields;
}

/** Names of the fields that hold a secret, or a file. @public */
export function secretFieldNames(
  type: DataSourceType | undefined,
  connection: Connection | ConnectionWithSecrets,
): string[] {
  const held = heldMaterial(connection);
  return [...held.secrets, ...Object.keys(type?.secretFields?.(held) ?? {})];
}

/** Every text by which a secret of a connection may leave it, for `scrubSecrets`. @public */
export function secretTexts(
  type: DataSourceType | undefined,
  connection: ConnectionWithSecrets,
): string[] {
  const fields = type?.secretFields?.(heldMaterial(connection)) ?? {};
  const key = connection.extraFiles?.[KEY]?.toString('utf8').trim();
  return [
    ...Object.values(connection.secrets),
    ...Object.values(fields).flatMap(parts =>
      parts.filter(isSecret).flatMap(part => filled(part, connection)),
    ),
    ...(key ? [key] : []),
  ];
}

function isSecret(part: SecretPart): boolean {
  return typeof part === 'object' && !('file' in part && part.file !== KEY);
}

/** Nothing where it cannot be put together: then it goes nowhere either. */
function filled(part: SecretPart, connection: ConnectionWithSecrets): string[] {
  try {
    return [fillSecretText([part], connection).trim()];
  } catch (error) {
    if (error instanceof InputError) return [];
    throw error;
  }
}

function scalars(config: JsonObject): Record<string, string> {
  return Object.fromEntries(
    Object.entries(config)
      .filter(([, value]) => value !== null && typeof value !== 'object')
      .map(([name, value]) => [name, String(value)]),
  );
}
