import { PermissionsService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  scalephSqlEnvironmentDeletePermission,
  scalephSqlEnvironmentUpdatePermission,
  scalephSqlUsePermission,
  SqlEnvironmentInput,
  SqlQueryInput,
} from '@scaleph/backstage-plugin-scaleph-common';
import { Knex } from 'knex';
import { Audit } from '../audit/Audit';
import { DataSourceDirectory } from '../data-sources/DataSourceDirectory';
import { actorOf, Caller } from '../http/Caller';
import { IfMatch } from '../http/etag';
import { Idempotency } from '../http/Idempotency';
import { requireBasic } from '../permissions/OwnershipAuthorizer';
import { listHistory } from './listHistory';
import { SqlEnvironments } from './SqlEnvironments';
import { SqlQueries } from './SqlQueries';
import { SqlOperationRow } from './sqlRows';
import { SqlLibrary } from './SqlService';
import { dataSourcesOf } from './SqlStatements';

/** History, queries and environments, with their permissions. @internal */
export class DefaultSqlLibrary implements SqlLibrary {
  private readonly queries: SqlQueries;

  constructor(
    private readonly options: {
      knex: Knex;
      environments: SqlEnvironments;
      dataSources: Pick<DataSourceDirectory, 'requireUse' | 'lookUp'>;
      idempotency: Idempotency;
      permissions: PermissionsService;
      audit: Audit;
    },
  ) {
    this.queries = new SqlQueries(options.knex);
  }

  async listHistory(
    query: { search?: string; place?: string; limit: number; cursor?: string },
    caller: Caller,
  ) {
    const actor = await this.user(caller);
    return listHistory(this.options.knex, { ...query, actor });
  }

  async clearHistory(caller: Caller) {
    const actor = await this.user(caller);
    await this.options
      .knex<SqlOperationRow>('sql_operations')
      .where({ actor })
      .update({ in_history: false });
  }

  async listQueries(search: string | undefined, caller: Caller) {
    return this.queries.list(search, await this.user(caller));
  }

  async getQuery(id: string, caller: Caller) {
    return this.queries.get(id, await this.user(caller));
  }

  async createQuery(input: SqlQueryInput, caller: Caller) {
    const actor = await this.user(caller);
    const { result } = await this.options.idempotency.run(
      { caller, operation: 'createSqlQuery', body: input },
      tx => this.queries.insert(tx, input, actor),
    );
    return result;
  }

  async updateQuery(
    id: string,
    input: SqlQueryInput,
    ifMatch: IfMatch,
    caller: Caller,
  ) {
    return this.queries.update(id, input, ifMatch, await this.user(caller));
  }

  async deleteQuery(id: string, caller: Caller) {
    await this.queries.delete(id, await this.user(caller));
  }

  async listEnvironments(caller: Caller) {
    await this.user(caller);
    return this.options.environments.list();
  }

  async putEnvironment(
    name: string,
    input: SqlEnvironmentInput,
    ifMatch: IfMatch | undefined,
    caller: Caller,
  ) {
    const { audit, permissions, environments } = this.options;
    return audit.record(
      {
        eventId: 'sql-environment-update',
        caller,
        meta: { environment: name, owner: input.owner },
      },
      async () => {
        const permission = scalephSqlEnvironmentUpdatePermission;
        await requireBasic(permissions, permission, caller);
        await this.requireDataSources(input.initialSql, caller);
        const actor = actorOf(caller.credentials);
        return environments.put(name, input, ifMatch, actor);
      },
      ({ etag }) => ({ etag }),
    );
  }

  async deleteEnvironment(name: string, caller: Caller) {
    const { audit, permissions, environments } = this.options;
    await audit.record(
      {
        eventId: 'sql-environment-delete',
        caller,
        meta: { environment: name },
      },
      async () => {
        const permission = scalephSqlEnvironmentDeletePermission;
        await requireBasic(permissions, permission, caller);
        await environments.delete(name);
      },
    );
  }

  /**
   * It runs with the rights of those who open a session: what it does with a
   * data source must be what its author might do as well. Throws InputError for
   * one that does not exist, which would be anybody's later.
   */
  private async requireDataSources(initialSql: string, caller: Caller) {
    const { dataSources } = this.options;
    const names = dataSourcesOf(initialSql);
    if (names.length === 0) return;
    await dataSources.requireUse(names, caller);
    const known = await dataSources.lookUp(names);
    const unknown = names.find(name => !known.has(name));
    if (unknown === undefined) return;
    throw new InputError(`Data source "${unknown}" does not exist`);
  }

  private async user(caller: Caller): Promise<string> {
    const { permissions } = this.options;
    await requireBasic(permissions, scalephSqlUsePermission, caller);
    return actorOf(caller.credentials);
  }
}
