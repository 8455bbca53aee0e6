import { Config, readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';

const KEY = 'scaleph.dataSources.testTimeout';
const DEFAULT_MS = 10_000;

/** The time limit of a connection test in milliseconds. Throws when it is not positive. @internal */
export function readTestTimeout(config: Config): number {
  if (!config.has(KEY)) return DEFAULT_MS;
  const milliseconds = durationToMilliseconds(
    readDurationFromConfig(config, { key: KEY }),
  );
  if (milliseconds > 0) return milliseconds;
  throw new Error(`${KEY} is ${milliseconds} ms; it must be longer than 0`);
}
