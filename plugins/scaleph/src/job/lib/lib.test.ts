import { aJob } from '../__testUtils__/jobFixtures';
import { appendTail, MISSING_LINES, NO_LINES } from './appendTail';
import { foldStack } from './foldStack';
import { jobShape, layoutJob } from './layoutJob';
import { loadShares, loadWord } from './loadShares';
import { findTextLines, toTextLines } from './logLevels';
import { operatorsOf } from './operatorsOf';
import { toJobFlow } from './toJobFlow';
import { taskCounts, vertexLook } from './vertexLook';
import { withGaps } from './withGaps';

describe('operatorsOf', () => {
  it.each([
    [
      'Source: Car data generator source',
      ['Source: Car data generator source'],
    ],
    [
      'Source: clicks[1] -> Calc[2] -> Sink: out[3]',
      ['Source: clicks[1]', 'Calc[2]', 'Sink: out[3]'],
    ],
    [
      'TableSourceScan(table=[[a, b]], fields=[x -> y]) -> Calc(select=[x])',
      ['TableSourceScan', 'Calc'],
    ],
    ['A -> (B, C -> D)', ['A', 'B', 'C', 'D']],
    ['Sink: Writer -> Sink: Committer ', ['Sink: Writer', 'Sink: Committer']],
    ['Source: mysql-cdc (shop) -> Flat Map', ['Source: mysql-cdc', 'Flat Map']],
    ['a) -> b', ['a)', 'b']],
  ])('of %j are %j', (name, short) => {
    expect(operatorsOf(name).map(it => it.short)).toEqual(short);
  });
});

describe('load', () => {
  it('is scaled in the bar, not in words', () => {
    const shares = loadShares({ busy: 0.9, backpressured: 0.6, idle: 0.5 });
    expect(shares.map(it => it.percent)).toEqual([90, 60, 50]);
    expect(shares.reduce((sum, it) => sum + it.length, 0)).toBeCloseTo(100);
    expect(loadWord(shares)?.kind).toBe('backpressured');
  });

  it('is nothing when the cluster does not tell', () => {
    expect(loadShares({})).toEqual([]);
    expect(loadShares({ backpressured: 0, idle: 0 })).toEqual([]);
    expect(loadWord([])).toBeUndefined();
  });

  it('says idle when it is not busy at all', () => {
    expect(loadWord(loadShares({ busy: 0, idle: 1 }))?.kind).toBe('idle');
  });

  it('says busy first when nothing holds back', () => {
    const shares = loadShares({ busy: 0.2, backpressured: 0.1, idle: 0.7 });
    expect(loadWord(shares)?.kind).toBe('busy');
  });
});

it('counts subtasks by state in the order of their life', () => {
  expect(taskCounts({ FAILED: 1, RUNNING: 3, CREATED: 0, NEW: 1 })).toEqual([
    { state: 'RUNNING', count: 3 },
    { state: 'FAILED', count: 1 },
    { state: 'NEW', count: 1 },
  ]);
  expect(vertexLook('NEW')).toBe('checking');
});

describe('the drawing of a job', () => {
  it('has the same shape while only numbers change', () => {
    const [first, ...others] = aJob().vertices;
    const later = aJob({
      vertices: [{ ...first, recordsOut: 9, state: 'FINISHED' }, ...others],
    });
    expect(jobShape(later)).toBe(jobShape(aJob()));
    expect(jobShape(aJob({ edges: [] }))).not.toBe(jobShape(aJob()));
  });

  it('goes from left to right, or down', () => {
    const right = layoutJob(aJob(), 'right');
    expect(right.aa[0]).toBeLessThan(right.bb[0]);
    const down = layoutJob(aJob(), 'down');
    expect(down.aa[1]).toBeLessThan(down.bb[1]);
  });

  it('leaves out edges to vertices that are not there', () => {
    const job = aJob({
      edges: [
        { from: 'aa', to: 'bb' },
        { from: 'aa', to: 'gone' },
        { from: 'aa', to: 'aa' },
      ],
    });
    const places = layoutJob(job, 'right');
    const { nodes, edges } = toJobFlow({ job, places, direction: 'right' });
    expect(edges.map(it => it.id)).toEqual(['aa→bb']);
    expect(nodes.map(it => [it.data.hasInput, it.data.hasOutput])).toEqual([
      [false, true],
      [true, false],
    ]);
  });
});

