import type { FlinkOption } from '@scaleph/backstage-plugin-scaleph-common';

/** Why a value does not fit its key; the name of a text in `job.settings.problem`. @internal */
export type FlinkValueProblem =
  | 'empty'
  | 'boolean'
  | 'integer'
  | 'number'
  | 'duration'
  | 'memory'
  | 'enum'
  | 'map';

// As Flink's TimeUtils and MemorySize read them.
const DURATION =
  /^\s*\d+\s*(d|day|days|h|hour|hours|m|min|minute|minutes|s|sec|secs|second|seconds|ms|milli|millis|millisecond|milliseconds|µs|micro|micros|microsecond|microseconds|ns|nano|nanos|nanosecond|nanoseconds)?\s*$/i;
const ISO_DURATION = /^-?P(\d+D)?(T(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$/i;
const MEMORY =
  /^\s*\d+\s*(b|bytes|k|kb|kibibytes|m|mb|mebibytes|g|gb|gibibytes|t|tb|tebibytes)?\s*$/i;

const CHECKS: Partial<Record<FlinkOption['type'], (value: string) => boolean>> =
  {
    boolean: value => /^(true|false)$/i.test(value.trim()),
    integer: value => /^-?\d+$/.test(value.trim()),
    number: value => value.trim() !== '' && Number.isFinite(Number(value)),
    duration: value => DURATION.test(value) || ISO_DURATION.test(value.trim()),
    memory: value => MEMORY.test(value),
    map: value => /^\s*[^:,{}]+:/.test(value) || value.trim().startsWith('{'),
  };

/** Whether a length of time is one that Flink reads, e.g. `10 s` or `500 ms`. @internal */
export function isFlinkDuration(value: string): boolean {
  return DURATION.test(value) || ISO_DURATION.test(value.trim());
}

/**
 * Checks a value against what is known of its key; a key that is not known
 * takes any value but an empty one.
 *
 * @internal
 */
export function checkFlinkValue(
  option: FlinkOption | undefined,
  value: string,
): FlinkValueProblem | undefined {
  if (value.trim() === '') {
    return 'empty';
  }
  if (!option) {
    return undefined;
  }
  if (option.type === 'enum') {
    const allowed = option.values ?? [];
    const fits = allowed.some(
      it => it.toLowerCase() === value.trim().toLowerCase(),
    );
    return fits || !allowed.length ? undefined : 'enum';
  }
  const check = CHECKS[option.type];
  return !check || check(value)
    ? undefined
    : (option.type as FlinkValueProblem);
}
