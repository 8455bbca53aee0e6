import { ConflictError, NotFoundError } from '@backstage/errors';
import {
  ConnectionTest,
  DataSource,
  DataSourceInput,
  DataSourceObjects,
  DataSourcePage,
  DataSourceTypeInfo,
  SampleRows,
} from '@scaleph/backstage-plugin-scaleph-common';
import {
  DataSourceEnvironment,
  DataSourceType,
} from '@scaleph/backstage-plugin-scaleph-node';
import { JsonObject } from '@backstage/types';
import { ChangePublisher } from '../events/ChangePublisher';
import { actorOf, Caller } from '../http/Caller';
import { assertMatches, IfMatch, staleError } from '../http/etag';
import { checkEdit } from '../registrations/checkEdit';
import { ConnectionEdit } from '../registrations/ConnectionEdit';
import { ConnectionTester } from '../registrations/ConnectionTester';
import { toConfig } from '../registrations/registrationRows';
import {
  RegistrationStore,
  StoredRegistration,
} from '../registrations/RegistrationStore';
import { RegistrationWriter } from '../registrations/RegistrationWriter';
import { SecretVault } from '../registrations/SecretVault';
import { TypeRegistry } from '../registrations/TypeRegistry';
import { DataSourceExplorer, ExploredDataSource } from './DataSourceExplorer';
import {
  DataSourceQuery,
  DataSourceService,
  RowsQuery,
} from './DataSourceService';
import { isInUse } from './DataSourceUsers';
import { DataSourceUses } from './DataSourceUses';
import { liveRunsOf } from './liveRunsOf';
import { toDataSource } from './toDataSource';
import { toTypeInfo } from './toTypeInfo';

/** The rules of the data sources room; knows no permissions. @internal */
export class DefaultDataSourceService implements DataSourceService {
  constructor(
    private readonly options: {
      store: RegistrationStore;
      writer: RegistrationWriter;
      types: TypeRegistry<DataSourceType>;
      vault: SecretVault;
      tester: ConnectionTester;
      explorer: DataSourceExplorer;
      environment: DataSourceEnvironment;
      uses: Pick<DataSourceUses, 'of'>;
      publisher: Pick<ChangePublisher, 'entityChanged'>;
    },
  ) {}

  async list(query: DataSourceQuery): Promise<DataSourcePage> {
    const { items, ...page } = await this.options.store.list(
      query,
      query.visible ?? 'all',
    );
    return { items: items.map(item => this.view(item)), ...page };
  }

  async get(name: string): Promise<DataSource> {
    return this.view(await this.find(name));
  }

  async create(input: DataSourceInput, caller: Caller): Promise<DataSource> {
    const { result, replayed } = await this.options.writer.create(
      input,
      caller,
      stored => this.view(stored),
    );
    if (!replayed) await this.announce(result.name, 'upsert');
    return result;
  }

  async update(
    name: string,
    input: DataSourceInput,
    ifMatch: IfMatch,
    caller: Caller,
  ): Promise<DataSource> {
    const stored = await this.options.writer.update(
      name,
      input,
      ifMatch,
      caller,
    );
    await this.announce(name, 'upsert');
    return this.view(stored);
  }

  async delete(
    name: string,
    { ifMatch, olderVersions }: Parameters<DataSourceService['delete']>[1],
  ): Promise<void> {
    const { store } = this.options;
    const what = `Data source "${name}"`;
    const { row } = await this.find(name);
    assertMatches(what, row, ifMatch);
    const deleted = await store.delete(row, async tx => {
      const all = (await this.options.uses.of([name], tx)).get(name) ?? [];
      const users = olderVersions === 'keep' ? all : all.filter(isInUse);
      if (users.length) {
        // Names are for those who may read the pipelines: AuthorizedDataSourceService tells them.
        throw new ConflictError(
          `${what} is used by ${users.length} pipeline(s): take it out of them first`,
        );
      }
      const runs = await liveRunsOf(tx, name);
      if (runs.length) {
        throw new ConflictError(
          `${what} is used by ${runs.length} run(s) that have not ended: stop them first`,
        );
      }
    });
    if (!deleted) throw staleError(what);
    await this.announce(name, 'delete');
  }

  async test(
    name: string,
    edit: ConnectionEdit,
    caller: Caller,
    gone?: AbortSignal,
  ): Promise<ConnectionTest> {
    const { store, types } = this.options;
    const stored = await this.find(name);
    const type = types.require(stored.row.type);
    const config = edit.config ?? toConfig(stored.row);
    const tried = { ...edit, config };
    const outcome = await this.try(type, tried, { caller, gone, stored });
    if (!gone?.aborted && !edit.config && !edit.secrets && !edit.files) {
      await store.recordTest(stored.row, JSON.stringify(outcome));
    }
    return outcome;
  }

  async objects(
    name: string,
    query: { path: string[]; search?: string; gone: AbortSignal },
    caller: Caller,
  ): Promise<DataSourceObjects> {
    const { explorer } = this.options;
    const actor = actorOf(caller.credentials);
    return explorer.objects(actor, await this.explored(name), query);
  }

  async rows(
    name: string,
    query: RowsQuery,
    caller: Caller,
  ): Promise<SampleRows> {
    const { explorer } = this.options;
    const actor = actorOf(caller.credentials);
    return explorer.rows(actor, await this.explored(name), query);
  }

  async listTypes(): Promise<DataSourceTypeInfo[]> {
    return this.options.types.all().map(toTypeInfo);
  }

  async testConfig(
    typeName: string,
    edit: ConnectionEdit & { config: JsonObject },
    caller: Caller,
    gone?: AbortSignal,
  ): Promise<ConnectionTest> {
    return this.try(this.options.types.get(typeName), edit, { caller, gone });
  }

  private async explored(name: string): Promise<ExploredDataSource> {
    const { types, vault, environment } = this.options;
    const { row, secrets } = await this.find(name);
    return {
      name,
      type: types.require(row.type),
      connect: async () => ({
        ...environment,
        config: toConfig(row),
        secrets: await vault.open(secrets),
        extraFiles: vault.openFiles(secrets),
      }),
    };
  }

  private async try(
    type: DataSourceType,
    edit: ConnectionEdit & { config: JsonObject },
    context: {
      caller: Caller;
      gone?: AbortSignal;
      stored?: StoredRegistration;
    },
  ): Promise<ConnectionTest> {
    const { caller, gone, stored } = context;
    const { vault, tester, environment } = this.options;
    const { config } = edit;
    const changes = await checkEdit(type, edit, { ...this.options, stored });
    await vault.check(changes.filter(({ kind }) => kind === 'reference'));
    return tester.test(actorOf(caller.credentials), {
      location: type.location(config),
      gone,
      open: () => vault.openChanges(changes),
      connect: (secrets, signal) => {
        const extraFiles = vault.openFileChanges(changes);
        const connection = { ...environment, config, secrets, extraFiles };
        return type.testConnection({ ...connection, signal });
      },
    });
  }

  private async find(name: string): Promise<StoredRegistration> {
    const stored = await this.options.store.find(name);
    if (stored) return stored;
    throw new NotFoundError(`Data source "${name}" does not exist`);
  }

  private view(stored: StoredRegistration): DataSource {
    return toDataSource(stored, this.options.types.find(stored.row.type));
  }

  private announce(name: string, change: 'upsert' | 'delete') {
    return this.options.publisher.entityChanged('data-source', name, change);
  }
}
