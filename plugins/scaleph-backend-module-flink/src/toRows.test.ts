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

  it('says nothing where a source and a sink are one vertex', () => {
    expect(toRows(job([vertex('all', 0, 0)], { all: [] }))).toBeUndefined();
    expect(toRows(undefined)).toBeUndefined();
  });
});
