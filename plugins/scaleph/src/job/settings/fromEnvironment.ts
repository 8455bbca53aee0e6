import type { PipelineDocument } from '@scaleph/backstage-plugin-scaleph-common';
import { EMPTY_SETTINGS, FRIENDLY_KEYS } from './runSettings';
import type { FriendlyKey, SettingsDraft } from './runSettings';

/** The settings of a document as a form has them; `toRunSettings` is the way back. @internal */
export function fromEnvironment({ spec }: PipelineDocument): SettingsDraft {
  const { parallelism, flink = {} } = spec.env ?? {};
  const friendly = { ...EMPTY_SETTINGS.friendly };
  const names = Object.keys(FRIENDLY_KEYS) as FriendlyKey[];
  for (const name of names) {
    friendly[name] = flink[FRIENDLY_KEYS[name]] ?? '';
  }
  const own: readonly string[] = names.map(name => FRIENDLY_KEYS[name]);
  return {
    parallelism: parallelism === undefined ? '' : String(parallelism),
    friendly,
    others: Object.entries(flink)
      .filter(([key]) => !own.includes(key))
      .map(([key, value]) => ({ key, value })),
  };
}
