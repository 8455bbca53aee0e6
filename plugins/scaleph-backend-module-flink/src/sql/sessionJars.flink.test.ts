import {
  FileRoots,
  NetworkPolicy,
} from '@scaleph/backstage-plugin-scaleph-node';
import { describeWithFlink } from '@scaleph/backstage-plugin-scaleph-node/testUtils';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  artifactOf,
  documentOf,
  newEngine,
  targetOf,
  TestRun,
} from '../__testUtils__/engineTest';

// Each starts jobs of a real cluster.
jest.setTimeout(120_000);

describeWithFlink('Jars of sessions', lab => {
  let jarDirectory: string;
  beforeAll(async () => {
    jarDirectory = await mkdtemp(path.join(tmpdir(), 'scaleph-sql-jars-'));
  });
  afterAll(() => rm(jarDirectory, { recursive: true }));

  const target = () =>
    targetOf({
      restUrl: lab.restUrl,
      gatewayUrl: lab.gatewayUrl,
      sql: { allowJars: true, jarDirectory },
    });

  it('come to the gateway through the directory that it reads', async () => {
    const { sql } = newEngine([jarDirectory]);
    const at = target();
    const jar = await artifactOf(lab.jars.topSpeedWindowing);
    const session = await sql.open(at, { name: 'jars', settings: {} });
    try {
      await sql.addJar(at, session, jar);
      const shown = { statement: 'SHOW JARS' };
      const operation = await sql.execute(at, session, shown);
      const rows: unknown[] = [];
      let token: string | undefined;
      do {
        const options = { token, waitMs: 30_000, maxRows: 100 };
        const page = await sql.fetch(at, session, operation, options);
        rows.push(...page.rows);
        token = page.next;
      } while (token !== undefined);
      expect(JSON.stringify(rows)).toContain(
        `${jarDirectory}/${jar.sha256}/${jar.name}`,
      );
    } finally {
      await sql.close(at, session);
    }
  });

  it('are libraries of scripts', async () => {
    const engine = newEngine([jarDirectory]);
    const runOf = (library: string) =>
      new TestRun(
        target(),
        documentOf({
          type: 'flink-sql',
          sql: {
            script: `CREATE TABLE b (x INT) WITH ('connector' = 'blackhole');
INSERT INTO b SELECT 1;`,
            libraries: [{ upload: library }],
          },
        }),
      );
    const run = runOf(lab.jars.topSpeedWindowing);
    await run.submit(engine);
    await run.untilState(engine, 'FINISHED');
    // The gateway does look at what it is given.
    const none = path.join(jarDirectory, 'none.jar');
    await writeFile(none, 'no jar');
    await expect(runOf(none).submit(engine)).rejects.toThrow(
      'zip END header not found',
    );
  });

  it('are refused where the back end may not write', async () => {
    const engine = newEngine(['/var/empty-of-scaleph']);
    const problems = await engine.targetType.check(
      { restUrl: lab.restUrl, sql: { jarDirectory } },
      { network: NetworkPolicy.allowAll(), files: FileRoots.of([]) },
    );
    expect(problems).toMatchObject([
      { code: 'path-not-allowed', pointer: '/sql/jarDirectory' },
    ]);
    const jar = await artifactOf(lab.jars.topSpeedWindowing);
    const at = target();
    const session = await engine.sql.open(at, { name: 'x', settings: {} });
    await expect(engine.sql.addJar(at, session, jar)).rejects.toThrow(
      'scaleph.flink.jarDirectories',
    );
    await engine.sql.close(at, session);
  });
});
