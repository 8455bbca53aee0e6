import { waitFor } from '../__testUtils__/waitFor';
import { RunSignals } from './RunSignals';

describe('RunSignals', () => {
  it('sends the first change at once and then the newest, spaced', async () => {
    const sent: Array<[string, number]> = [];
    const signals = new RunSignals(async (...signal) => {
      sent.push(signal);
    }, 50);
    for (let revision = 1; revision <= 20; revision += 1) {
      signals.changed('a', revision);
    }
    signals.changed('b', 1);
    expect(sent).toEqual([
      ['a', 1],
      ['b', 1],
    ]);
    await waitFor(() => sent.length === 3);
    expect(sent[2]).toEqual(['a', 20]);
    signals.changed('a', 21);
    signals.stop();
    expect(sent).toHaveLength(3);
  });
});
