import { DateTime } from 'luxon';

const DURATION_UNITS = {
  en: { ms: ' ms', s: ' s', min: ' min', h: ' h', d: ' d', gap: ' ' },
  zh: { ms: ' 毫秒', s: ' 秒', min: ' 分', h: ' 小时', d: ' 天', gap: ' ' },
};

const pad = (value: number) => String(value).padStart(2, '0');

/**
 * A length of time as people say it: `850 ms`, `4.2 s`, `3 min 07 s`,
 * `1 h 04 min`, `2 d 03 h`.
 */
export function formatDuration(milliseconds: number, language = 'en'): string {
  const unit = DURATION_UNITS[language.startsWith('zh') ? 'zh' : 'en'];
  const total = Math.max(0, milliseconds);
  if (total < 1000) return `${Math.round(total)}${unit.ms}`;
  if (total < 9950) return `${(total / 1000).toFixed(1)}${unit.s}`;
  const seconds = Math.round(total / 1000);
  if (seconds < 60) return `${seconds}${unit.s}`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) {
    return `${minutes}${unit.min}${unit.gap}${pad(seconds % 60)}${unit.s}`;
  }
  const hours = Math.floor(minutes / 60);
  if (hours < 24) {
    return `${hours}${unit.h}${unit.gap}${pad(minutes % 60)}${unit.min}`;
  }
  const days = Math.floor(hours / 24);
  return `${days}${unit.d}${unit.gap}${pad(hours % 24)}${unit.h}`;
}

/** Every digit, with the language's separators. */
export function formatExactCount(count: number, language = 'en'): string {
  return new Intl.NumberFormat(language).format(count);
}

/** Exact below 100,000, then short: `1.2 M`, `120万`. */
export function formatCount(count: number, language = 'en'): string {
  if (Math.abs(count) < 100_000) return formatExactCount(count, language);
  const parts = new Intl.NumberFormat(language, {
    notation: 'compact',
    maximumFractionDigits: 1,
  }).formatToParts(count);
  const gap = language.startsWith('zh') ? '' : ' ';
  return parts
    .map(part => (part.type === 'compact' ? gap + part.value : part.value))
    .join('');
}

const BYTE_UNITS = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'];

/** A size in decimal units: `1.5 MB`. */
export function formatBytes(bytes: number, language = 'en'): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < BYTE_UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const number = new Intl.NumberFormat(language, {
    maximumFractionDigits: unit === 0 || value >= 100 ? 0 : 1,
  }).format(value);
  return `${number} ${BYTE_UNITS[unit]}`;
}

/** Date and time to the second in the reader's zone. */
export function formatDateTime(iso: string, language = 'en'): string {
  return DateTime.fromISO(iso)
    .setLocale(language)
    .toLocaleString(DateTime.DATETIME_MED_WITH_SECONDS);
}

/** `3 minutes ago`, seen from `now` (milliseconds). */
export function formatRelativeTime(
  iso: string,
  now: number,
  language = 'en',
): string {
  const time = DateTime.fromISO(iso);
  // Clocks of browser and back end differ a little: never "in 2 seconds".
  const base = DateTime.fromMillis(Math.max(now, time.toMillis() + 1));
  return time.setLocale(language).toRelative({ base }) ?? iso;
}

/** Milliseconds between two instants; until `now` while there is no end. */
export function durationBetween(
  startedAt: string | undefined,
  endedAt: string | undefined,
  now: number,
): number | undefined {
  if (!startedAt) return undefined;
  const end = endedAt ? Date.parse(endedAt) : now;
  return Math.max(0, end - Date.parse(startedAt));
}
