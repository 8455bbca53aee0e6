import {
  aDataSource,
  directoryType,
  postgresqlType,
} from '../../__testUtils__/fixtures';
import {
  isCompleteDraft,
  toRegistrationInput,
  toDraft,
} from './registrationDraft';

const OWNER = 'group:default/data';

describe('toDraft', () => {
  it('begins a new one with the defaults of its type', () => {
    expect(toDraft(postgresqlType, undefined, OWNER)).toEqual({
      name: '',
      title: '',
      description: '',
      files: {},
      owner: OWNER,
      system: '',
      tags: '',
      config: { port: 5432, ssl: 'disable' },
      secrets: { password: { mode: 'value', value: '' } },
    });
  });

  it('begins an edit with what is stored, and never with a secret', () => {
    const stored = aDataSource({ tags: ['geo', 'demo'] });
    const draft = toDraft(postgresqlType, stored, OWNER);
    expect(draft.config).toEqual(stored.config);
    expect(draft.tags).toBe('geo, demo');
    expect(draft.secrets).toEqual({ password: { mode: 'keep' } });
  });
});

describe('toRegistrationInput', () => {
  it('says nothing of a secret that is kept, nor of what is empty', () => {
    const stored = aDataSource({ title: undefined });
    const draft = toDraft(postgresqlType, stored, OWNER);
    expect(toRegistrationInput(postgresqlType, draft, stored)).toEqual({
      name: 'warehouse',
      type: 'postgresql',
      owner: OWNER,
      config: stored.config,
    });
  });

  it('carries all that was typed', () => {
    const draft = {
      ...toDraft(postgresqlType, undefined, OWNER),
      name: 'orders',
      title: ' Orders ',
      description: 'All of them',
      system: 'system:default/shop',
      tags: 'shop, demo',
      config: { host: 'db', user: 'etl' },
      secrets: { password: { mode: 'value' as const, value: 's3' } },
    };
    expect(toRegistrationInput(postgresqlType, draft, undefined)).toEqual({
      name: 'orders',
      type: 'postgresql',
      title: 'Orders',
      description: 'All of them',
      owner: OWNER,
      system: 'system:default/shop',
      tags: ['shop', 'demo'],
      config: { host: 'db', user: 'etl' },
      secrets: { password: { value: 's3' } },
    });
  });
});

describe('isCompleteDraft', () => {
  const complete = {
    ...toDraft(directoryType, undefined, OWNER),
    name: 'files',
  };
  it.each([
    ['complete', {}, true],
    ['bad name', { name: 'my files' }, false],
    ['no owner', { owner: '' }, false],
    ['bad tag', { tags: 'My Tag' }, false],
  ])('%s', (_, changes, expected) => {
    expect(isCompleteDraft(directoryType, { ...complete, ...changes })).toBe(
      expected,
    );
  });

  it('needs a secret that its type requires', () => {
    const draft = { ...toDraft(postgresqlType, undefined, OWNER), name: 'db' };
    expect(isCompleteDraft(postgresqlType, draft)).toBe(false);
  });
});
