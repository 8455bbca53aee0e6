import { InputError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';
import {
  ConnectionWithSecrets,
  fillSecretText,
  maskSecretText,
} from '@scaleph/backstage-plugin-scaleph-node';
import { SeaTunnelPlugin, SecretPlace } from '../FlinkPayload';

/** The text of a place with its secrets; undefined when it is to be left out. @internal */
export type SecretOf = (place: SecretPlace) => string | undefined;

/** Shows that there is one. @internal */
export const masked: SecretOf = ({ parts }) => maskSecretText(parts);

/** For a submit. Throws InputError naming what is not set any more. @internal */
export function inClear(
  connections: Record<string, ConnectionWithSecrets>,
): SecretOf {
  return ({ dataSource, parts, optional }) => {
    const connection = Object.hasOwn(connections, dataSource)
      ? connections[dataSource]
      : undefined;
    if (!connection) {
      throw new InputError(`Data source "${dataSource}" is not there any more`);
    }
    const isSet = parts.every(
      part =>
        typeof part === 'string' ||
        !('secret' in part) ||
        Object.hasOwn(connection.secrets, part.secret),
    );
    return optional && !isSet ? undefined : fillSecretText(parts, connection);
  };
}

/** The options of a plugin with its secrets. @internal */
export function fillSecrets(
  { options, secrets }: SeaTunnelPlugin,
  secretOf: SecretOf,
): JsonObject {
  const filled: JsonObject = { ...options };
  for (const place of secrets) {
    const value = secretOf(place);
    const { option, key } = place;
    if (value === undefined) continue;
    if (key === undefined) filled[option] = value;
    else filled[option] = { ...(filled[option] as JsonObject), [key]: value };
  }
  return filled;
}
