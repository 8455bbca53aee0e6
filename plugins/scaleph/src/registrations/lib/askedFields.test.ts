import { askedFields, isGiven, isWanted } from './askedFields';
import type { RegistrationDraft } from './registrationDraft';

const schema = {
  type: 'object',
  properties: {
    kind: { type: 'string', enum: ['rest', 'hive'], default: 'rest' },
    url: { type: 'string' },
    port: { type: 'integer', default: 1 },
  },
  'x-when': {
    url: { required: ['kind'], properties: { kind: { enum: ['rest'] } } },
    port: { required: ['url'] },
    token: { required: ['url'] },
  },
};
const names = (config: Record<string, unknown>) =>
  Object.keys(askedFields(schema, config).properties as object);

it('asks for a field where it has a meaning', () => {
  expect(names({ kind: 'rest' })).toEqual(['kind', 'url']);
  expect(names({ kind: 'rest', url: 'http://x' })).toHaveLength(3);
  expect(names({ kind: 'hive' })).toEqual(['kind']);
});

it('keeps a field that has a value, but for its default', () => {
  expect(names({ kind: 'hive', url: 'http://x' })).toContain('url');
  expect(names({ kind: 'hive', port: 1 })).not.toContain('port');
  expect(names({ kind: 'hive', port: 2 })).toContain('port');
});

it('asks for a secret where it has a meaning, or was given', () => {
  expect(isWanted(schema, 'token', {})).toBe(false);
  expect(isWanted(schema, 'token', { url: 'http://x' })).toBe(true);
  expect(isWanted(schema, 'other', {})).toBe(true);
  const draft = (secrets: RegistrationDraft['secrets']) =>
    ({ secrets, files: {} } as RegistrationDraft);
  expect(isGiven(draft({}), 'token')).toBe(false);
  expect(isGiven(draft({ token: { mode: 'value', value: '' } }), 'token')).toBe(
    false,
  );
  expect(isGiven(draft({ token: { mode: 'keep' } }), 'token')).toBe(true);
});
