import { describeDatabases, TestDatabase } from '../../__testUtils__/databases';
import { chain, Harness, node } from '../../__testUtils__/harness';

jest.setTimeout(60_000);

// SQLite blocks the process instead of serving it: lifeCycle.test.ts stops that.
describeDatabases(
  (name, createDatabase) => {
    let harness: Harness;
    let database: TestDatabase;

    beforeAll(async () => {
      harness = await Harness.create();
      database = await createDatabase(harness);
      harness.connections.db = database.connection;
      await database.query('CREATE TABLE target (id bigint, v text)');
      await database.query(`INSERT INTO target VALUES (1, 'old')`);
    });

    afterAll(async () => {
      await database.drop();
      await harness.remove();
    });

    const series =
      name === 'PostgreSQL'
        ? 'SELECT id, md5(id::text) AS v FROM (SELECT generate_series(1, 2000000000) AS id) AS s'
        : 'SELECT seq AS id, md5(seq) AS v FROM seq_1_to_2000000000';

    const slow =
      name === 'PostgreSQL'
        ? 'SELECT count(*) AS n FROM (SELECT generate_series(1, 2000000000)) AS s'
        : "SELECT sum(md5(seq) > '5') AS n FROM seq_1_to_2000000000";

    /** Statements of this file's runs that the server works on; other tests use the server at the same time. */
    const busy = async () => {
      const sql =
        name === 'PostgreSQL'
          ? `SELECT count(*)::int AS n FROM pg_stat_activity WHERE application_name LIKE 'scaleph%' AND state <> 'idle' AND query LIKE '%2000000000%' AND datname = current_database()`
          : `SELECT count(*) AS n FROM information_schema.processlist WHERE command = 'Query' AND info LIKE '%2000000000%' AND info NOT LIKE '%processlist%'`;
      return Number((await database.query(sql))[0].n);
    };

    const stop = async (runId: string) => {
      const start = Date.now();
      await harness.engine.act(undefined, 'cancel', harness.context(runId));
      const end = await harness.end(runId);
      expect(Date.now() - start).toBeLessThan(2000);
      expect(end).toMatchObject({
        state: 'CANCELED',
        reason: 'Stopped on request',
      });
    };

    /** The server has noticed as well. */
    const untilIdle = async () => {
      for (const limit = Date.now() + 10_000; await busy(); ) {
        expect(Date.now()).toBeLessThan(limit);
      }
    };

    /* eslint-disable jest/expect-expect -- `stop` expects */
    it('stops while the database computes', async () => {
      const runId = await harness.submit(
        chain(node.table('read', { query: slow }), node.console('show')),
      );
      await harness.until(runId, o => o.nodes[0]?.state === 'running');
      while (!(await busy()));
      await stop(runId);
      await untilIdle();
    });

    it('stops while rows stream in', async () => {
      const runId = await harness.submit(
        chain(node.table('read', { query: series }), node.console('show')),
      );
      await harness.until(runId, o => o.nodes[0]?.rowsOut > 0);
      await stop(runId);
      await untilIdle();
    });

    it('stops while rows are written, and leaves the table as it was', async () => {
      const runId = await harness.submit(
        chain(
          node.fake('make', 1_000_000_000, { id: 'bigint', v: 'string' }),
          node.writeTable('write', 'target', { data_save_mode: 'DROP_DATA' }),
        ),
      );
      await harness.until(runId, o => o.nodes[1]?.rowsOut > 0);
      await stop(runId);
      expect(await database.query('SELECT v FROM target')).toEqual([
        { v: 'old' },
      ]);
    });

    it('leaves no table that it made', async () => {
      const runId = await harness.submit(
        chain(
          node.fake('make', 1_000_000_000, { id: 'bigint', v: 'string' }),
          node.writeTable('write', 'fresh'),
        ),
      );
      await harness.until(runId, o => o.nodes[1]?.rowsOut > 0);
      await stop(runId);
      await expect(database.query('SELECT * FROM fresh')).rejects.toThrow(
        /fresh/,
      );
    });
  },
  ['PostgreSQL', 'MySQL'],
);
