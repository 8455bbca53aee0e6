import { Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { isInside } from '@scaleph/backstage-plugin-scaleph-node';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** Settings of the engine `embedded`. @public */
export interface EmbeddedSettings {
  /** Where each run has a directory of its own. */
  directory: string;
  /** Bytes that one worker process may take. */
  memoryLimit: number;
  /** Bytes that one run may spill to disk. */
  spillLimit?: number;
  threads: number;
  maxConcurrentRuns: number;
  /** Milliseconds. */
  orphanTimeout: number;
  /** Directories that files may be in. */
  roots: string[];
  network: { allowedHosts?: string[]; deniedRanges?: string[] };
  /** Where paths of LocalFile nodes without a data source start; such nodes are refused when absent. */
  baseDirectory?: string;
}

/** Below this DuckDB has too little to work with beside what the process takes, in bytes. @internal */
export const LEAST_MEMORY = 450_000_000;

/** What is not configured. @public */
export function defaultEmbeddedSettings(): EmbeddedSettings {
  return {
    directory: join(tmpdir(), 'scaleph-embedded'),
    memoryLimit: 1000 * 1000 * 1000,
    threads: Math.min(availableParallelism(), 8),
    maxConcurrentRuns: 4,
    orphanTimeout: 600_000,
    roots: [],
    network: {},
  };
}

/** Reads `scaleph.embedded`, `scaleph.files.roots` and `scaleph.network`. Throws InputError naming the key. @internal */
export function readEmbeddedSettings(config: Config): EmbeddedSettings {
  const defaults = defaultEmbeddedSettings();
  const embedded = config.getOptionalConfig('scaleph.embedded');
  const memory = embedded?.getOptionalString('memoryLimit');
  const spill = embedded?.getOptionalString('spillLimit');
  const settings: EmbeddedSettings = {
    ...defaults,
    directory: embedded?.getOptionalString('directory') ?? defaults.directory,
    memoryLimit: memory
      ? parseBytes(memory, 'scaleph.embedded.memoryLimit')
      : defaults.memoryLimit,
    spillLimit: spill
      ? parseBytes(spill, 'scaleph.embedded.spillLimit')
      : undefined,
    threads: embedded?.getOptionalNumber('threads') ?? defaults.threads,
    maxConcurrentRuns:
      embedded?.getOptionalNumber('maxConcurrentRuns') ??
      defaults.maxConcurrentRuns,
    orphanTimeout: embedded?.has('orphanTimeout')
      ? toMilliseconds(
          readDurationFromConfig(embedded, { key: 'orphanTimeout' }),
        )
      : defaults.orphanTimeout,
    roots: config.getOptionalStringArray('scaleph.files.roots') ?? [],
    network: {
      allowedHosts: config.getOptionalStringArray(
        'scaleph.network.allowedHosts',
      ),
      deniedRanges: config.getOptionalStringArray(
        'scaleph.network.deniedRanges',
      ),
    },
  };
  check(settings);
  return settings;
}

/**
 * A number of bytes: `1GB` is 10^9, `1GiB` is 2^30. Throws InputError that names `key`.
 * @public
 */
export function parseBytes(text: string, key: string): number {
  const match = /^(\d+(?:\.\d+)?)\s*([KMGT]?)(i?)B$/i.exec(text.trim());
  if (!match) {
    throw new InputError(
      `${key} is "${text}": write a number and a unit, such as 512MB or 2GB`,
    );
  }
  const power = ' KMGT'.indexOf(match[2].toUpperCase() || ' ');
  return Math.floor(Number(match[1]) * (match[3] ? 1024 : 1000) ** power);
}

function check(settings: EmbeddedSettings) {
  const { memoryLimit, threads, maxConcurrentRuns, directory } = settings;
  const root = settings.roots.find(r =>
    isInside(resolve(directory), resolve(r)),
  );
  if (root !== undefined) {
    // A pipeline that writes there could write the plan of another run.
    throw new InputError(
      `scaleph.embedded.directory "${directory}" lies inside of "${root}" of scaleph.files.roots, where pipelines may write: put it elsewhere`,
    );
  }
  if (memoryLimit < LEAST_MEMORY) {
    throw new InputError('scaleph.embedded.memoryLimit must be at least 450MB');
  }
  for (const [key, value] of Object.entries({ threads, maxConcurrentRuns })) {
    if (!Number.isInteger(value) || value < 1) {
      throw new InputError(
        `scaleph.embedded.${key} must be a whole number of at least 1, not ${value}`,
      );
    }
  }
}

const UNITS = {
  years: 365 * 86_400_000,
  months: 30 * 86_400_000,
  weeks: 7 * 86_400_000,
  days: 86_400_000,
  hours: 3_600_000,
  minutes: 60_000,
  seconds: 1000,
  milliseconds: 1,
};

function toMilliseconds(duration: {
  [unit in keyof typeof UNITS]?: number;
}): number {
  return Object.entries(UNITS).reduce(
    (sum, [unit, factor]) =>
      sum + (duration[unit as keyof typeof UNITS] ?? 0) * factor,
    0,
  );
}
