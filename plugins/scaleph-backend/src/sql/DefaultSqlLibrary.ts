import { PermissionsService } from '@backstage/backend-plugin-api';
import {
  scalephSqlEnvironmentDeletePermission,
  scalephSqlEnvironmentUpdatePermission,
  scalephSqlUsePermission,
  SqlEnvironmentInput,
  SqlQueryInput,
} from '@scaleph/backstage-plugin-scaleph-common';
import { Knex } from 'knex';
import { Audit } from '../audit/Audit';
import { actorOf, Caller } from '../http/Caller';
import { IfMatch } from '../http/etag';
import { Idempotency } from '../http/Idempotency';
import { requireBasic } from '../permissions/OwnershipAuthorizer';
import { listHistory } from './listHistory';
import { SqlEnvironments } from './SqlEnvironments';
import { SqlQueries } from './SqlQueries';
import { SqlOperationRow } from './sqlRows';
import { SqlLibrary } from './SqlService';

/** History, queries and environments, with their permissions. @internal */
export class DefaultSqlLibrary implements SqlLibrary {
  private readonly queries: SqlQueries;

  constructor(
    private readonly options: {
      knex: Knex;
      environments: SqlEnvironments;
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

  private async user(caller: Caller): Promise<string> {
    const { permissions } = this.options;
    await requireBasic(permissions, scalephSqlUsePermission, caller);
    return actorOf(caller.credentials);
  }
}
