import { isName, parseTags } from './names';

describe('isName', () => {
  it.each(['a', 'orders', 'Orders_2.daily-x', '0'])('takes %s', name => {
    expect(isName(name)).toBe(true);
  });

  it.each(['', '-a', 'a-', 'a b', '流水线', '😀', 'a'.repeat(101)])(
    'refuses "%s"',
    name => {
      expect(isName(name)).toBe(false);
    },
  );
});

describe('parseTags', () => {
  it.each([
    ['', []],
    ['geo, demo', ['geo', 'demo']],
    ['geo，demo  geo', ['geo', 'demo']],
  ])('"%s" gives %j', (text, tags) => {
    expect(parseTags(text)).toEqual(tags);
  });

  it('refuses what is not a tag', () => {
    expect(parseTags('Geo Daten')).toBeUndefined();
  });
});
