import { setTimeout as wait } from 'node:timers/promises';
import { SqlGatewayClient } from '../gateway/SqlGatewayClient';

const FIRST_PAUSE_MS = 20;
const LONGEST_PAUSE_MS = 500;

/** Runs a statement to its end. Throws what the gateway says against it. @internal */
export async function runStatement(
  gateway: SqlGatewayClient,
  session: string,
  statement: string,
  executionConfig?: Record<string, string>,
): Promise<void> {
  const operation = await gateway.submit(session, statement, {
    executionConfig,
  });
  let token = 0;
  let pause = FIRST_PAUSE_MS;
  for (;;) {
    const result = await gateway.fetch(session, operation, token);
    if (result.state === 'EOS') return;
    token = result.nextToken;
    if (result.state === 'PAYLOAD') continue;
    await wait(pause);
    pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
  }
}
