import { describeWithFlink } from '@scaleph/backstage-plugin-scaleph-node/testUtils';
import { newEngine, targetOf } from '../__testUtils__/engineTest';

// Each starts jobs of a real cluster.
jest.setTimeout(120_000);

const INTERVAL = 'execution.checkpointing.interval';

describeWithFlink('The pace of queries', lab => {
  const { sql } = newEngine();
  const target = targetOf({ restUrl: lab.restUrl, gatewayUrl: lab.gatewayUrl });

  it.each([
    ['10 s', 500, 'DELETE_ON_CANCELLATION'],
    ['200 ms', 200, 'RETAIN_ON_CANCELLATION'],
  ])(
    'with an interval of %s makes checkpoints every %d ms',
    async (interval, expected, retention) => {
      const session = await sql.open(target, {
        name: 'pace',
        settings: { [INTERVAL]: interval },
      });
      const run = async (statement: string) => {
        const operation = await sql.execute(target, session, { statement });
        const options = { waitMs: 60_000, maxRows: 10 };
        const page = await sql.fetch(target, session, operation, options);
        return { operation, page };
      };
      try {
        await run(
          `CREATE TABLE endless (id INT) WITH ('connector' = 'datagen', 'rows-per-second' = '100')`,
        );
        const { operation, page } = await run('SELECT * FROM endless');
        expect(page.rows).not.toEqual([]);
        const answer = await fetch(
          `${lab.restUrl}/jobs/${page.jobId}/checkpoints/config`,
        );
        const { interval: made, externalization } = await answer.json();
        expect(made).toBe(expected);
        const isDeleted = retention === 'DELETE_ON_CANCELLATION';
        expect(externalization.delete_on_cancellation).toBe(isDeleted);
        await sql.cancel(target, session, operation, {});
      } finally {
        await sql.close(target, session);
      }
    },
  );
});
