import { statementKind } from '@scaleph/backstage-plugin-scaleph-common';
import { SqlGatewayClient } from '../gateway/SqlGatewayClient';
import { FlinkRequestError } from '../http/FlinkRequestError';

const INTERVAL = 'execution.checkpointing.interval';
const RETENTION = 'execution.checkpointing.externalized-checkpoint-retention';
const SOON_MS = 500;
/** How long a session is taken to have the interval that it had: a SET may go through another back end. */
const KNOWN_MS = 10_000;
const UNITS: Record<string, number> = {
  ms: 1,
  s: 1_000,
  sec: 1_000,
  m: 60_000,
  min: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

/**
 * Where checkpoints are made, Flink gives the rows of a streaming query out
 * with them: with an interval of a minute, somebody who looks at a stream waits
 * a minute. So a query that is looked at makes them often, and keeps none when
 * it is stopped. Statements that write are left as they are.
 *
 * @internal
 */
export class QueryPace {
  private readonly known = new Map<
    string,
    { until: number; interval: Promise<number | undefined> }
  >();

  /** Configuration for one statement alone. */
  async of(
    gateway: SqlGatewayClient,
    session: string,
    statement: string,
  ): Promise<Record<string, string> | undefined> {
    const kind = statementKind(statement, 'flink');
    if (kind === 'set' || kind === 'reset') this.known.delete(session);
    if (kind !== 'select') return undefined;
    const interval = await this.intervalOf(gateway, session);
    if (interval === undefined || interval <= SOON_MS) return undefined;
    return {
      [INTERVAL]: `${SOON_MS} ms`,
      [RETENTION]: 'DELETE_ON_CANCELLATION',
    };
  }

  private intervalOf(gateway: SqlGatewayClient, session: string) {
    const now = Date.now();
    for (const [other, { until }] of this.known) {
      if (until <= now) this.known.delete(other);
    }
    const known = this.known.get(session);
    if (known) return known.interval;
    const interval = readInterval(gateway, session);
    this.known.set(session, { until: now + KNOWN_MS, interval });
    interval.catch(() => this.known.delete(session));
    return interval;
  }
}

async function readInterval(
  gateway: SqlGatewayClient,
  session: string,
): Promise<number | undefined> {
  try {
    const config = await gateway.sessionConfig(session);
    return toMilliseconds(config[INTERVAL]);
  } catch (error) {
    // The statement will tell it better, or does not need it.
    if (error instanceof FlinkRequestError) return undefined;
    throw error;
  }
}

/** As Flink writes it, e.g. `10 s`; undefined when there is none, or none that is understood. */
function toMilliseconds(duration: string | undefined): number | undefined {
  const [, digits, unit] = /^(\d+)\s*([a-z]*)$/.exec(duration ?? '') ?? [];
  const factor = UNITS[unit || 'ms'];
  return digits && factor ? Number(digits) * factor : undefined;
}
