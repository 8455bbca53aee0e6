import { JsonObject } from '@backstage/types';
import { SECRET_MASK } from '@scaleph/backstage-plugin-scaleph-common';
import { SeaTunnelPlugin } from '../FlinkPayload';

/** Finds a secret; undefined when it is not set. @internal */
export type SecretOf = (place: {
  dataSource: string;
  secret: string;
}) => string | undefined;

/** Shows that there is one. @internal */
export const masked: SecretOf = () => SECRET_MASK;

/** The options of a plugin with its secrets. @internal */
export function fillSecrets(
  { options, secrets }: SeaTunnelPlugin,
  secretOf: SecretOf,
): JsonObject {
  const filled: JsonObject = { ...options };
  for (const [option, place] of Object.entries(secrets)) {
    const value = secretOf(place);
    if (value !== undefined) filled[option] = value;
  }
  return filled;
}
