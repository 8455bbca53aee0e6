import type { SqlColumn } from '@scaleph/backstage-plugin-scaleph-common';
import fc from 'fast-check';
import { MOST_ROWS, ResultRows } from './ResultRows';

const columns = (...keys: boolean[]): SqlColumn[] =>
  keys.map((key, index) => ({ name: `c${index}`, type: 'INT', key }));

const page = (
  rows: unknown[][],
  kinds?: string,
  of = columns(false, false),
) => ({
  columns: of,
  rows,
  kinds,
  done: false,
});

describe('ResultRows', () => {
  it('keeps inserts in order', () => {
    const rows = new ResultRows();
    rows.append(
      page([
        [1, 'a'],
        [2, 'b'],
      ]),
    );
    rows.append(page([[1, 'a']]));
    expect(rows.state()).toEqual([
      [1, 'a'],
      [2, 'b'],
      [1, 'a'],
    ]);
    expect(rows.isChangelog).toBe(false);
  });

  it('replaces the row of a key', () => {
    const rows = new ResultRows();
    const of = columns(true, false);
    rows.append(
      page(
        [
          [1, 5],
          [2, 6],
        ],
        'II',
        of,
      ),
    );
    rows.append(
      page(
        [
          [1, 5],
          [1, 7],
          [2, 6],
        ],
        'BUD',
        of,
      ),
    );
    expect(rows.state()).toEqual([[1, 7]]);
    expect(rows.changes().kinds.join('')).toBe('IIBUD');
  });

  it('takes away one equal row where there is no key', () => {
    const rows = new ResultRows();
    rows.append(
      page([
        [1, 1],
        [1, 1],
        [2, 2],
      ]),
    );
    rows.append(
      page(
        [
          [1, 1],
          [2, 2],
          [2, 3],
        ],
        'DBU',
      ),
    );
    expect(rows.state()).toEqual([
      [1, 1],
      [2, 3],
    ]);
  });

  it('tells 1 from "1" and NULL from "null"', () => {
    const rows = new ResultRows();
    rows.append(
      page([
        [1, null],
        ['1', 'null'],
      ]),
    );
    rows.append(page([[1, null]], 'D'));
    expect(rows.state()).toEqual([['1', 'null']]);
  });

  it('is the same whatever the pages are', () => {
    const change = fc.tuple(
      fc.integer({ min: 0, max: 4 }),
      fc.integer({ min: 0, max: 2 }),
      fc.constantFrom('I', 'U', 'B', 'D'),
    );
    fc.assert(
      fc.property(
        fc.array(change, { maxLength: 60 }),
        fc.integer({ min: 1, max: 10 }),
        fc.boolean(),
        (changes, size, hasKey) => {
          const of = columns(hasKey, false);
          const whole = new ResultRows();
          const paged = new ResultRows();
          const toPage = (part: typeof changes) =>
            page(
              part.map(([a, b]) => [a, b]),
              part.map(it => it[2]).join(''),
              of,
            );
          whole.append(toPage(changes));
          for (let at = 0; at < changes.length; at += size) {
            paged.append(toPage(changes.slice(at, at + size)));
          }
          const sorted = (rows: ResultRows) =>
            rows
              .state()
              .map(it => JSON.stringify(it))
              .sort();
          expect(sorted(paged)).toEqual(sorted(whole));
        },
      ),
    );
  });

  it('is full at 100,000 rows, and forgets the oldest changes', () => {
    const rows = new ResultRows();
    const many = Array.from({ length: MOST_ROWS }, (_, index) => [index, 0]);
    rows.append(page(many));
    expect(rows.isFull).toBe(true);

    const changing = new ResultRows();
    const of = columns(true, false);
    changing.append(page([[0, 0]], 'U', of));
    changing.append(
      page(
        many.map(() => [0, 1]),
        'U'.repeat(MOST_ROWS),
        of,
      ),
    );
    expect(changing.changes().rows).toHaveLength(MOST_ROWS);
    expect(changing.state()).toEqual([[0, 1]]);
    expect(changing.isFull).toBe(false);
  });
});
