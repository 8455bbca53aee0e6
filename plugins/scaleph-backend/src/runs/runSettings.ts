import { RootConfigService } from '@backstage/backend-plugin-api';
import { readDurationFromConfig } from '@backstage/config';
import { HumanDuration } from '@backstage/types';
import { MAX_LOG_LINES } from './RunLogImporter';

/** @internal */
export interface RunSettings {
  /** How long ended runs are kept. */
  retention: HumanDuration;
  /** How many runs one back end process takes in at a time; the others wait in CREATED. */
  maxActive: number;
  /**
   * How long an engine keeps an ended run, in milliseconds. A process that
   * stood still in the middle of a submit (a suspended machine) finds the run
   * at the engine when it wakes up, and starts nothing.
   */
  cleanUpDelayMs: number;
  /** How long a submit may take effect after nobody waits for its answer any more, in milliseconds. */
  submitGraceMs: number;
  maxLogLines: number;
  /** So many savepoints of suspends, restarts and upgrades are kept of each pipeline; all when absent. */
  keepSnapshots?: number;
}

const DEFAULT_RETENTION: HumanDuration = { days: 30 };
const DEFAULT_MAX_ACTIVE = 5_000;
const CLEAN_UP_DELAY_MS = 60_000;
const SUBMIT_GRACE_MS = 60_000;

/** Reads `scaleph.runs`. Throws when a value is out of range. @internal */
export function readRunSettings(config: RootConfigService): RunSettings {
  const runs = config.getOptionalConfig('scaleph.runs');
  const maxActive = runs?.getOptionalNumber('maxActive') ?? DEFAULT_MAX_ACTIVE;
  if (!Number.isInteger(maxActive) || maxActive < 1) {
    throw new Error(
      `scaleph.runs.maxActive is ${maxActive}; it must be a whole number of at least 1`,
    );
  }
  const keepSnapshots = runs?.getOptionalNumber('snapshots.keep');
  if (
    keepSnapshots !== undefined &&
    (!Number.isInteger(keepSnapshots) || keepSnapshots < 1)
  ) {
    throw new Error(
      `scaleph.runs.snapshots.keep is ${keepSnapshots}; it must be a whole number of at least 1`,
    );
  }
  return {
    retention: runs?.has('retention')
      ? readDurationFromConfig(runs, { key: 'retention' })
      : DEFAULT_RETENTION,
    maxActive,
    cleanUpDelayMs: CLEAN_UP_DELAY_MS,
    submitGraceMs: SUBMIT_GRACE_MS,
    maxLogLines: MAX_LOG_LINES,
    keepSnapshots,
  };
}
