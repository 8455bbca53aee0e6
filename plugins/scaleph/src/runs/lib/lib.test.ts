import { aRun } from '../../__testUtils__/fixtures';
import { searchLines, toLogText } from './logText';
import { pinActive } from './pinActive';
import { rowWindow } from './rowWindow';

it('pins runs that have not ended, and shows each once in its latest form', () => {
  const finished = aRun({ id: 'a', revision: 3 });
  const stale = aRun({ id: 'b', state: 'RUNNING', revision: 1 });
  const ended = aRun({ id: 'b', state: 'FINISHED', revision: 2 });
  const running = aRun({ id: 'c', state: 'RUNNING' });
  expect(pinActive([stale, running], [finished, ended])).toEqual([
    running,
    ended,
    finished,
  ]);
});

describe('log lines', () => {
  const line = {
    seq: 1,
    at: '2026-01-01T00:00:00.000Z',
    level: 'warn' as const,
    node: 'read',
    message: 'Slow file',
  };

  it('are text with time, level and node', () => {
    expect(toLogText(line)).toBe(
      '2026-01-01T00:00:00.000Z WARN  [read] Slow file',
    );
  });

  it.each([
    ['', 1],
    ['slow READ', 1],
    ['quick', 0],
  ])('%j finds %d', (search, count) => {
    expect(searchLines([line], search)).toHaveLength(count);
  });
});

describe('rowWindow', () => {
  it.each([0, 1, 19, 400, 100_000])('of %d rows is as high as all', count => {
    for (const scrollTop of [0, 300, count * 10, count * 20]) {
      const { first, end, before, after } = rowWindow({
        count,
        rowHeight: 20,
        scrollTop,
        height: 400,
      });
      expect(before + (end - first) * 20 + after).toBe(count * 20);
      expect(first).toBeGreaterThanOrEqual(0);
      expect(end - first).toBeLessThanOrEqual(60);
    }
  });

  it('covers what is seen', () => {
    const { first, end } = rowWindow({
      count: 1000,
      rowHeight: 20,
      scrollTop: 10_000,
      height: 400,
    });
    expect(first).toBeLessThanOrEqual(500);
    expect(end).toBeGreaterThanOrEqual(520);
  });
});
