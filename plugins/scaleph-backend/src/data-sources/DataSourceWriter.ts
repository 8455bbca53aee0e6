import { ConflictError, NotFoundError } from '@backstage/errors';
import {
  DataSource,
  DataSourceInput,
} from '@scaleph/backstage-plugin-scaleph-common';
import {
  DataSourceEnvironment,
  DataSourceType,
} from '@scaleph/backstage-plugin-scaleph-node';
import { isDeepStrictEqual } from 'node:util';
import { randomUUID } from 'node:crypto';
import { toTimestamp } from '../database/timestamps';
import { actorOf, Caller } from '../http/Caller';
import { assertMatches, IfMatch, staleError } from '../http/etag';
import { ProblemsError } from '../http/httpErrors';
import { Idempotency } from '../http/Idempotency';
import {
  checkConfig,
  DataSourceFields,
  throwProblems,
  toFields,
} from './checkDataSource';
import {
  DataSourceRow,
  toConfig,
  toDataSource,
  toDataSourceColumns,
} from './dataSourceRows';
import { DataSourceStore, StoredDataSource } from './DataSourceStore';
import { DataSourceTypeRegistry } from './DataSourceTypeRegistry';
import { SecretChange, secretChanges } from './secretChanges';
import { SecretVault } from './SecretVault';

/** How often an unconditional write starts again because another came between. */
const ATTEMPTS = 5;

/** Makes and changes data sources: everything is checked, then written at once. @internal */
export class DataSourceWriter {
  constructor(
    private readonly options: {
      store: DataSourceStore;
      types: DataSourceTypeRegistry;
      vault: SecretVault;
      environment: DataSourceEnvironment;
      idempotency: Idempotency;
    },
  ) {}

  async create(
    input: DataSourceInput,
    caller: Caller,
  ): Promise<{ dataSource: DataSource; replayed: boolean }> {
    const { store, types, vault, idempotency } = this.options;
    const fields = toFields(input);
    const type = types.require(fields.type);
    const changes = await this.check(type, fields, input);
    const { result, replayed } = await idempotency.run(
      { caller, operation: 'createDataSource', body: input },
      async tx => {
        const row = newRow(fields, actorOf(caller.credentials));
        const secrets = vault.seal(changes, row.id);
        if (!(await store.insert(tx, { row, secrets }))) {
          throw new ConflictError(`Data source "${row.name}" exists already`);
        }
        return toDataSource(row, secrets, type);
      },
    );
    return { dataSource: result, replayed };
  }

  /** The data source as it is then. */
  async update(
    name: string,
    input: DataSourceInput,
    ifMatch: IfMatch,
    caller: Caller,
  ): Promise<StoredDataSource> {
    const what = `Data source "${name}"`;
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      const stored = await this.options.store.find(name);
      if (!stored) throw new NotFoundError(`${what} does not exist`);
      assertMatches(what, stored.row, ifMatch);
      const next = await this.next(stored, input, caller);
      const { revision } = stored.row;
      // With `*` too: what may stay of the secrets was decided for this revision.
      if (await this.options.store.update(revision, next)) {
        return { ...next, row: { ...next.row, revision: revision + 1 } };
      }
      if (ifMatch !== 'any') break;
    }
    throw staleError(what);
  }

  private async next(
    stored: StoredDataSource,
    input: DataSourceInput,
    caller: Caller,
  ): Promise<StoredDataSource> {
    const { types, vault } = this.options;
    const { row } = stored;
    requireSame('name', row.name, input.name);
    requireSame('type', row.type, input.type);
    const fields = toFields(input);
    const type = types.require(row.type);
    const changes = await this.check(type, fields, input, stored);
    const isSameConnection =
      isDeepStrictEqual(toConfig(row), fields.config) &&
      changes.length === stored.secrets.length &&
      changes.every(({ kind }) => kind === 'keep');
    return {
      row: {
        ...row,
        ...toDataSourceColumns(fields),
        last_test: isSameConnection ? row.last_test : null,
        updated_at: toTimestamp(),
        updated_by: actorOf(caller.credentials),
      },
      secrets: vault.seal(changes, row.id),
    };
  }

  private async check(
    type: DataSourceType,
    fields: DataSourceFields,
    input: DataSourceInput,
    stored?: StoredDataSource,
  ): Promise<SecretChange[]> {
    const { vault } = this.options;
    await checkConfig(type, fields.config, this.options);
    const { changes, problems } = secretChanges({
      type,
      config: fields.config,
      given: input.secrets ?? {},
      stored: stored && {
        config: toConfig(stored.row),
        secrets: stored.secrets,
      },
    });
    throwProblems(problems);
    await vault.check(changes);
    return changes;
  }
}

function newRow(fields: DataSourceFields, actor: string): DataSourceRow {
  const now = toTimestamp();
  return {
    id: randomUUID(),
    name: fields.name,
    type: fields.type,
    ...toDataSourceColumns(fields),
    last_test: null,
    revision: 1,
    created_at: now,
    created_by: actor,
    updated_at: now,
    updated_by: actor,
  };
}

function requireSame(field: 'name' | 'type', stored: string, given: string) {
  if (stored === given) return;
  const message = `${field} cannot change: it is "${stored}" and the request says "${given}"`;
  throw new ProblemsError(`The data source is not valid: ${message}`, [
    { severity: 'error', code: 'immutable', pointer: `/${field}`, message },
  ]);
}
