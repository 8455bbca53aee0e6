import { Slots } from './Slots';

/** Work that notes its beginning and ends when it is told to. */
function work(name: string, begun: string[]) {
  let end = () => {};
  const done = new Promise<void>(resolve => {
    end = resolve;
  });
  const run = async (waited: boolean) => {
    begun.push(waited ? `${name} late` : name);
    await done;
  };
  return { run, end };
}

describe('Slots', () => {
  it('bounds the work of a key, in order, and leaves other keys alone', async () => {
    const slots = new Slots(2);
    const begun: string[] = [];
    const pieces = ['1', '2', '3', '4'].map(id => ({
      id,
      ...work(id, begun),
    }));
    for (const { id, run } of pieces) {
      expect(slots.tryRun('slow', id, run)).toBe(true);
    }
    const fast = work('fast', begun);
    slots.tryRun('fast', '5', fast.run);
    expect(begun).toEqual(['1', '2', 'fast']);
    for (const { end } of [fast, ...pieces]) end();
    await slots.idle();
    expect(begun).toEqual(['1', '2', 'fast', '3 late', '4 late']);
  });

  it('never works twice on one id at the same time', () => {
    const slots = new Slots(1);
    const { run } = work('x', []);
    expect(slots.tryRun('a', '1', run)).toBe(true);
    expect(slots.tryRun('a', '1', run)).toBe(false);
    expect(slots.tryRun('a', '2', run)).toBe(true);
    expect(slots.tryRun('a', '2', run)).toBe(false);
  });

  it('refuses what was listed while it was worked on', async () => {
    const slots = new Slots(2);
    const { run, end } = work('x', []);
    slots.tryRun('a', '1', run);
    await slots.list(async () => {
      end();
      await slots.idle();
    });
    expect(slots.tryRun('a', '1', run)).toBe(false);
    await slots.list(async () => {});
    expect(slots.tryRun('a', '1', run)).toBe(true);
  });

  it('drops what waits', async () => {
    const slots = new Slots(1);
    const begun: string[] = [];
    const first = work('1', begun);
    slots.tryRun('a', '1', first.run);
    slots.tryRun('a', '2', work('2', begun).run);
    slots.clear();
    first.end();
    await slots.idle();
    expect(begun).toEqual(['1']);
  });
});
