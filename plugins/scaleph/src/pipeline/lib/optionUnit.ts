import { formatBytes, formatDuration } from '../../lib/format';
import type { OptionSchema } from './optionSchema';

/** What a number counts. @internal */
export type OptionUnit = 'ms' | 's' | 'bytes' | (string & {});

// SeaTunnel writes the unit into the name of an option, when it says it at all.
const ENDINGS: [RegExp, OptionUnit][] = [
  [/[._-](ms|millis|milliseconds)$/i, 'ms'],
  [/[._-](sec|secs|seconds)$/i, 's'],
  [/[._-]bytes?$/i, 'bytes'],
];

/** The unit of a numeric option, as far as schema or name tell it. @internal */
export function optionUnit(
  name: string,
  schema: OptionSchema,
): OptionUnit | undefined {
  const unit = schema['x-unit'];
  if (typeof unit === 'string') return unit;
  return ENDINGS.find(([ending]) => ending.test(name))?.[1];
}

/** A large number in words, e.g. 1800000 ms as `30 min 00 s`; nothing where the digits are as clear. @internal */
export function unitText(
  value: unknown,
  unit: OptionUnit | undefined,
  language: string,
): string | undefined {
  if (typeof value !== 'number' || value <= 0) return undefined;
  if (unit === 'ms' && value >= 1000) return formatDuration(value, language);
  if (unit === 's' && value >= 60) {
    return formatDuration(value * 1000, language);
  }
  return unit === 'bytes' && value >= 1000
    ? formatBytes(value, language)
    : undefined;
}