it('a line breaks where nobody looked', () => {
  const at = (second: number) => new Date(second * 1000).toISOString();
  const points = [0, 2, 4, 60, 62].map(it => ({
    at: at(it),
    recordsInPerSecond: it,
  }));
  expect(
    withGaps(points).map(it => [it.time / 1000, it.recordsInPerSecond]),
  ).toEqual([
    [0, 0],
    [2, 2],
    [4, 4],
    [32, undefined],
    [60, 60],
    [62, 62],
  ]);
  expect(withGaps([])).toEqual([]);
});

it('a stack says its messages and folds its frames', () => {
  const stack = [
    'org.apache.flink.runtime.JobException: Recovery is suppressed',
    '\tat a.B.c(B.java:1)',
    '\tat a.B.d(B.java:2)',
    'Caused by: java.sql.SQLException: no table',
    'HINT: make one',
    '\tat e.F.g(F.java:3)',
    '\t... 12 more',
  ].join('\n');
  expect(foldStack(stack)).toEqual([
    {
      kind: 'message',
      text: 'org.apache.flink.runtime.JobException: Recovery is suppressed',
    },
    { kind: 'frames', lines: ['\tat a.B.c(B.java:1)', '\tat a.B.d(B.java:2)'] },
    {
      kind: 'message',
      text: 'Caused by: java.sql.SQLException: no table\nHINT: make one',
    },
    { kind: 'frames', lines: ['\tat e.F.g(F.java:3)', '\t... 12 more'] },
  ]);
});

describe('appendTail', () => {
  const look = (before: string, text: string, truncated = false, keep = 100) =>
    appendTail(
      appendTail(NO_LINES, before, false, keep),
      text,
      truncated,
      keep,
    );

  it('adds what is new behind what is there', () => {
    expect(look('a\nb\nc\n', 'a\nb\nc\nd\n').lines).toEqual([...'abcd']);
    // The first line of a cut text is not whole.
    expect(look('a\nb\nc\n', 'x\nc\nd\n', true).lines).toEqual([...'abcd']);
    expect(look('a\na\na\n', 'a\na\na\na\n').lines).toEqual([...'aaaa']);
  });

  it('keeps a line that is not whole apart', () => {
    const text = look('a\nb', 'a\nbc\nd');
    expect(text.lines).toEqual(['a', 'bc']);
    expect(text.open).toBe('d');
  });

  it('is the same object when nothing is new', () => {
    const before = appendTail(NO_LINES, 'a\nb\n', false, 100);
    expect(appendTail(before, 'a\nb\n', false, 100)).toBe(before);
  });

  it('says where lines are missing', () => {
    expect(look('a\nb\n', 'x\ny\nz\n', true).lines).toEqual([
      'a',
      'b',
      MISSING_LINES,
      'y',
      'z',
    ]);
  });

  it('begins anew when the log was rotated', () => {
    expect(look('a\nb\n', 'x\n').lines).toEqual(['x']);
  });

  it('keeps the newest lines', () => {
    const text = look('a\nb\n', 'a\nb\nc\n', false, 2);
    expect(text).toEqual({ lines: ['b', 'c'], open: '', truncated: true });
  });
});

describe('levels', () => {
  const lines = toTextLines([
    'Starting …',
    '2026-11-21 08:53:51,123 INFO  org.apache.flink.A [] - up',
    '2026-11-21 08:53:52,001 WARN  org.apache.flink.B [] - slow',
    '\tat a.B.c(B.java:1)',
    '[2026-11-21T08:53:52Z] ERROR it INFO broke',
  ]);

  it('are those of the line, or of the line that it goes on with', () => {
    expect(lines.map(it => it.level)).toEqual([
      undefined,
      'info',
      'warn',
      'warn',
      'error',
    ]);
  });

  it.each([
    ['', undefined, 5],
    ['', 'debug' as const, 5],
    ['', 'warn' as const, 3],
    ['FLINK.b slow', undefined, 1],
    ['up', 'error' as const, 0],
  ])('%j of %j and above finds %d', (search, level, count) => {
    expect(findTextLines(lines, search, level)).toHaveLength(count);
  });
});
