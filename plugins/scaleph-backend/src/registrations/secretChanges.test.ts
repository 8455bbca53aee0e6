import { SecretInput } from '@scaleph/backstage-plugin-scaleph-common';
import { postgresqlType } from '@scaleph/backstage-plugin-scaleph-node';
import { SecretRow } from './SecretRow';
import { secretChanges } from './secretChanges';

const config = { host: 'db', database: 'shop', user: 'etl' };
const moved = { ...config, host: 'db.evil.example' };
const value: SecretRow = {
  owner_id: 'id',
  name: 'password',
  source: 'value',
  key_id: 'k',
  sealed: 'x',
  reference: null,
};
const reference: SecretRow = {
  ...value,
  source: 'environment',
  key_id: null,
  sealed: null,
  reference: '{"environment":"SCALEPH_SECRET_A"}',
};

function outcome(options: {
  stored?: SecretRow[];
  after?: typeof config;
  given?: Record<string, SecretInput>;
  required?: boolean;
}) {
  const { stored, after = config, given = {}, required = false } = options;
  const { changes, problems } = secretChanges({
    type: {
      ...postgresqlType,
      secrets: [{ ...postgresqlType.secrets[0], required }],
    },
    config: after,
    given,
    stored: stored && { config, secrets: stored },
  });
  return [
    ...changes.map(({ kind }) => kind),
    ...problems.map(({ code, pointer }) => `${code} at ${pointer}`),
  ].join(', ');
}

describe('secretChanges', () => {
  test.each<[string, Parameters<typeof outcome>[0], string]>([
    ['nothing given, nothing stored', {}, ''],
    ['a value', { given: { password: { value: 'x' } } }, 'value'],
    [
      'a reference',
      { given: { password: { environment: 'SCALEPH_SECRET_A' } } },
      'reference',
    ],
    ['null, nothing stored', { given: { password: null } }, ''],
    ['left out, stored', { stored: [value] }, 'keep'],
    ['null, stored', { stored: [value], given: { password: null } }, ''],
    [
      'a new value, stored',
      { stored: [value], given: { password: { value: 'y' } } },
      'value',
    ],
    [
      'left out, the place changes',
      { stored: [value], after: moved },
      'keep, secret-needed at /secrets/password',
    ],
    [
      'given again, the place changes',
      { stored: [value], after: moved, given: { password: { value: 'y' } } },
      'value',
    ],
    [
      'removed, the place changes',
      { stored: [value], after: moved, given: { password: null } },
      '',
    ],
    [
      'a stored reference, the place changes',
      { stored: [reference], after: moved },
      'keep',
    ],
    [
      'an unknown name',
      { given: { token: { value: 'x' } } },
      'unknown-secret at /secrets/token',
    ],
    [
      'an unknown name that every object has',
      { given: { constructor: { value: 'x' } } },
      'unknown-secret at /secrets/constructor',
    ],
    [
      'required and missing',
      { required: true },
      'missing-secret at /secrets/password',
    ],
    [
      'required and removed',
      { required: true, stored: [value], given: { password: null } },
      'missing-secret at /secrets/password',
    ],
    ['required and stored', { required: true, stored: [value] }, 'keep'],
  ])('%s', (_, options, expected) => {
    expect(outcome(options)).toBe(expected);
  });

  it('asks again for any change of a type that does not say what is harmless', () => {
    const { problems } = secretChanges({
      type: { ...postgresqlType, maySecretsStay: undefined },
      config: { ...config, note: 'x' },
      given: {},
      stored: { config, secrets: [value] },
    });
    expect(problems).toHaveLength(1);
  });

  it('says where to, and what to do', () => {
    const { problems } = secretChanges({
      type: postgresqlType,
      config: moved,
      given: {},
      stored: { config, secrets: [value] },
    });
    expect(problems).toEqual([
      {
        severity: 'error',
        code: 'secret-needed',
        pointer: '/secrets/password',
        message:
          'secret "password" must be given again: it pointed at db:5432/shop, and a stored secret is never sent anywhere else',
        fix: 'Enter the secret "password" for db.evil.example:5432/shop',
      },
    ]);
  });
});
