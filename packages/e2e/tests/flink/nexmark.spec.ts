import { splitStatements } from '../../../../plugins/scaleph-common/src/flinkSql/splitStatements';
import fs from 'node:fs';
import path from 'node:path';
import { repository } from '../../support/command';
import { expect, flinkTest as test, unique } from '../../support/flink';

const DIRECTORY = path.join(repository, 'examples/nexmark');
const TABLES = fs.readFileSync(path.join(DIRECTORY, 'tables.sql'), 'utf8');
const QUERIES = fs
  .readdirSync(path.join(DIRECTORY, 'queries'))
  .sort()
  .map(file => ({
    name: path.basename(file, '.sql'),
    sql: fs.readFileSync(path.join(DIRECTORY, 'queries', file), 'utf8'),
  }));

const statementsOf = (sql: string) =>
  splitStatements(sql, 'flink').map(({ text }) => text);

test.describe('Nexmark', () => {
  test('every query is explained as a graph, and answers in the console', async ({
    lab,
  }) => {
    test.setTimeout(300_000);
    const left = [...QUERIES];
    const worker = async () => {
      const session = await lab.openSession();
      const run = async (statement: string, enough?: number) => {
        const result = await lab.sql(session, statement, enough);
        expect(result.page.error).toBeUndefined();
        return result;
      };
      for (const statement of statementsOf(TABLES)) await run(statement);
      for (let query = left.shift(); query; query = left.shift()) {
        const statements = statementsOf(query.sql);
        const insert = statements.pop()!;
        for (const statement of statements) await run(statement);
        const { body: plan } = await lab.call(
          'POST',
          `/scaleph/sql/sessions/${session}/explanations`,
          { body: { statement: insert } },
        );
        expect(plan, query.name).toMatchObject({ ok: true });
        expect(plan.nodes.length, query.name).toBeGreaterThan(1);
        expect(plan.edges.length, query.name).toBeGreaterThan(0);
        const select = insert.slice(insert.search(/^SELECT/m));
        const { operation, rows } = await run(select, 1);
        expect(rows.length, query.name).toBeGreaterThan(0);
        await lab.call(
          'POST',
          `/scaleph/sql/operations/${operation}/cancellation`,
        );
      }
      await lab.call('DELETE', `/scaleph/sql/sessions/${session}`);
    };
    // Windows take their time: several sessions wait beside each other.
    await Promise.all(Array.from({ length: 4 }, worker));
  });

  test('every query runs as a pipeline', async ({ lab }) => {
    test.setTimeout(300_000);
    const left = [...QUERIES];
    const worker = async () => {
      for (let query = left.shift(); query; query = left.shift()) {
        const pipeline = await lab.publish(unique(`nexmark-${query.name}`), {
          type: 'flink-sql',
          mode: 'streaming',
          sql: { script: `${TABLES}\n${query.sql}` },
        });
        const { id } = await lab.start(pipeline);
        await lab.reach(id, 'FINISHED', 90);
      }
    };
    // Each takes a slot.
    await Promise.all(Array.from({ length: 6 }, worker));
  });
});
