import type {
  PipelineDocument,
  RunSettings,
} from '@scaleph/backstage-plugin-scaleph-common';

/** Flink's keys that have a field of their own. @internal */
export const FRIENDLY_KEYS = {
  checkpointInterval: 'execution.checkpointing.interval',
  stateBackend: 'state.backend.type',
  restartStrategy: 'restart-strategy.type',
  restartAttempts: 'restart-strategy.fixed-delay.attempts',
  restartDelay: 'restart-strategy.fixed-delay.delay',
} as const;

/** @internal */
export type FriendlyKey = keyof typeof FRIENDLY_KEYS;

/** Values of `state.backend.type` that come with Flink. @internal */
export const STATE_BACKENDS = ['hashmap', 'rocksdb'] as const;

/** Values of `restart-strategy.type`. @internal */
export const RESTART_STRATEGIES = [
  'none',
  'fixed-delay',
  'exponential-delay',
  'failure-rate',
] as const;

/** The settings of a run while somebody fills them in; an empty text is not set. @internal */
export interface SettingsDraft {
  parallelism: string;
  friendly: Record<FriendlyKey, string>;
  /** Further keys, in the order of the rows. */
  others: { key: string; value: string }[];
}

/** @internal */
export const EMPTY_SETTINGS: SettingsDraft = {
  parallelism: '',
  friendly: {
    checkpointInterval: '',
    stateBackend: '',
    restartStrategy: '',
    restartAttempts: '',
    restartDelay: '',
  },
  others: [],
};

/** What a draft asks for; undefined when it changes nothing. @internal */
export function toRunSettings(draft: SettingsDraft): RunSettings | undefined {
  const flink: Record<string, string> = {};
  for (const [name, key] of Object.entries(FRIENDLY_KEYS)) {
    const value = draft.friendly[name as FriendlyKey].trim();
    if (value) {
      flink[key] = value;
    }
  }
  for (const { key, value } of draft.others) {
    if (key.trim()) {
      flink[key.trim()] = value.trim();
    }
  }
  const parallelism = Number(draft.parallelism) || undefined;
  const hasFlink = Object.keys(flink).length > 0;
  return parallelism === undefined && !hasFlink
    ? undefined
    : { ...(parallelism && { parallelism }), ...(hasFlink && { flink }) };
}

/** What the document sets already, to be shown where nothing is filled in. @internal */
export function presetOf(
  document: PipelineDocument,
): Record<FriendlyKey | 'parallelism', string | undefined> {
  const { parallelism, flink = {} } = document.spec.env ?? {};
  const of = (name: FriendlyKey) => flink[FRIENDLY_KEYS[name]];
  return {
    parallelism: parallelism === undefined ? undefined : String(parallelism),
    checkpointInterval: of('checkpointInterval'),
    stateBackend: of('stateBackend'),
    restartStrategy: of('restartStrategy'),
    restartAttempts: of('restartAttempts'),
    restartDelay: of('restartDelay'),
  };
}
