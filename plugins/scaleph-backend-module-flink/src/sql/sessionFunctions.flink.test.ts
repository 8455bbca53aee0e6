import { JsonObject } from '@backstage/types';
import {
  ArtifactContent,
  SqlSessionPage,
  TargetConnection,
} from '@scaleph/backstage-plugin-scaleph-node';
import { describeWithFlink } from '@scaleph/backstage-plugin-scaleph-node/testUtils';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { artifactOf, newEngine, targetOf } from '../__testUtils__/engineTest';
import { functionJar } from '../__testUtils__/functionJar';

// Each starts jobs of a real cluster.
jest.setTimeout(120_000);

const FUNCTION = 'scaleph.test.Twice';

describeWithFlink('Functions of sessions', lab => {
  let directory: string;
  let jar: ArtifactContent;
  let at: TargetConnection;
  const open: JsonObject[] = [];

  beforeAll(async () => {
    directory = await mkdtemp(path.join(tmpdir(), 'scaleph-sql-functions-'));
    const file = path.join(directory, 'twice.jar');
    await writeFile(file, functionJar(FUNCTION));
    jar = await artifactOf(file);
    at = targetOf({
      restUrl: lab.restUrl,
      gatewayUrl: lab.gatewayUrl,
      sql: {
        allowJars: true,
        jarDirectory: directory,
        allowedPaths: [directory],
      },
    });
  });
  afterAll(async () => {
    for (const session of open) await newEngine().sql.close(at, session);
    await rm(directory, { recursive: true });
  });

  const newSession = async () => {
    const { sql } = newEngine([directory]);
    const session = await sql.open(at, {
      name: 'functions',
      settings: { 'execution.runtime-mode': 'batch' },
    });
    open.push(session);
    /** The rows of the last statement, as a console runs them: the policy is asked first. */
    const run = async (...statements: string[]) => {
      let pages: SqlSessionPage[] = [];
      for (const statement of statements) {
        expect(sql.check(at, statement, { ownJobs: [] })).toEqual([]);
        const operation = await sql.execute(at, session, { statement });
        pages = [];
        let token: string | undefined;
        do {
          const options = { token, waitMs: 30_000, maxRows: 100 };
          const page = await sql.fetch(at, session, operation, options);
          if (page.error) throw new Error(page.error.message);
          pages.push(page);
          token = page.next;
        } while (token !== undefined);
      }
      return pages.flatMap(({ rows }) => rows);
    };
    return { session, run, add: () => sql.addJar(at, session, jar) };
  };
  const TWICE = 'SELECT twice(CAST(21 AS BIGINT))';

  it('run from a jar that was added, in that session alone', async () => {
    const mine = await newSession();
    await mine.add();
    const create = `CREATE TEMPORARY FUNCTION twice AS '${FUNCTION}'`;
    expect(await mine.run(create, TWICE)).toEqual([[42]]);
    expect(await mine.run('SHOW USER FUNCTIONS')).toEqual([['twice']]);
    const others = await newSession();
    await expect(others.run(create, TWICE)).rejects.toThrow(
      /Twice|function|class/i,
    );
  });

  it.each([
    [
      'ADD JAR',
      (file: string) => [
        `ADD JAR '${file}'`,
        `CREATE FUNCTION twice AS '${FUNCTION}'`,
      ],
    ],
    [
      'USING JAR',
      (file: string) => [
        `CREATE FUNCTION twice AS '${FUNCTION}' USING JAR '${file}'`,
      ],
    ],
  ])('run from a jar of an allowed path, by %s', async (_, prepare) => {
    const { run } = await newSession();
    const file = path.join(directory, 'twice.jar');
    expect(await run(...prepare(file), TWICE)).toEqual([[42]]);
    await run('DROP FUNCTION twice');
    await expect(run(TWICE)).rejects.toThrow('twice');
  });

  it('see catalogs that were added, until they are dropped', async () => {
    const { sql } = newEngine();
    const { session, run } = await newSession();
    await run(
      `CREATE CATALOG lake WITH ('type' = 'generic_in_memory', 'default-database' = 'landing')`,
      'USE CATALOG lake',
      `CREATE TABLE clicks (id INT) WITH ('connector' = 'datagen', 'number-of-rows' = '3')`,
    );
    expect(await sql.objects(at, session, {})).toEqual([
      { kind: 'catalog', name: 'default_catalog' },
      { kind: 'catalog', name: 'lake', current: true },
    ]);
    expect(
      await sql.objects(at, session, { catalog: 'lake', database: 'landing' }),
    ).toEqual([{ kind: 'table', name: 'clicks' }]);
    expect(await run('SELECT COUNT(*) FROM lake.landing.clicks')).toEqual([
      [3],
    ]);
    await run('USE CATALOG default_catalog', 'DROP CATALOG lake');
    expect(await sql.objects(at, session, {})).toEqual([
      { kind: 'catalog', name: 'default_catalog', current: true },
    ]);
    await expect(run('SELECT * FROM lake.landing.clicks')).rejects.toThrow(
      'lake',
    );
  });
});
