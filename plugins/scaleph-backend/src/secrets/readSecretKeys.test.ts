import { mockServices } from '@backstage/backend-test-utils';
import { randomBytes } from 'node:crypto';
import { readSecretKeys } from './readSecretKeys';

const key = randomBytes(32).toString('base64');

function read(keys: object[]) {
  return readSecretKeys(
    mockServices.rootConfig({ data: { scaleph: { secrets: { keys } } } }),
  );
}

it('reads keys in their order', () => {
  const other = randomBytes(32);
  const keys = read([
    { id: '2026-11', key: `${other.toString('base64')}\n` },
    { id: '2026-01', key },
  ]);
  expect(keys.map(({ id }) => id)).toEqual(['2026-11', '2026-01']);
  expect(keys[0].key.equals(other)).toBe(true);
});

it('reads none when none is configured', () => {
  expect(readSecretKeys(mockServices.rootConfig())).toEqual([]);
});

test.each([
  [
    'too short',
    randomBytes(16).toString('base64'),
    'has 16 bytes and needs 32',
  ],
  ['too long', randomBytes(33).toString('base64'), 'has 33 bytes and needs 32'],
  ['not base64', 'my password, which is not base64', 'is not base64'],
])('refuses a key that is %s, without repeating it', (_, wrong, message) => {
  let error = '';
  try {
    read([
      { id: 'a', key },
      { id: 'b', key: wrong },
    ]);
  } catch (caught) {
    error = (caught as Error).message;
  }
  expect(error).toContain('scaleph.secrets.keys[1] "b"');
  expect(error).toContain(message);
  expect(error).not.toContain(wrong);
});

it('refuses an id that is there twice', () => {
  expect(() =>
    read([
      { id: 'a', key },
      { id: 'a', key },
    ]),
  ).toThrow('the id "a" is there twice');
});

it('refuses an id that could be confused', () => {
  expect(() => read([{ id: 'a b', key }])).toThrow('an id has 1 to 64 letters');
});
