import {
  ScalephApiError,
  SqlExecution,
  SqlOperation,
  SqlPage,
} from '@scaleph/backstage-plugin-scaleph-common';
import { StatementRun } from './StatementRun';
import { StatementRunner } from './StatementRunner';

const operation = (
  id: string,
  changes: Partial<SqlOperation> = {},
): SqlOperation => ({
  id,
  session: 's',
  statement: `SELECT '${id}'`,
  state: 'running',
  startedAt: '2026-01-01T08:00:00.000Z',
  ...changes,
});

const columns = [{ name: 'n', type: 'INT' }];
const pageOf = (numbers: number[], rest: Partial<SqlPage> = {}): SqlPage => ({
  columns,
  rows: numbers.map(it => [it]),
  done: false,
  ...rest,
});

/** A place that answers what each statement is told to answer. */
class Place {
  readonly log: string[] = [];
  /** Pages by statement, then by token; an error is thrown. */
  pages: Record<string, (SqlPage | Error)[]> = {};

  async executeSql(_: string, { statement }: { statement: string }) {
    this.log.push(`run ${statement}`);
    const [first] = this.pages[statement] ?? [];
    if (first instanceof ScalephApiError) throw first;
    return { operation: operation(statement) } as SqlExecution;
  }

  async fetchSqlRows(id: string, query: { token?: string } = {}) {
    const at = Number(query.token ?? 0);
    this.log.push(`fetch ${id} ${at}`);
    const page = this.pages[id][at];
    if (page instanceof Error) {
      this.pages[id].splice(at, 1);
      throw page;
    }
    return { ...page, next: page.done ? undefined : String(at + 1) };
  }

  async cancelSqlOperation(id: string) {
    this.log.push(`cancel ${id}`);
    return operation(id, { state: 'canceled' });
  }
}

const over = (run: StatementRun) =>
  new Promise<void>(resolve => {
    const look = () => run.isOver && resolve();
    run.subscribe(look);
    look();
  });

describe('StatementRun', () => {
  it('fetches pages by their tokens until there are no more', async () => {
    const place = new Place();
    place.pages.q = [
      pageOf([1, 2]),
      pageOf([]),
      pageOf([3], { done: true, state: 'finished' }),
    ];
    const run = new StatementRun(place, 's', 'q');
    await run.start();
    expect(run.snapshot()).toMatchObject({ status: 'finished' });
    expect(run.rows.state()).toEqual([[1], [2], [3]]);
  });

  it('asks again when there is no answer, from the same page', async () => {
    const place = new Place();
    place.pages.q = [
      pageOf([1]),
      new Error('no answer'),
      pageOf([2], { done: true }),
    ];
    const run = new StatementRun(place, 's', 'q');
    await run.start();
    expect(run.rows.state()).toEqual([[1], [2]]);
    expect(place.log.filter(it => it === 'fetch q 1')).toHaveLength(2);
  });

  it('says what the place says is wrong', async () => {
    const place = new Place();
    const error = { message: 'Object "t" not found', line: 1, column: 15 };
    place.pages.q = [pageOf([], { done: true, state: 'failed', error })];
    const run = new StatementRun(place, 's', 'q');
    await run.start();
    expect(run.snapshot()).toMatchObject({ status: 'failed', error });
  });

  it.each([
    [0, 'finished', false],
    [1, 'finished', true],
  ])(
    'keeps 100,000 rows; of %d more it is %s, full: %s',
    async (more, status, full) => {
      const place = new Place();
      const many = Array.from({ length: 100_000 }, (_, index) => index);
      place.pages.q = [
        pageOf(many),
        pageOf(many.slice(0, more), { done: true }),
      ];
      const run = new StatementRun(place, 's', 'q');
      await run.start();
      expect(run.snapshot()).toMatchObject({ status, full });
      expect(run.rows.state()).toHaveLength(100_000);
      expect(place.log.includes('cancel q')).toBe(full);
    },
  );

  it('goes on after a reload with the rows that were kept', async () => {
    const place = new Place();
    place.pages.q = [
      new ScalephApiError({
        statusCode: 409,
        name: 'ConflictError',
        message: 'gone',
      }),
      pageOf([2], { done: true }),
    ];
    const kept = {
      operation: 'q',
      token: '1',
      columns,
      rows: [[1]],
      status: 'running' as const,
    };
    const run = new StatementRun(place, 's', 'q');
    await run.resume(operation('q'), kept);
    expect(run.rows.state()).toEqual([[1], [2]]);
    expect(run.keep()).toMatchObject({ status: 'finished', rows: [[1], [2]] });

    const unkept = new StatementRun(place, 's', 'q');
    await unkept.resume(operation('q', { state: 'finished' }));
    expect(unkept.snapshot()).toMatchObject({ gone: true, status: 'finished' });
    expect(unkept.keep()).toMatchObject({ gone: true, rows: [] });
  });

  it('stops on the server when it is canceled, and keeps what came', async () => {
    const place = new Place();
    place.pages.q = [pageOf([1]), pageOf([2]), pageOf([3], { done: true })];
    const run = new StatementRun(place, 's', 'q');
    const accepted = new Promise<void>(resolve => void run.start(resolve));
    await accepted;
    await run.cancel();
    expect(place.log).toContain('cancel q');
    expect(run.snapshot()).toMatchObject({
      status: 'canceled',
      operation: { state: 'canceled' },
    });
    expect(run.rows.state()).toContainEqual([1]);
  });
});

describe('StatementRunner', () => {
  const select = (text: string) => ({ text, kind: 'select' as const });
  const options = { session: 's', stopOnError: true, queriesRunOn: false };
  const refused = new ScalephApiError({
    statusCode: 400,
    name: 'InputError',
    message: 'not allowed',
  });

  const statuses = (runner: StatementRunner) =>
    runner.snapshot().map(it => it.snapshot().status);

  it('runs one after the other and stops at the first that fails', async () => {
    const place = new Place();
    place.pages = {
      a: [pageOf([1], { done: true })],
      b: [refused],
      c: [pageOf([1], { done: true })],
    };
    const runner = new StatementRunner(place);
    await runner.run(['a', 'b', 'c'].map(select), options);
    expect(statuses(runner)).toEqual(['finished', 'failed', 'canceled']);
    expect(place.log.filter(it => it.startsWith('run'))).toEqual([
      'run a',
      'run b',
    ]);

    await runner.run(['a', 'b', 'c'].map(select), {
      ...options,
      stopOnError: false,
    });
    expect(statuses(runner)).toEqual(['finished', 'failed', 'finished']);
  });

  it('does not wait for the end of a query that has none', async () => {
    const place = new Place();
    place.pages = {
      a: Array.from({ length: 100 }, () => pageOf([1])),
      b: [pageOf([2], { done: true })],
    };
    const runner = new StatementRunner(place);
    await runner.run(['a', 'b'].map(select), {
      ...options,
      queriesRunOn: true,
    });
    const [a, b] = runner.snapshot();
    await over(b);
    expect(b.snapshot().status).toBe('finished');
    await runner.cancelAll();
    expect(a.snapshot().status).toBe('canceled');
  });

  it('shows what still runs on the server', async () => {
    const place = new Place();
    place.pages.x = [pageOf([7], { done: true })];
    const runner = new StatementRunner(place);
    runner.restore([operation('x')]);
    const [run] = runner.snapshot();
    await over(run);
    expect(run.rows.state()).toEqual([[7]]);
    expect(runner.open(operation('x'))).toBe(run);
  });
});
