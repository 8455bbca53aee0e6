import { JobDetail, JobVertex } from './rest/types/JobTypes';
import { toRows } from './toRows';

const vertex = (
  id: string,
  readRecords: number,
  writeRecords: number,
): JobVertex => ({
  id,
  name: id,
  parallelism: 1,
  status: 'RUNNING',
  tasks: {},
  metrics: {
    readBytes: 0,
    writeBytes: 0,
    readRecords,
    writeRecords,
    complete: true,
  },
});

const job = (
  vertices: JobVertex[],
  inputs: Record<string, string[]>,
): JobDetail => ({
  id: 'a',
  name: 'a',
  state: 'RUNNING',
  startTime: 1,
  now: 2,
  timestamps: {},
  vertices,
  plan: {
    name: 'a',
    nodes: Object.entries(inputs).map(([id, ids]) => ({
      id,
      parallelism: 1,
      description: '',
      inputs: ids.map(it => ({ id: it })),
    })),
  },
});

describe('toRows', () => {
  it('counts what leaves the sources and reaches the sinks', () => {
    const detail = job(
      [
        vertex('a', 0, 100),
        vertex('b', 0, 20),
        vertex('join', 120, 30),
        vertex('sink', 30, 0),
      ],
      { a: [], b: [], join: ['a', 'b'], sink: ['join'] },
    );
    expect(toRows(detail)).toEqual({ read: 120, written: 30 });
  });

  it('lets operators tell of what is chained', () => {
    const all = job([vertex('all', 0, 0)], { all: [] });
    expect(toRows(all, new Map([['all', { read: 9, written: 4 }]]))).toEqual({
      read: 9,
      written: 4,
    });
    expect(toRows(all, new Map([['all', { read: 9 }]]))).toEqual({ read: 9 });
    const two = job([vertex('a', 0, 20), vertex('b', 20, 0)], {
      a: [],
      b: ['a'],
    });
    const counts = new Map([
      ['a', { read: 100, handedOn: 20 }],
      ['b', { written: 3, taken: 20 }],
    ]);
    expect(toRows(two, counts)).toEqual({ read: 100, written: 3 });
  });

  it('takes the last number of the vertex for one that passes on all', () => {
    const ended = (it: JobVertex) => ({ ...it, status: 'FINISHED' });
    const two = job([ended(vertex('a', 0, 30)), ended(vertex('b', 30, 0))], {
      a: [],
      b: ['a'],
    });
    // The operators were asked when 20 rows had come.
    const counts = new Map([
      ['a', { read: 20, handedOn: 20 }],
      ['b', { written: 20, taken: 20 }],
    ]);
    expect(toRows(two, counts)).toEqual({ read: 30, written: 30 });
    const filtered = new Map([['a', { read: 50, handedOn: 20 }]]);
    expect(toRows(two, filtered)).toEqual({ read: 50, written: 30 });
  });

  it('says nothing where a source and a sink are one vertex', () => {
    expect(toRows(job([vertex('all', 0, 0)], { all: [] }))).toBeUndefined();
    expect(toRows(undefined)).toBeUndefined();
  });
});
