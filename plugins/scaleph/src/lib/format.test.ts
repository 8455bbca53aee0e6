import {
  durationBetween,
  formatBytes,
  formatCount,
  formatDuration,
  formatExactCount,
  formatRelativeTime,
} from './format';

describe('formatDuration', () => {
  it.each([
    [0, '0 ms'],
    [850, '850 ms'],
    [4200, '4.2 s'],
    [9960, '10 s'],
    [59_400, '59 s'],
    [59_600, '1 min 00 s'],
    [187_000, '3 min 07 s'],
    [3_840_000, '1 h 04 min'],
    [183_600_000, '2 d 03 h'],
    [-5, '0 ms'],
  ])('%d ms is %s', (milliseconds, text) => {
    expect(formatDuration(milliseconds)).toBe(text);
  });

  it('speaks Chinese', () => {
    expect(formatDuration(3_840_000, 'zh')).toBe('1 小时 04 分');
  });
});

describe('formatCount', () => {
  it.each([
    [0, 'en', '0'],
    [3376, 'en', '3,376'],
    [99_999, 'en', '99,999'],
    [1_234_567, 'en', '1.2 M'],
    [1_234_567, 'zh', '123.5万'],
  ])('%d in %s is %s', (count, language, text) => {
    expect(formatCount(count, language)).toBe(text);
  });

  it('keeps every digit when asked to', () => {
    expect(formatExactCount(1_234_567)).toBe('1,234,567');
  });
});

it.each([
  [999, '999 B'],
  [1500, '1.5 kB'],
  [123_456_789, '123 MB'],
])('formatBytes(%d) is %s', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});

describe('formatRelativeTime', () => {
  const at = '2026-01-01T00:00:00Z';

  it('looks back', () => {
    const now = Date.parse('2026-01-01T00:03:10Z');
    expect(formatRelativeTime(at, now)).toBe('3 minutes ago');
    expect(formatRelativeTime(at, now, 'zh')).toBe('3分钟前');
  });

  it('never looks ahead when the clocks differ', () => {
    const now = Date.parse('2025-12-31T23:59:57Z');
    expect(formatRelativeTime(at, now)).toBe('0 seconds ago');
  });
});

describe('durationBetween', () => {
  const start = '2026-01-01T00:00:00Z';
  const now = Date.parse('2026-01-01T00:00:09Z');

  it('is unknown before the start', () => {
    expect(durationBetween(undefined, undefined, now)).toBeUndefined();
  });

  it('grows until there is an end', () => {
    expect(durationBetween(start, undefined, now)).toBe(9000);
    expect(durationBetween(start, '2026-01-01T00:00:04Z', now)).toBe(4000);
  });
});
