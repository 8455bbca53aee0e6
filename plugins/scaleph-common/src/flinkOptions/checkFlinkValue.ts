import { FlinkOption } from '../types';
import { oneOf } from '../document/words';

const DURATION =
  /^[0-9]+\s*(d|days?|h|hours?|min|m|minutes?|s|secs?|seconds?|ms|millis?|milliseconds?|µs|micros?|microseconds?|ns|nanos?|nanoseconds?)?$/i;
const MEMORY =
  /^[0-9]+\s*(b|bytes|k|kb|kibibytes|m|mb|mebibytes|g|gb|gibibytes|t|tb|tebibytes)?$/i;
const NUMBER = /^[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)(e[+-]?[0-9]+)?$/i;

/** What a value of an option must be, as the end of "must be …"; undefined when it is. @internal */
export function checkFlinkValue(
  { type, values = [] }: FlinkOption,
  value: string,
): string | undefined {
  const text = value.trim();
  switch (type) {
    case 'boolean':
      return /^(true|false)$/i.test(text) ? undefined : 'true or false';
    case 'integer':
      return /^[+-]?[0-9]+$/.test(text) ? undefined : 'a whole number';
    case 'number':
      return NUMBER.test(text) ? undefined : 'a number';
    case 'duration':
      return DURATION.test(text) ? undefined : 'a duration, e.g. 30 s or 5 min';
    case 'memory':
      return MEMORY.test(text) ? undefined : 'a size, e.g. 512 mb';
    case 'enum':
      return values.some(it => it.toLowerCase() === text.toLowerCase())
        ? undefined
        : oneOf(values);
    default:
      return undefined;
  }
}
