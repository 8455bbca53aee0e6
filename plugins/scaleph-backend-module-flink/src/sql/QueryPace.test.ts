import { SqlGatewayClient } from '../gateway/SqlGatewayClient';
import { FlinkRequestError } from '../http/FlinkRequestError';
import { QueryPace } from './QueryPace';

/** A gateway whose sessions have an interval, or that refuses; it counts how often it was asked. */
function gatewayOf(interval: string | undefined | Error) {
  const sessionConfig = jest.fn(async () => {
    if (interval instanceof Error) throw interval;
    return interval === undefined
      ? ({} as Record<string, string>)
      : { 'execution.checkpointing.interval': interval };
  });
  const gateway = { sessionConfig } as unknown as SqlGatewayClient;
  return { gateway, sessionConfig };
}

const often = {
  'execution.checkpointing.interval': '500 ms',
  'execution.checkpointing.externalized-checkpoint-retention':
    'DELETE_ON_CANCELLATION',
};

describe('The pace of queries', () => {
  it.each([
    ['10 s', often],
    ['1min', often],
    ['60000', often],
    ['500 ms', undefined],
    ['200 ms', undefined],
    // Without checkpoints rows come at once.
    [undefined, undefined],
    ['PT10S', undefined],
  ])('is quick enough where the interval is %s', async (interval, expected) => {
    const { gateway } = gatewayOf(interval);
    const pace = new QueryPace();
    expect(await pace.of(gateway, 's', 'SELECT 1')).toEqual(expected);
    expect(
      await pace.of(gateway, 's', 'WITH a AS (SELECT 1) SELECT * FROM a'),
    ).toEqual(expected);
  });

  it('is that of the session for what writes', async () => {
    const { gateway, sessionConfig } = gatewayOf('10 s');
    const pace = new QueryPace();
    for (const statement of [
      'INSERT INTO a SELECT 1',
      'EXECUTE STATEMENT SET BEGIN INSERT INTO a SELECT 1; END',
      'CREATE TABLE a AS SELECT 1',
      "SET 'a' = 'b'",
    ]) {
      expect(await pace.of(gateway, 's', statement)).toBeUndefined();
    }
    expect(sessionConfig).not.toHaveBeenCalled();
  });

  it('is asked for once, and again after a SET', async () => {
    const { gateway, sessionConfig } = gatewayOf('10 s');
    const pace = new QueryPace();
    await pace.of(gateway, 's', 'SELECT 1');
    await pace.of(gateway, 's', 'SELECT 2');
    expect(sessionConfig).toHaveBeenCalledTimes(1);
    await pace.of(gateway, 's', "SET 'x' = 'y'");
    await pace.of(gateway, 's', 'SELECT 3');
    expect(sessionConfig).toHaveBeenCalledTimes(2);
  });

  it('leaves it to the statement to say that the session is gone', async () => {
    const { gateway } = gatewayOf(
      new FlinkRequestError({ request: 'GET', status: 404, reason: 'gone' }),
    );
    const pace = new QueryPace();
    expect(await pace.of(gateway, 's', 'SELECT 1')).toBeUndefined();
  });
});
