import { RootConfigService } from '@backstage/backend-plugin-api';
import { JsonObject } from '@backstage/types';
import { toTimestamp } from '../database/timestamps';
import { checkConfig, toFields } from '../registrations/checkRegistration';
import {
  RegistrationRow,
  toRegistrationColumns,
} from '../registrations/registrationRows';
import { SecretRow } from '../registrations/SecretRow';

const KEY = 'scaleph.targets';
const NAME = /^[A-Za-z0-9]([A-Za-z0-9_.-]{0,98}[A-Za-z0-9])?$/;

/** A target of the configuration, in the form of one that is stored. @internal */
export interface ConfiguredTarget {
  row: RegistrationRow;
  secrets: SecretRow[];
  /** The secrets in clear; they live in memory only. */
  values: Record<string, string>;
}

/**
 * Reads `scaleph.targets`. Throws when one is not valid: a target that silently
 * is not there would be looked for in the wrong place.
 *
 * @internal
 */
export async function readConfiguredTargets(
  config: RootConfigService,
  check: Parameters<typeof checkConfig>[2],
): Promise<ConfiguredTarget[]> {
  const targets: ConfiguredTarget[] = [];
  for (const [index, item] of (
    config.getOptionalConfigArray(KEY) ?? []
  ).entries()) {
    try {
      const target = toTarget(item);
      const { name, type } = target.row;
      if (targets.some(({ row }) => row.name === name)) {
        throw new Error(`the name "${name}" is there twice`);
      }
      await checkConfig(
        check.types.require(type),
        item.get<JsonObject>('config'),
        check,
      );
      targets.push(target);
    } catch (error) {
      throw new Error(`${KEY}[${index}] in the configuration is not valid`, {
        cause: error,
      });
    }
  }
  return targets;
}

function toTarget(item: RootConfigService): ConfiguredTarget {
  const name = item.getString('name');
  if (!NAME.test(name)) {
    throw new Error(
      `name "${name}" may have letters, digits, "_", "." and "-"`,
    );
  }
  const type = item.getString('type');
  const fields = toFields({
    name,
    type,
    owner: item.getString('owner'),
    title: item.getOptionalString('title'),
    description: item.getOptionalString('description'),
    system: item.getOptionalString('system'),
    tags: item.getOptionalStringArray('tags'),
    config: item.get<JsonObject>('config'),
  });
  const given = item.getOptionalConfig('secrets');
  const values = Object.fromEntries(
    (given?.keys() ?? []).map(key => [key, given!.getString(key)]),
  );
  const id = `configured:${name}`;
  const now = toTimestamp();
  const by = 'configuration';
  return {
    row: {
      id,
      name,
      type,
      ...toRegistrationColumns(fields),
      last_test: null,
      revision: 1,
      created_at: now,
      created_by: by,
      updated_at: now,
      updated_by: by,
    },
    secrets: Object.keys(values).map(secret => ({
      owner_id: id,
      name: secret,
      source: 'value',
      key_id: null,
      sealed: null,
      reference: null,
    })),
    values,
  };
}
