import { Knex } from 'knex';
import { Queryable, Transaction } from '../database/Transaction';
import { OwnershipFilter } from '../permissions/ownershipFilter';
import { DataSourceRow, SecretRow } from './dataSourceRows';
import { DataSourceQuery } from './DataSourceService';
import {
  DataSourceRowPage,
  DataSourceStore,
  StoredDataSource,
} from './DataSourceStore';
import { listDataSources } from './operations/listDataSources';

/** @internal */
export class DatabaseDataSourceStore implements DataSourceStore {
  constructor(private readonly knex: Knex) {}

  async list(
    query: DataSourceQuery,
    visible: OwnershipFilter,
  ): Promise<DataSourceRowPage> {
    const { knex } = this;
    const { rows, ...page } = await listDataSources({ knex, query, visible });
    return { items: await this.withSecrets(rows), ...page };
  }

  async find(name: string) {
    const [found] = await this.findAll([name]);
    return found as StoredDataSource | undefined;
  }

  /**
   * In one statement, so that the secrets belong to the configuration beside
   * them: read apart, a password could meet the host of the moment before.
   */
  async findAll(names: string[]) {
    const rows: JoinedRow[] = await dataSources(this.knex)
      .leftJoin(
        'data_source_secrets as secret',
        'secret.data_source_id',
        'data_sources.id',
      )
      .whereIn('data_sources.name', names)
      .select(
        'data_sources.*',
        'secret.name as secret_name',
        'secret.source as secret_source',
        'secret.key_id as secret_key_id',
        'secret.sealed as secret_sealed',
        'secret.reference as secret_reference',
      );
    return toStored(rows);
  }

  async findRows(names: string[]) {
    return dataSources(this.knex).whereIn('name', names);
  }

  async insert(tx: Transaction, { row, secrets }: StoredDataSource) {
    const inserted = await dataSources(tx)
      .insert(row)
      .onConflict('name')
      .ignore()
      .returning('id');
    if (inserted.length === 0) return false;
    if (secrets.length) await secretsOf(tx).insert(secrets);
    return true;
  }

  async update(revision: number, { row, secrets }: StoredDataSource) {
    return this.knex.transaction(async tx => {
      const changed = await dataSources(tx)
        .where({ id: row.id, revision })
        .update({ ...row, revision: revision + 1 });
      if (changed === 0) return false;
      await secretsOf(tx).where('data_source_id', row.id).delete();
      if (secrets.length) await secretsOf(tx).insert(secrets);
      return true;
    });
  }

  async delete(
    { id, revision }: Pick<DataSourceRow, 'id' | 'revision'>,
    check: (tx: Transaction) => Promise<void>,
  ) {
    return this.knex.transaction(async tx => {
      await check(tx);
      // SQLite follows foreign keys only where that is switched on.
      await secretsOf(tx)
        .whereIn('data_source_id', ids =>
          ids.select('id').from('data_sources').where({ id, revision }),
        )
        .delete();
      return (await dataSources(tx).where({ id, revision }).delete()) > 0;
    });
  }

  async recordTest(
    { id, revision }: Pick<DataSourceRow, 'id' | 'revision'>,
    lastTest: string,
  ) {
    await dataSources(this.knex)
      .where({ id, revision })
      .update({ last_test: lastTest });
  }

  async outdatedSecrets(options: {
    newestKeyId: string;
    after?: Pick<SecretRow, 'data_source_id' | 'name'>;
    limit: number;
  }) {
    const { newestKeyId, after, limit } = options;
    const query = secretsOf(this.knex)
      .where('source', 'value')
      .whereNot('key_id', newestKeyId)
      .orderBy(['data_source_id', 'name'])
      .limit(limit);
    if (after) {
      query.whereRaw('(data_source_id, name) > (?, ?)', [
        after.data_source_id,
        after.name,
      ]);
    }
    return query;
  }

  async replaceSecret(before: SecretRow, after: SecretRow) {
    const { data_source_id, name, key_id, sealed } = before;
    const changed = await secretsOf(this.knex)
      .where({ data_source_id, name, key_id, sealed })
      .update({ key_id: after.key_id, sealed: after.sealed });
    return changed > 0;
  }

  private async withSecrets(
    rows: DataSourceRow[],
  ): Promise<StoredDataSource[]> {
    const secrets = await secretsOf(this.knex).whereIn(
      'data_source_id',
      rows.map(({ id }) => id),
    );
    return rows.map(row => ({
      row,
      secrets: secrets.filter(({ data_source_id: id }) => id === row.id),
    }));
  }
}

function dataSources(db: Queryable) {
  return db<DataSourceRow>('data_sources');
}

function secretsOf(db: Queryable) {
  return db<SecretRow>('data_source_secrets');
}

type JoinedRow = DataSourceRow & {
  secret_name: string | null;
  secret_source: SecretRow['source'];
  secret_key_id: string | null;
  secret_sealed: string | null;
  secret_reference: string | null;
};

function toStored(rows: JoinedRow[]): StoredDataSource[] {
  const found = new Map<string, StoredDataSource>();
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
      data_source_id: row.id,
      name,
      source,
      key_id: keyId,
      sealed,
      reference,
    });
  }
  return [...found.values()];
}
