import { JsonObject } from '@backstage/types';
import { SeaTunnelConfig, SeaTunnelPlugin } from '../FlinkPayload';
import { fillSecrets, masked, SecretOf } from './fillSecrets';

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

function plugin(it: SeaTunnelPlugin, secretOf: SecretOf): string {
  const body = json(fillSecrets(it, secretOf)).replace(/\n/g, '\n  ');
  return `  ${JSON.stringify(it.plugin)} ${body}\n`;
}

function json(value: JsonObject): string {
  return JSON.stringify(value, null, 2);
}
