import { ConfigurationEntry } from '@scaleph/backstage-plugin-scaleph-common';
import { CheckpointConfig } from '../../rest/types/CheckpointTypes';
import { JobConfig } from '../../rest/types/JobTypes';
import { maskSecret } from './maskSecret';

/** How a job was started, with what is secret by its name masked. @internal */
export function jobSettings(
  config: JobConfig,
  checkpoints: CheckpointConfig | undefined,
): ConfigurationEntry[] {
  return [
    ...entries('execution', config.execution),
    ...entries('checkpointing', checkpoints ?? {}),
    ...entries('job', config.user),
  ];
}

/** A cluster's configuration; the group is the first part of a key. @internal */
export function clusterSettings(
  configuration: Record<string, string>,
): ConfigurationEntry[] {
  return Object.entries(configuration)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => ({
      key,
      value: maskSecret(key, value),
      group: key.split('.')[0],
    }));
}

function entries(group: string, values: object): ConfigurationEntry[] {
  return Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ({
      key,
      value: maskSecret(key, String(value)),
      group,
    }));
}
