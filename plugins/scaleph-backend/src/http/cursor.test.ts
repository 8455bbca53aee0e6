import { decodeCursor, encodeCursor } from './cursor';

describe('cursor', () => {
  it.each([
    { value: 'orders', id: 'a' },
    { value: '订单 "x"', id: 'b' },
    { value: 7, id: 'c' },
  ])('gives $value back', keyset => {
    expect(
      decodeCursor('list:name', encodeCursor('list:name', keyset)),
    ).toEqual(keyset);
  });

  const good = encodeCursor('list:name', { value: 'orders', id: 'a' });
  it.each([
    ['of another order', 'list:-name', good],
    ['changed', 'list:name', `${good.slice(0, -4)}AAAA`],
    ['cut', 'list:name', good.slice(0, -3)],
    ['prolonged', 'list:name', `${good}A`],
    ['made up', 'list:name', Buffer.from('["x","y"]').toString('base64url')],
    ['not base64', 'list:name', '../../etc/passwd'],
    ['empty', 'list:name', ''],
  ])('refuses one that is %s', (_case, scope, cursor) => {
    expect(() => decodeCursor(scope, cursor)).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringContaining('"cursor"'),
      }),
    );
  });
});
