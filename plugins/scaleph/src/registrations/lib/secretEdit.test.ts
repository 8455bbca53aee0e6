import type { SecretStatus } from '@scaleph/backstage-plugin-scaleph-common';
import {
  initialSecretEdit,
  isCompleteSecret,
  SecretEdit,
  toSecretInput,
} from './secretEdit';

const stored: SecretStatus = { set: true, source: 'value' };
const missing: SecretStatus = { set: false };

describe('initialSecretEdit', () => {
  it.each([
    ['a stored secret is kept', stored, false, { mode: 'keep' }],
    ['a new one is typed', undefined, true, { mode: 'value', value: '' }],
    ['one that is not stored stays so', missing, false, { mode: 'none' }],
  ] as const)('%s', (_, status, isNew, edit) => {
    expect(initialSecretEdit(status, isNew)).toEqual(edit);
  });
});

describe('toSecretInput', () => {
  const cases: [string, SecretEdit, SecretStatus | undefined, unknown][] = [
    ['kept: nothing is said', { mode: 'keep' }, stored, undefined],
    ['removed: null', { mode: 'none' }, stored, null],
    ['never there: nothing is said', { mode: 'none' }, missing, undefined],
    ['nothing typed', { mode: 'value', value: '' }, stored, undefined],
    ['typed', { mode: 'value', value: 's3' }, stored, { value: 's3' }],
    [
      'from the environment',
      { mode: 'environment', environment: 'SCALEPH_SECRET_A' },
      undefined,
      { environment: 'SCALEPH_SECRET_A' },
    ],
    [
      'from Kubernetes',
      { mode: 'kubernetes', namespace: 'data', name: 'db', key: 'pw' },
      undefined,
      { kubernetesSecret: { namespace: 'data', name: 'db', key: 'pw' } },
    ],
  ];
  it.each(cases)('%s', (_, edit, status, input) => {
    expect(toSecretInput(edit, status)).toEqual(input);
  });
});

describe('isCompleteSecret', () => {
  const cases: [SecretEdit, boolean, boolean][] = [
    [{ mode: 'keep' }, true, true],
    [{ mode: 'none' }, true, false],
    [{ mode: 'none' }, false, true],
    [{ mode: 'value', value: '' }, true, false],
    [{ mode: 'value', value: '' }, false, true],
    [{ mode: 'environment', environment: 'A B' }, false, false],
    [{ mode: 'environment', environment: 'A_B' }, true, true],
    [
      { mode: 'kubernetes', namespace: 'data', name: 'db', key: '' },
      true,
      false,
    ],
  ];
  it.each(cases)('%j, required %s: %s', (edit, required, complete) => {
    expect(isCompleteSecret(edit, required)).toBe(complete);
  });
});
