import { mockServices } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { randomBytes, randomUUID } from 'node:crypto';
import { describeDatabases } from '../__testUtils__/describeDatabases';
import { dataSourceKind } from '../data-sources/dataSourceKind';
import { SecretKey } from '../secrets/readSecretKeys';
import { SecretCipher } from '../secrets/SecretCipher';
import { SecretResolvers } from '../secrets/SecretResolvers';
import { DatabaseRegistrationStore } from './DatabaseRegistrationStore';
import { toRegistrationColumns } from './registrationRows';
import { rotateSecrets } from './rotateSecrets';
import { SecretVault } from './SecretVault';

// Each starts back ends and databases, on machines that may be busy.
jest.setTimeout(60_000);

const [oldest, older, newest, lost] = ['oldest', 'older', 'newest', 'lost'].map(
  (id): SecretKey => ({ id, key: randomBytes(32) }),
);
const logger = mockServices.logger.mock();

function vaultWith(...keys: SecretKey[]) {
  return new SecretVault({
    cipher: new SecretCipher(keys),
    resolvers: new SecretResolvers([]),
  });
}

async function insert(knex: Knex, key: SecretKey, count: number) {
  const store = new DatabaseRegistrationStore(knex, dataSourceKind.tables);
  const vault = vaultWith(key);
  for (let index = 0; index < count; index++) {
    const id = randomUUID();
    const name = `${key.id}-${index}`;
    const fields = {
      name,
      type: 'postgresql',
      owner: 'o',
      tags: [],
      config: {},
    };
    const row = {
      ...toRegistrationColumns(fields),
      id,
      name,
      type: 'postgresql',
      last_test: null,
      revision: 1,
      created_at: '',
      created_by: '',
      updated_at: '',
      updated_by: '',
    };
    const secrets = vault.seal(
      [{ name: 'password', kind: 'value', value: `secret of ${name}` }],
      id,
    );
    await knex.transaction(tx => store.insert(tx, { row, secrets }));
  }
  return store;
}

describeDatabases('rotateSecrets', database => {
  it('brings every secret under the newest key, by batches', async () => {
    const knex = await database.create();
    await insert(knex, oldest, 250);
    const store = await insert(knex, older, 3);
    await insert(knex, newest, 2);
    const vault = vaultWith(newest, older, oldest);

    const rotate = () =>
      rotateSecrets({ newestKeyId: 'newest', store, vault, logger });
    await expect(rotate()).resolves.toEqual({ renewed: 253, stuck: 0 });
    await expect(rotate()).resolves.toEqual({ renewed: 0, stuck: 0 });

    // The old keys may go now.
    const [found] = await store.findAll(['oldest-249']);
    await expect(vaultWith(newest).open(found.secrets)).resolves.toEqual({
      password: 'secret of oldest-249',
    });
  });

  it('passes over what it cannot open, and names the key', async () => {
    const knex = await database.create();
    await insert(knex, lost, 2);
    const store = await insert(knex, older, 1);
    const vault = vaultWith(newest, older);
    await expect(
      rotateSecrets({ newestKeyId: 'newest', store, vault, logger }),
    ).resolves.toEqual({ renewed: 1, stuck: 2 });
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('key "lost"'),
    );
  });

  it('leaves a secret that was saved in between as it was saved', async () => {
    const knex = await database.create();
    const store = await insert(knex, older, 1);
    const vault = vaultWith(newest, older);
    const [before] = await store.outdatedSecrets({
      newestKeyId: 'newest',
      limit: 1,
    });
    const [saved] = vault.seal(
      [{ name: 'password', kind: 'value', value: 'saved meanwhile' }],
      before.owner_id,
    );
    await store.replaceSecret(before, saved);
    await expect(
      store.replaceSecret(before, vault.renew(before)!),
    ).resolves.toBe(false);
    const [found] = await store.findAll(['older-0']);
    await expect(vault.open(found.secrets)).resolves.toEqual({
      password: 'saved meanwhile',
    });
  });

  it('does not open a secret that was moved to another data source', async () => {
    const knex = await database.create();
    const store = await insert(knex, newest, 2);
    const [one, other] = await store.findAll(['newest-0', 'newest-1']);
    await knex('data_source_secrets')
      .where('data_source_id', other.row.id)
      .update({ sealed: one.secrets[0].sealed });
    const [moved] = await store.findAll([other.row.name]);
    await expect(vaultWith(newest).open(moved.secrets)).rejects.toThrow(
      'cannot be decrypted',
    );
  });
});
