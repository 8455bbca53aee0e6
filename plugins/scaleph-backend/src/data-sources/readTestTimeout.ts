import { Config, readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';

const DEFAULT_MS = 10_000;

/** The time limit of a connection test in milliseconds. Throws when it is not positive. @internal */
export function readTestTimeout(config: Config): number {
  return readTimeout(config, 'scaleph.dataSources.testTimeout');
}

/** That of looking into a data source. @internal */
export function readBrowseTimeout(config: Config): number {
  return readTimeout(config, 'scaleph.dataSources.browseTimeout');
}

function readTimeout(config: Config, key: string): number {
  if (!config.has(key)) return DEFAULT_MS;
  const milliseconds = durationToMilliseconds(
    readDurationFromConfig(config, { key }),
  );
  if (milliseconds > 0) return milliseconds;
  throw new Error(`${key} is ${milliseconds} ms; it must be longer than 0`);
}
