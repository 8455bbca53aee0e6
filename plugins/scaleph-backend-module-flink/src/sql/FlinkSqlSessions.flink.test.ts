import {
  SqlSessionGoneError,
  SqlSessionPage,
  TargetConnection,
} from '@scaleph/backstage-plugin-scaleph-node';
import { JsonObject } from '@backstage/types';
import { describeWithFlink } from '@scaleph/backstage-plugin-scaleph-node/testUtils';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newEngine, targetOf } from '../__testUtils__/engineTest';
import { closedFlinkSqlPolicy } from '@scaleph/backstage-plugin-scaleph-common';

jest.setTimeout(120_000);

describeWithFlink('SQL sessions', lab => {
  const { sql } = newEngine();
  const target = targetOf({ restUrl: lab.restUrl, gatewayUrl: lab.gatewayUrl });
  const open: JsonObject[] = [];

  const newSession = async (
    mode: 'batch' | 'streaming',
    of: TargetConnection = target,
  ) => {
    const session = await sql.open(of, {
      name: 'test',
      settings: { 'execution.runtime-mode': mode },
    });
    open.push(session);
    return session;
  };
  const run = async (session: JsonObject, statement: string) => {
    const operation = await sql.execute(target, session, { statement });
    const pages: SqlSessionPage[] = [];
    let token: string | undefined;
    do {
      const options = { token, waitMs: 30_000, maxRows: 5_000 };
      pages.push(await sql.fetch(target, session, operation, options));
      token = pages.at(-1)!.next;
    } while (token !== undefined);
    const last = pages.at(-1)!;
    return {
      ...last,
      operation,
      columns: pages[0].columns,
      rows: pages.flatMap(it => it.rows),
      jobId: pages[0].jobId,
    };
  };
  const prepare = async (session: JsonObject, ...statements: string[]) => {
    for (const statement of statements) {
      expect((await run(session, statement)).error).toBeUndefined();
    }
  };
  const stateOf = async (job: string) => {
    const response = await fetch(`${lab.restUrl}/jobs/${job}`);
    return ((await response.json()) as { state: string }).state;
  };
  const until = async (check: () => Promise<boolean>) => {
    const end = Date.now() + 30_000;
    while (!(await check())) {
      if (Date.now() > end) throw new Error('Not so within 30 s');
      await new Promise(resolve => {
        setTimeout(resolve, 50);
      });
    }
  };

  afterAll(async () => {
    for (const session of open) await sql.close(target, session);
  });

  it('give every type without loss', async () => {
    const session = await newSession('batch');
    const { columns, rows, state } = await run(
      session,
      `SELECT CAST(9007199254740993 AS BIGINT), CAST('12345678901234567890.123456' AS DECIMAL(38, 6)), CAST('NaN' AS DOUBLE), CAST(1.5 AS FLOAT), TRUE,
        X'00ff', DATE '2026-01-02', TIMESTAMP '2026-01-02 03:04:05.678', ROW(1, 'a'), MAP['k', 1], ARRAY[1, 2], CAST(NULL AS INT), 'it''s -- no /* comment */'`,
    );
    expect(state).toBe('finished');
    expect(rows).toEqual([
      [
        '9007199254740993',
        '12345678901234567890.123456',
        'NaN',
        1.5,
        true,
        'AP8=',
        '2026-01-02',
        '2026-01-02T03:04:05.678',
        '{"EXPR$0":1,"EXPR$1":"a"}',
        '{"k":1}',
        '[1,2]',
        null,
        "it's -- no /* comment */",
      ],
    ]);
    expect(columns?.map(({ type }) => type)).toEqual([
      'BIGINT',
      'DECIMAL(38, 6)',
      'DOUBLE',
      'FLOAT',
      'BOOLEAN',
      'BINARY(2)',
      'DATE',
      'TIMESTAMP(3)',
      'ROW<EXPR$0 INT, EXPR$1 CHAR(1)>',
      'MAP<CHAR(1), INT>',
      'ARRAY<INT>',
      'INT',
      expect.stringMatching(/^CHAR\(\d+\)$/),
    ]);
  });

  it('give every row once, and a page again for its token', async () => {
    const session = await newSession('batch');
    await prepare(
      session,
      "CREATE TABLE g (id INT) WITH ('connector' = 'datagen', 'number-of-rows' = '20000', 'rows-per-second' = '10000000', 'fields.id.kind' = 'sequence', 'fields.id.start' = '1', 'fields.id.end' = '20000')",
    );
    const statement = 'SELECT id FROM g';
    const operation = await sql.execute(target, session, { statement });
    const seen: unknown[] = [];
    let token: string | undefined;
    let done = false;
    while (!done) {
      const options = { token, waitMs: 30_000, maxRows: 3_000 };
      const page = await sql.fetch(target, session, operation, options);
      const again = await sql.fetch(target, session, operation, options);
      // A token that has found no rows yet may find some the next time.
      expect(page.rows.length ? again.rows : []).toEqual(page.rows);
      expect(page.rows.length).toBeLessThanOrEqual(3_000);
      seen.push(...page.rows.map(([id]) => id));
      token = page.next;
      done = page.done;
    }
    expect(new Set(seen).size).toBe(20_000);
    expect(seen).toHaveLength(20_000);
  });

  it('are read on by another back end', async () => {
    const session = await newSession('batch');
    await prepare(
      session,
      "CREATE TABLE g (id INT) WITH ('connector' = 'datagen', 'number-of-rows' = '30000', 'rows-per-second' = '10000000', 'fields.id.kind' = 'sequence', 'fields.id.start' = '1', 'fields.id.end' = '30000')",
    );
    const backEnds = [sql, newEngine().sql];
    const statement = 'SELECT id FROM g';
    const operation = await sql.execute(target, session, { statement });
    let count = 0;
    let token: string | undefined;
    for (let turn = 0; ; turn++) {
      const page = await backEnds[turn % 2].fetch(target, session, operation, {
        token,
        waitMs: 30_000,
        maxRows: 5_000,
      });
      count += page.rows.length;
      token = page.next;
      if (page.done) break;
    }
    expect(count).toBe(30_000);
  });

  it('end the job of a query when it is canceled', async () => {
    const session = await newSession('streaming');
    await prepare(
      session,
      "CREATE TABLE g (id INT) WITH ('connector' = 'datagen', 'rows-per-second' = '10')",
    );
    const statement = 'SELECT id, COUNT(*) FROM g GROUP BY id';
    const operation = await sql.execute(target, session, { statement });
    const options = { waitMs: 30_000, maxRows: 100 };
    const page = await sql.fetch(target, session, operation, options);
    expect(page).toMatchObject({ done: false, state: 'running' });
    await sql.cancel(target, session, operation, {});
    await until(async () => (await stateOf(page.jobId!)) === 'CANCELED');
    await expect(
      sql.fetch(target, session, operation, { ...options, token: page.next }),
    ).resolves.toMatchObject({ done: true, state: 'canceled' });
    // Harmless when repeated.
    await sql.cancel(target, session, operation, {});
  });

  it('end the job of a query with the session', async () => {
    const session = await newSession('streaming');
    await prepare(
      session,
      "CREATE TABLE g (id INT) WITH ('connector' = 'datagen', 'rows-per-second' = '10')",
    );
    const operation = await sql.execute(target, session, {
      statement: 'SELECT * FROM g',
    });
    const options = { waitMs: 30_000, maxRows: 100 };
    const { jobId } = await sql.fetch(target, session, operation, options);
    await sql.close(target, session);
    await until(async () => (await stateOf(jobId!)) === 'CANCELED');
    await expect(
      sql.execute(target, session, { statement: 'SELECT 1' }),
    ).rejects.toThrow(SqlSessionGoneError);
    await sql.close(target, session);
  });

  it('start the job of an INSERT, which outlives the session, and stop it when told', async () => {
    const session = await newSession('streaming');
    await prepare(
      session,
      "CREATE TABLE g (id INT) WITH ('connector' = 'datagen', 'rows-per-second' = '1')",
      "CREATE TABLE b (id INT) WITH ('connector' = 'blackhole')",
    );
    const { jobId, state, operation, rows } = await run(
      session,
      'INSERT INTO b SELECT id FROM g',
    );
    expect({ state, rows }).toEqual({ state: 'finished', rows: [] });
    await until(async () => (await stateOf(jobId!)) === 'RUNNING');
    await sql.cancel(target, session, operation, { jobId });
    await until(async () => (await stateOf(jobId!)) === 'CANCELED');
  });

  it.each<[string, RegExp, object]>([
    [
      'SELECT * FROM nowhere',
      /Object 'nowhere' not found/,
      { line: 1, column: 15, endColumn: 21 },
    ],
    ['SELECT\n  1 + + ,', /Encountered/, { line: 2 }],
    [
      'SELECT nope(1)',
      /No match found for function signature nope/,
      { line: 1, column: 8 },
    ],
    ['SELECT 1 / 0', /zero/, {}],
  ])('say what is wrong with %j', async (statement, message, place) => {
    const session = await newSession('batch');
    const { error, state } = await run(session, statement);
    expect(state).toBe('failed');
    expect(error).toMatchObject(place);
    expect(error!.message).toMatch(message);
    expect(error!.message).not.toContain('\n');
  });

  it('explain, also what is wrong, and run nothing', async () => {
    const session = await newSession('streaming');
    await prepare(
      session,
      "CREATE TABLE g (id INT) WITH ('connector' = 'datagen')",
      "CREATE TABLE b (id INT) WITH ('connector' = 'blackhole')",
    );
    const set = `EXECUTE STATEMENT SET BEGIN
INSERT INTO b SELECT id FROM g; INSERT INTO b SELECT id + 1 FROM g; END`;
    const plan = await sql.explain(target, session, set);
    expect(plan.error).toBeUndefined();
    expect(plan.nodes!.length).toBeGreaterThan(2);
    for (const { from, to } of plan.edges!) {
      const ids = plan.nodes!.map(({ id }) => id);
      expect(ids).toEqual(expect.arrayContaining([from, to]));
    }
    const wrong = await sql.explain(target, session, 'SELECT id,\n idd FROM g');
    expect(wrong).toMatchObject({
      ok: false,
      error: { line: 2, column: 2, endColumn: 4 },
    });
    const none = await sql.explain(target, session, 'SHOW TABLES');
    expect(none).toMatchObject({ ok: true });
  });

  it('know catalogs, databases, tables, columns and functions, whatever their names', async () => {
    const session = await newSession('batch');
    await prepare(
      session,
      'CREATE DATABASE `odd ``name`',
      "CREATE TABLE `odd ``name`.`a;b` (id INT NOT NULL, `x y` STRING COMMENT 'text', PRIMARY KEY (id) NOT ENFORCED) WITH ('connector' = 'datagen')",
    );
    const at = { catalog: 'default_catalog', database: 'odd `name' };
    expect(await sql.objects(target, session, {})).toEqual([
      { kind: 'catalog', name: 'default_catalog', current: true },
    ]);
    expect(
      await sql.objects(target, session, { catalog: 'default_catalog' }),
    ).toContainEqual({
      kind: 'database',
      name: 'odd `name',
    });
    expect(await sql.objects(target, session, at)).toEqual([
      { kind: 'table', name: 'a;b' },
    ]);
    expect(await sql.objects(target, session, { ...at, table: 'a;b' })).toEqual(
      [
        { kind: 'column', name: 'id', type: 'INT', nullable: false, key: true },
        {
          kind: 'column',
          name: 'x y',
          type: 'STRING',
          nullable: true,
          comment: 'text',
        },
      ],
    );
    const functions = await sql.objects(target, session, { functions: true });
    expect(functions).toContainEqual({ kind: 'function', name: 'upper' });
    await expect(
      sql.objects(target, session, { catalog: 'x`; DROP' }),
    ).rejects.toThrow();
    const hints = await sql.complete(target, session, {
      statement: 'SELECT * FROM ',
      position: 14,
    });
    expect(hints).toContain('default_catalog');
  });

  describe('A file of the gateway', () => {
    let directory: string;
    beforeAll(async () => {
      directory = await mkdtemp(join(tmpdir(), 'scaleph-sql-'));
      await writeFile(join(directory, 'secret.csv'), 'geheim\n');
    });
    afterAll(() => rm(directory, { recursive: true }));

    const spellings: [string, (path: string) => string][] = [
      ['plain', it => `'path' = '${it}'`],
      ['as a URI', it => `'path' = 'file://${it}'`],
      ['behind comments', it => `/* ' */ 'path' -- '\n = '${it}'`],
      [
        'in two literals',
        it => `'path' = '${it.slice(0, 5)}'\n'${it.slice(5)}'`,
      ],
      ['in unicode', it => `'path' = U&'\\002f${it.slice(1)}'`],
      ['with a character set', it => `'path' = _UTF8'${it}'`],
      ['with dots', it => `'path' = '${it.replace('/tmp/', '/tmp/../tmp/')}'`],
      ['relative', it => `'path' = '../../../../../../../../../..${it}'`],
    ];
    const create = (options: string) =>
      `CREATE TABLE secret_file (line STRING) WITH ('connector' = 'filesystem', 'format' = 'raw', ${options})`;

    it.each(spellings)('%s is refused', async (_, spell) => {
      const statement = create(spell(join(directory, 'secret.csv')));
      expect(sql.check(target, statement, { ownJobs: [] })).not.toEqual([]);
    });

    it('could be read otherwise, and is read where it is allowed', async () => {
      const path = join(directory, 'secret.csv');
      const allowing = targetOf({
        restUrl: lab.restUrl,
        gatewayUrl: lab.gatewayUrl,
        sql: { allowedPaths: [directory] },
      });
      const statement = create(`'path' = '${path}'`);
      expect(sql.check(allowing, statement, { ownJobs: [] })).toEqual([]);
      expect(closedFlinkSqlPolicy.allowedPaths).toEqual([]);
      const session = await newSession('batch');
      await prepare(session, statement);
      const { rows } = await run(session, 'SELECT * FROM secret_file');
      expect(rows).toEqual([['geheim']]);
    });
  });
});

describeWithFlink('A SQL Gateway that dies', lab => {
  it('ends its sessions, and takes new ones when it is back', async () => {
    const cluster = await lab.startCluster();
    try {
      const { sql } = newEngine();
      const target = targetOf({
        restUrl: cluster.restUrl,
        gatewayUrl: cluster.gatewayUrl,
      });
      const options = { name: 'x', settings: {} };
      const session = await sql.open(target, options);
      await cluster.kill('sql-gateway');
      await expect(
        sql.execute(target, session, { statement: 'SELECT 1' }),
      ).rejects.toMatchObject({ name: 'FlinkUnavailableError' });
      await cluster.start('sql-gateway');
      await expect(
        sql.execute(target, session, { statement: 'SELECT 1' }),
      ).rejects.toThrow(SqlSessionGoneError);
      const next = await sql.open(target, options);
      await sql.keepAlive(target, next);
      await sql.close(target, next);
    } finally {
      await cluster.stop();
    }
  });
});
