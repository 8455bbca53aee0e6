import { SqlError } from '@scaleph/backstage-plugin-scaleph-common';
import { setTimeout as pause } from 'node:timers/promises';
import { SqlGatewayClient } from '../gateway/SqlGatewayClient';
import { FlinkRequestError } from '../http/FlinkRequestError';
import { isUnknownSession } from '../gateway/gatewayErrors';
import { toSqlError } from './toSqlError';

const LONGEST_PAUSE_MS = 100;
const MOST_ROWS = 50_000;

/** Rows of a statement that answers about the session, or what is wrong with it. @internal */
export type StatementOutcome =
  | { rows: unknown[][]; error?: undefined }
  | { rows?: undefined; error: SqlError };

/** Runs a short statement to its end and forgets it on the gateway. @internal */
export async function runStatement(
  gateway: SqlGatewayClient,
  session: string,
  statement: string,
): Promise<StatementOutcome> {
  const operation = await gateway.submit(session, statement);
  try {
    return { rows: await readAll(gateway, session, operation) };
  } catch (error) {
    if (!(error instanceof FlinkRequestError) || isUnknownSession(error)) {
      throw error;
    }
    return { error: toSqlError(error) };
  } finally {
    // Nobody waits for it, and a session that ends forgets it as well.
    gateway.closeOperation(session, operation).catch(() => {});
  }
}

async function readAll(
  gateway: SqlGatewayClient,
  session: string,
  operation: string,
): Promise<unknown[][]> {
  const rows: unknown[][] = [];
  let token = 0;
  for (let wait = 1; rows.length < MOST_ROWS; ) {
    const part = await gateway.fetch(session, operation, token);
    if (part.state === 'EOS') break;
    token = part.nextToken;
    if (part.state === 'PAYLOAD' && part.rows.length) {
      for (const { fields } of part.rows) rows.push(fields);
    } else {
      await pause(wait);
      wait = Math.min(wait * 1.5, LONGEST_PAUSE_MS);
    }
  }
  return rows;
}
