import { JsonObject } from '@backstage/types';
import { SeaTunnelConfig, SeaTunnelPlugin } from '../FlinkPayload';
import { fillSecrets, masked, SecretOf } from './fillSecrets';

/**
 * The same configuration as `toHocon`, in the form that SeaTunnel reads from a
 * file whose name ends in `.json`: lists of plugins, each with its name.
 *
 * @param secretOf - masks them when absent
 * @internal
 */
export function toSeaTunnelJson(
  { env, source, transform, sink }: SeaTunnelConfig,
  secretOf: SecretOf = masked,
): JsonObject {
  const list = (plugins: SeaTunnelPlugin[]): JsonObject[] =>
    plugins.map(plugin => ({
      plugin_name: plugin.plugin,
      ...fillSecrets(plugin, secretOf),
    }));
  return {
    env,
    source: list(source),
    transform: list(transform),
    sink: list(sink),
  };
}
