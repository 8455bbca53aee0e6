import { mockServices } from '@backstage/backend-test-utils';
import { RunRetention } from './RunRetention';
import { readRunSettings } from './runSettings';

describe('RunRetention', () => {
  function retention(config: object, batches: number[]) {
    const asked: string[] = [];
    const settings = readRunSettings(
      mockServices.rootConfig({ data: { scaleph: { runs: config } } }),
    );
    const room = new RunRetention({
      scheduler: mockServices.scheduler.mock(),
      logger: mockServices.logger.mock(),
      settings,
      store: {
        deleteEndedBefore: async time => {
          asked.push(time);
          return batches.shift() ?? 0;
        },
      },
    });
    return { room, asked };
  }

  it.each([
    [{}, 30],
    [{ retention: { days: 7 } }, 7],
  ])('removes in batches what ended long ago: %j', async (config, days) => {
    const { room, asked } = retention(config, [500, 500, 3]);
    expect(await room.removeOld()).toBe(1_003);
    expect(asked).toHaveLength(3);
    const age = Date.now() - Date.parse(asked[0]);
    expect(Math.round(age / 86_400_000)).toBe(days);
  });

  it('ends when it is told to', async () => {
    const { room, asked } = retention({}, [500, 500]);
    expect(await room.removeOld(AbortSignal.abort())).toBe(0);
    expect(asked).toEqual([]);
  });

  it.each([0, 1.5])('maxActive: %d is refused', maxActive => {
    expect(() => retention({ maxActive }, [])).toThrow(
      `scaleph.runs.maxActive is ${maxActive}`,
    );
  });
});
