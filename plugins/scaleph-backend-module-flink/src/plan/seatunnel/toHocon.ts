import { JsonObject } from '@backstage/types';
import { SECRET_MASK } from '@scaleph/backstage-plugin-scaleph-common';
import { SeaTunnelConfig, SeaTunnelPlugin } from '../FlinkPayload';

/** Finds a secret; undefined when it is not set. @internal */
export type SecretOf = (place: {
  dataSource: string;
  secret: string;
}) => string | undefined;

const masked: SecretOf = () => SECRET_MASK;

/**
 * The text of a configuration. Its parts are HOCON, in which SeaTunnel reads
 * `source { Plugin { … } }`; in them stands JSON, which HOCON takes as it is: no
 * value can become more than a value, and a `${…}` in quotes is none of HOCON's.
 *
 * @param secretOf - masks them when absent
 * @internal
 */
export function toHocon(
  { env, source, transform, sink }: SeaTunnelConfig,
  secretOf: SecretOf = masked,
): string {
  const part = (name: string, plugins: SeaTunnelPlugin[]) =>
    `${name} {\n${plugins.map(it => plugin(it, secretOf)).join('')}}\n`;
  return [
    `env ${json(env)}\n`,
    part('source', source),
    part('transform', transform),
    part('sink', sink),
  ].join('\n');
}

function plugin(
  { plugin: name, options, secrets }: SeaTunnelPlugin,
  secretOf: SecretOf,
): string {
  const filled: JsonObject = { ...options };
  for (const [option, place] of Object.entries(secrets)) {
    const value = secretOf(place);
    if (value !== undefined) filled[option] = value;
  }
  const body = json(filled).replace(/\n/g, '\n  ');
  return `  ${JSON.stringify(name)} ${body}\n`;
}

function json(value: JsonObject): string {
  return JSON.stringify(value, null, 2);
}
