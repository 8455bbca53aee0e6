import { NetworkPolicy } from '@scaleph/backstage-plugin-scaleph-node';
import { readRequest, withServer } from '../__testUtils__/withServer';
import { SqlGatewayClient } from '../gateway/SqlGatewayClient';
import { SubmitRequest } from './SubmitRequest';
import { submitSql } from './submitSql';

const SCRIPT = `CREATE TABLE a (x INT) WITH ('connector' = 'datagen'); -- of 'us'
CREATE TABLE b (x INT) WITH ('connector' = 'blackhole', 'note' = '-- kept');
INSERT INTO b SELECT x /* all */ FROM a`;

/** The statements that a gateway is sent, all of which it runs at once. */
async function statementsOf(script: string): Promise<string[]> {
  const sent: string[] = [];
  await withServer(
    async (request, response) => {
      const { method, pathname, body } = await readRequest(request);
      const answer = () => {
        if (pathname.endsWith('/api_versions')) return { versions: ['V2'] };
        if (method === 'GET') {
          return { resultType: 'EOS', results: { columns: [], data: [] } };
        }
        if (!pathname.endsWith('/statements')) return { sessionHandle: 's' };
        sent.push((body as { statement: string }).statement);
        return { operationHandle: 'o' };
      };
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify(answer()));
    },
    async url => {
      const network = NetworkPolicy.allowAll();
      const gateway = new SqlGatewayClient({ url, network });
      try {
        await submitSql({
          jobId: 'a'.repeat(32),
          payload: { script, libraries: [], parameters: {}, settings: {} },
          target: { name: 'flink', config: { restUrl: url }, gateway },
          connections: {},
          context: { runId: 'r', deployment: 1 },
        } as unknown as SubmitRequest<'sql'>);
      } finally {
        gateway.close();
      }
    },
  );
  return sent;
}

describe('submitSql', () => {
  it('sends what was checked: no comments, literals as they are', async () => {
    const [a, b, insert] = await statementsOf(SCRIPT);
    expect(a).toContain("'datagen'");
    expect(b).not.toContain('of');
    expect(b).toContain("'-- kept'");
    expect(insert).toMatch(/^INSERT INTO b SELECT x +FROM a$/);
  });
});
