import { describeWithFlink } from '@scaleph/backstage-plugin-scaleph-node/testUtils';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  documentOf,
  newEngine,
  targetOf,
  TestRun,
} from './__testUtils__/engineTest';
import { flinkJobId } from './submit/flinkJobId';
import { seaTunnelEnds } from './seaTunnelEnds';
import { toPayload } from './plan/FlinkPayload';

// Each starts a job of a real cluster.
jest.setTimeout(120_000);

const ROWS = 1_000;

describeWithFlink('Rows of jobs that are chained', lab => {
  const engine = newEngine();
  let directory: string;
  beforeAll(async () => {
    directory = await mkdtemp(path.join(tmpdir(), 'scaleph-rows-'));
    const lines = Array.from({ length: ROWS }, (_, x) => `${x},v${x}\n`);
    await mkdir(path.join(directory, 'in'));
    await writeFile(path.join(directory, 'in/a.csv'), lines.join(''));
  });
  afterAll(() => rm(directory, { recursive: true }));

  const target = () =>
    targetOf({
      restUrl: lab.restUrl,
      gatewayUrl: lab.gatewayUrl,
      seatunnel: { version: '2.3.4', home: lab.jars.seatunnelHome },
      sql: { allowedPaths: [directory] },
    });
  const verticesOf = async (run: TestRun) => {
    const url = `${lab.restUrl}/jobs/${flinkJobId(run)}`;
    const job = await (await fetch(url)).json();
    return (job as { vertices: { name: string }[] }).vertices;
  };

  // It reads the file once and waits for more: the numbers stay as they are.
  const FILES = () => `CREATE TABLE f (x INT, y STRING) WITH (
  'connector' = 'filesystem', 'path' = '${directory}/in', 'format' = 'csv', 'source.monitor-interval' = '1 h');
CREATE TABLE b (x INT) WITH ('connector' = 'blackhole');`;

  it('are counted by the operators of a script', async () => {
    const run = new TestRun(
      target(),
      documentOf({
        type: 'flink-sql',
        mode: 'streaming',
        sql: {
          script: `${FILES()}\nINSERT INTO b SELECT x FROM f WHERE MOD(x, 4) = 0;`,
        },
      }),
    );
    await run.submit(engine);
    const seen = await run.until(
      engine,
      it => it.kind === 'known' && it.rows?.read === ROWS && !!it.rows.written,
    );
    expect(seen).toMatchObject({ rows: { read: ROWS, written: ROWS / 4 } });
    const rows = (it: { rowsIn: number; rowsOut: number }) =>
      Math.max(it.rowsIn, it.rowsOut);
    const nodes = seen.kind === 'known' ? seen.nodes : [];
    expect(Math.max(...nodes.map(rows))).toBe(ROWS);
    // It stays when the job has ended.
    await run.cancel(engine);
    expect(await run.untilState(engine, 'CANCELED')).toMatchObject({
      rows: { read: ROWS, written: ROWS / 4 },
    });
  });

  it('are counted for a graph of SeaTunnel that is one vertex, while it runs and in the end', async () => {
    const run = new TestRun(
      target(),
      documentOf({
        type: 'seatunnel',
        mode: 'streaming',
        env: { parallelism: 1 },
        nodes: [
          {
            id: 'fake',
            kind: 'source',
            connector: 'FakeSource',
            options: {
              schema: { fields: { id: 'bigint' } },
              'row.num': 70,
            },
          },
          { id: 'out', kind: 'sink', connector: 'Console', options: {} },
        ],
        edges: [{ from: 'fake', to: 'out' }],
      }),
    );
    const ends = seaTunnelEnds(toPayload(await run.plan(engine)));
    await run.submit(engine);
    const handle = { jobId: flinkJobId(run), ...ends };
    for (;;) {
      const seen = await engine.observe(handle, run.context);
      if (seen.kind !== 'known') continue;
      if (!seen.rows?.written) {
        await new Promise(resolve => {
          setTimeout(resolve, 100);
        });
        continue;
      }
      expect(await verticesOf(run)).toHaveLength(1);
      expect(seen).toMatchObject({
        state: 'RUNNING',
        rows: { read: 70, written: 70 },
        nodes: [
          expect.objectContaining({ rowsIn: 70, rowsOut: 70 }),
          { node: 'fake', state: 'running', rowsOut: 70 },
          { node: 'out', state: 'running', rowsIn: 70, rowsOut: 70 },
        ],
      });
      break;
    }
    await run.cancel(engine);
    await run.untilState(engine, 'CANCELED');
  });

  it('are what the source and the sink of a jar have counted, not what went between', async () => {
    const run = new TestRun(
      target(),
      documentOf({
        type: 'flink-jar',
        mode: 'streaming',
        jar: { artifact: { upload: lab.jars.topSpeedWindowing } },
      }),
    );
    await run.submit(engine);
    const seen = await run.until(
      engine,
      it =>
        it.kind === 'known' &&
        (it.rows?.written ?? 0) > 0 &&
        it.nodes.some(({ rowsIn, rowsOut }) => rowsIn > rowsOut && rowsOut > 0),
    );
    // The last vertex is `GlobalWindows -> Sink`: fewer rows leave the window than come.
    const { rows } = seen as { rows: { read: number; written: number } };
    expect(rows.written).toBeLessThan(rows.read);
    await run.cancel(engine);
    await run.untilState(engine, 'CANCELED');
  });
});
