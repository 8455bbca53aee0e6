import { bytes } from '../__testUtils__/bytes';
import { readSlice } from './readSlice';

const file = () => bytes('one\ntw', 'o\nthrée', '\n');

describe('readSlice', () => {
  test.each([
    [0, 100, 'one\ntwo\nthrée\n', 0, 15, true],
    [0, 15, 'one\ntwo\nthrée\n', 0, 15, true],
    [0, 5, 'one\nt', 0, 5, false],
    [4, 6, 'two\nth', 4, 10, false],
    [15, 6, '', 15, 15, true],
    // The two bytes of é are never parted.
    [8, 4, 'thr', 8, 11, false],
    [8, 5, 'thré', 8, 13, false],
    // Shorter than it was: it was rotated.
    [99, 6, '', 0, 0, false],
  ])('from %i, at most %i: %j', async (from, maxBytes, text, at, to, atEnd) => {
    await expect(readSlice(file(), { from, maxBytes })).resolves.toEqual({
      text,
      from: at,
      to,
      atEnd,
    });
  });

  test.each([
    [100, 'one\ntwo\nthrée\n', 0],
    [4, 'ée\n', 11],
    [3, 'e\n', 13],
    [1, '\n', 14],
  ])('the last %i bytes: %j', async (maxBytes, text, from) => {
    await expect(readSlice(file(), { maxBytes })).resolves.toEqual({
      text,
      from,
      to: 15,
      atEnd: true,
    });
  });

  it('leaves a character for later that is not whole yet', async () => {
    const half = Buffer.from('aé').subarray(0, 2);
    await expect(
      readSlice(bytes(half), { from: 0, maxBytes: 9 }),
    ).resolves.toMatchObject({ text: 'a', to: 1 });
    await expect(
      readSlice(bytes(half), { maxBytes: 9 }),
    ).resolves.toMatchObject({ text: 'a', to: 1 });
  });

  it('reads no more than it needs', async () => {
    let read = 0;
    async function* endless() {
      for (;;) {
        read += 1;
        yield Buffer.alloc(10, 'x');
      }
    }
    const slice = await readSlice(endless(), { from: 5, maxBytes: 20 });
    expect(slice).toMatchObject({ from: 5, to: 25, atEnd: false });
    expect(read).toBe(3);
  });
});
