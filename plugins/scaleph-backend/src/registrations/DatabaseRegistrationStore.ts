import { Knex } from 'knex';
import { Queryable, Transaction } from '../database/Transaction';
import { OwnershipFilter } from '../permissions/ownershipFilter';
import { listRegistrations } from './operations/listRegistrations';
import { RegistrationKind } from './RegistrationKind';
import { RegistrationRow } from './registrationRows';
import {
  RegistrationQuery,
  RegistrationRowPage,
  RegistrationStore,
  StoredRegistration,
} from './RegistrationStore';
import { SecretRow } from './SecretRow';

/** @internal */
export class DatabaseRegistrationStore implements RegistrationStore {
  constructor(
    private readonly knex: Knex,
    private readonly tables: RegistrationKind['tables'],
  ) {}

  async list(
    query: RegistrationQuery,
    visible: OwnershipFilter,
  ): Promise<RegistrationRowPage> {
    const { rows, ...page } = await listRegistrations({
      knex: this.knex,
      table: this.tables.rows,
      query,
      visible,
    });
    return { items: await this.withSecrets(rows), ...page };
  }

  async listAll() {
    return toStored(await this.joined().orderBy(`${this.tables.rows}.name`));
  }

  async listRows() {
    return this.rows().orderBy('name');
  }

  async find(name: string) {
    const [found] = await this.findAll([name]);
    return found as StoredRegistration | undefined;
  }

  async findAll(names: string[]) {
    return toStored(
      await this.joined().whereIn(`${this.tables.rows}.name`, names),
    );
  }

  async findRows(names: string[]) {
    return this.rows().whereIn('name', names);
  }

  async insert(tx: Transaction, { row, secrets }: StoredRegistration) {
    const inserted = await this.rows(tx)
      .insert(row)
      .onConflict('name')
      .ignore()
      .returning('id');
    if (inserted.length === 0) return false;
    await this.insertSecrets(tx, secrets);
    return true;
  }

  async update(revision: number, { row, secrets }: StoredRegistration) {
    const { owner } = this.tables;
    return this.knex.transaction(async tx => {
      const changed = await this.rows(tx)
        .where({ id: row.id, revision })
        .update({ ...row, revision: revision + 1 });
      if (changed === 0) return false;
      await this.secrets(tx).where(owner, row.id).delete();
      await this.insertSecrets(tx, secrets);
      return true;
    });
  }

  async delete(
    { id, revision }: Pick<RegistrationRow, 'id' | 'revision'>,
    check: (tx: Transaction) => Promise<void>,
  ) {
    const { rows, owner } = this.tables;
    return this.knex.transaction(async tx => {
      await check(tx);
      // SQLite follows foreign keys only where that is switched on.
      await this.secrets(tx)
        .whereIn(owner, ids =>
          ids.select('id').from(rows).where({ id, revision }),
        )
        .delete();
      return (await this.rows(tx).where({ id, revision }).delete()) > 0;
    });
  }

  async recordTest(
    { id, revision }: Pick<RegistrationRow, 'id' | 'revision'>,
    lastTest: string,
  ) {
    await this.rows().where({ id, revision }).update({ last_test: lastTest });
  }

  async outdatedSecrets(options: {
    newestKeyId: string;
    after?: Pick<SecretRow, 'owner_id' | 'name'>;
    limit: number;
  }) {
    const { newestKeyId, after, limit } = options;
    const { owner } = this.tables;
    const query = this.selectSecrets()
      .whereIn('source', ['value', 'file'])
      .whereNot('key_id', newestKeyId)
      .orderBy([owner, 'name'])
      .limit(limit);
    if (after) {
      query.whereRaw('(??, name) > (?, ?)', [
        owner,
        after.owner_id,
        after.name,
      ]);
    }
    return query;
  }

  async replaceSecret(before: SecretRow, after: SecretRow) {
    const { owner_id: ownerId, name, key_id, sealed } = before;
    const changed = await this.secrets()
      .where({ [this.tables.owner]: ownerId, name, key_id, sealed })
      .update({ key_id: after.key_id, sealed: after.sealed });
    return changed > 0;
  }

  private rows(db: Queryable = this.knex) {
    return db<RegistrationRow>(this.tables.rows);
  }

  private secrets(db: Queryable = this.knex) {
    return db(this.tables.secrets);
  }

  private selectSecrets(): Knex.QueryBuilder<SecretRow, SecretRow[]> {
    return this.secrets().select(
      `${this.tables.owner} as owner_id`,
      ...['name', 'source', 'key_id', 'sealed', 'reference'],
    );
  }

  /**
   * In one statement, so that the secrets belong to the configuration beside
   * them: read apart, a password could meet the host of the moment before.
   */
  private joined(): Knex.QueryBuilder<RegistrationRow, JoinedRow[]> {
    const { rows, secrets, owner } = this.tables;
    return this.knex(rows)
      .leftJoin(`${secrets} as secret`, `secret.${owner}`, `${rows}.id`)
      .select(
        `${rows}.*`,
        'secret.name as secret_name',
        'secret.source as secret_source',
        'secret.key_id as secret_key_id',
        'secret.sealed as secret_sealed',
        'secret.reference as secret_reference',
      );
  }

  private async insertSecrets(tx: Transaction, secrets: SecretRow[]) {
    if (secrets.length === 0) return;
    await this.secrets(tx).insert(
      secrets.map(({ owner_id: ownerId, ...secret }) => ({
        ...secret,
        [this.tables.owner]: ownerId,
      })),
    );
  }

  private async withSecrets(
    rows: RegistrationRow[],
  ): Promise<StoredRegistration[]> {
    // A list shows what is set; files would fill the memory.
    const secrets = (await this.secrets()
      .select(
        `${this.tables.owner} as owner_id`,
        ...['name', 'source', 'key_id', 'reference'],
      )
      .whereIn(
        this.tables.owner,
        rows.map(({ id }) => id),
      )) as Omit<SecretRow, 'sealed'>[];
    return rows.map(row => ({
      row,
      secrets: secrets
        .filter(({ owner_id: id }) => id === row.id)
        .map(secret => ({ ...secret, sealed: null })),
    }));
  }
}

type JoinedRow = RegistrationRow & {
  secret_name: string | null;
  secret_source: SecretRow['source'];
  secret_key_id: string | null;
  secret_sealed: string | null;
  secret_reference: string | null;
};

function toStored(rows: JoinedRow[]): StoredRegistration[] {
  const found = new Map<string, StoredRegistration>();
  for (const joined of rows) {
    const {
      secret_name: name,
      secret_source: source,
      secret_key_id: keyId,
      secret_sealed: sealed,
      secret_reference: reference,
      ...row
    } = joined;
    const stored = found.get(row.id) ?? { row, secrets: [] };
    found.set(row.id, stored);
    if (name === null) continue;
    stored.secrets.push({
      owner_id: row.id,
      name,
      source,
      key_id: keyId,
      sealed,
      reference,
    });
  }
  return [...found.values()];
}
