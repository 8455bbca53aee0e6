import { mockServices } from '@backstage/backend-test-utils';
import { EnvironmentSecretResolver } from './EnvironmentSecretResolver';
import { matchesPattern } from './matchesPattern';

describe('EnvironmentSecretResolver', () => {
  const resolver = new EnvironmentSecretResolver({
    allowed: ['SCALEPH_SECRET_*', 'WAREHOUSE'],
    environment: {
      SCALEPH_SECRET_A: 'value of a',
      WAREHOUSE: 'value of w',
      SCALEPH_SECRET_EMPTY: '',
      GITHUB_TOKEN: 'not for pipelines',
    },
  });

  test.each([
    ['SCALEPH_SECRET_A', 'value of a'],
    ['WAREHOUSE', 'value of w'],
  ])('reads %s', async (environment, value) => {
    await expect(resolver.resolve({ environment })).resolves.toBe(value);
  });

  test.each(['GITHUB_TOKEN', 'WAREHOUSE_2', 'SCALEPH_SECRET'])(
    'refuses %s, when it is saved and when it is used',
    async environment => {
      for (const attempt of [
        resolver.check({ environment }),
        resolver.resolve({ environment }),
      ]) {
        await expect(attempt).rejects.toMatchObject({
          name: 'NotAllowedError',
          message: expect.stringContaining(`"${environment}" may not be used`),
        });
      }
    },
  );

  test.each(['SCALEPH_SECRET_NONE', 'SCALEPH_SECRET_EMPTY'])(
    'says that %s is not set; it may be saved all the same',
    async environment => {
      await resolver.check({ environment });
      await expect(resolver.resolve({ environment })).rejects.toMatchObject({
        name: 'NotFoundError',
        message: `Environment variable "${environment}" is not set in the back end`,
      });
    },
  );

  it('never hands out the key that encrypts the others', async () => {
    const careless = new EnvironmentSecretResolver({
      allowed: ['SCALEPH_SECRET_*'],
      environment: { SCALEPH_SECRET_KEY: 'a2V5\n' },
      keys: ['a2V5'],
    });
    const reference = { environment: 'SCALEPH_SECRET_KEY' };
    for (const attempt of [
      careless.check(reference),
      careless.resolve(reference),
    ]) {
      await expect(attempt).rejects.toThrow('holds a key');
    }
  });

  it('allows SCALEPH_SECRET_* by default', async () => {
    const config = mockServices.rootConfig();
    const byDefault = EnvironmentSecretResolver.fromConfig(config);
    await expect(
      byDefault.check({ environment: 'SCALEPH_SECRET_X' }),
    ).resolves.toBeUndefined();
    await expect(byDefault.check({ environment: 'PATH' })).rejects.toThrow(
      'may not be used',
    );
  });
});

test.each([
  ['A_B_C', 'A_*_C', true],
  ['A__C', 'A_*_C', true],
  ['A_C', 'A_*_C', false],
  ['ABC', '*', true],
  ['', '*', true],
  ['ABAB', '*AB', true],
  ['ABCAB', 'AB*AB', true],
  ['ABA', 'AB*BA', false],
  ['ABC', 'ABC', true],
  ['ABCD', 'ABC', false],
  ['aXbXc', 'a*X*c', true],
  ['a.c', 'a?c', false],
])('%s fits %s: %s', (name, pattern, expected) => {
  expect(matchesPattern(name, pattern)).toBe(expected);
});
