import { PermissionsService } from '@backstage/backend-plugin-api';
import { ResourcePermission } from '@backstage/plugin-permission-common';
import {
  DataSource,
  DataSourceInput,
  scalephDataSourceCreatePermission,
  scalephDataSourceDeletePermission,
  scalephDataSourceTestPermission,
  scalephDataSourceTypeReadPermission,
  scalephDataSourceUpdatePermission,
  scalephDataSourceUsePermission,
} from '@scaleph/backstage-plugin-scaleph-common';
import { JsonObject } from '@backstage/types';
import { Audit } from '../audit/Audit';
import { Caller } from '../http/Caller';
import { IfMatch } from '../http/etag';
import {
  OwnershipAuthorizer,
  requireBasic,
} from '../permissions/OwnershipAuthorizer';
import { toFields } from '../registrations/checkRegistration';
import { ConnectionEdit } from '../registrations/ConnectionEdit';
import { RegistrationStore } from '../registrations/RegistrationStore';
import {
  DataSourceQuery,
  DataSourceService,
  RowsQuery,
} from './DataSourceService';
import { DataSourceUsers } from './DataSourceUsers';

/**
 * Permissions and audit around a DataSourceService. What a caller may not read
 * does not exist for them. To test an edit is to try out an update, so it needs
 * the permission for that as well; to test what is not saved needs the one to
 * create. To look into one takes its secrets, so it needs the permission to use
 * it, also for the names of its objects.
 *
 * @internal
 */
export class AuthorizedDataSourceService implements DataSourceService {
  constructor(
    private readonly inner: DataSourceService,
    private readonly options: {
      permissions: PermissionsService;
      dataSources: OwnershipAuthorizer;
      users: DataSourceUsers;
      store: Pick<RegistrationStore, 'findRows'>;
      audit: Audit;
    },
  ) {}

  async list(query: DataSourceQuery, caller: Caller) {
    const visible = await this.options.dataSources.filter(caller);
    const page = await this.inner.list({ ...query, visible }, caller);
    return {
      ...page,
      items: await this.options.users.showTo(page.items, caller),
    };
  }

  async get(name: string, caller: Caller) {
    await this.require(name, caller);
    return this.withUsers(await this.inner.get(name, caller), caller);
  }

  async create(input: DataSourceInput, caller: Caller) {
    const { name, type, owner } = input;
    return this.options.audit.record(
      {
        eventId: 'data-source-create',
        caller,
        meta: { dataSource: name, type, owner },
      },
      async () => {
        await requireBasic(
          this.options.permissions,
          scalephDataSourceCreatePermission,
          caller,
        );
        await this.requireResult(input, caller);
        return this.withUsers(await this.inner.create(input, caller), caller);
      },
      ({ location }) => ({ location }),
    );
  }

  async update(
    name: string,
    input: DataSourceInput,
    ifMatch: IfMatch,
    caller: Caller,
  ) {
    return this.options.audit.record(
      {
        eventId: 'data-source-update',
        caller,
        meta: {
          dataSource: name,
          secretsGiven: Object.keys(input.secrets ?? {}),
          filesGiven: Object.keys(input.files ?? {}),
        },
      },
      async () => {
        await this.require(name, caller, scalephDataSourceUpdatePermission);
        await this.requireResult(input, caller);
        const updated = await this.inner.update(name, input, ifMatch, caller);
        return this.withUsers(updated, caller);
      },
      ({ owner, location, etag }) => ({ owner, location, etag }),
    );
  }

  async delete(
    name: string,
    options: Parameters<DataSourceService['delete']>[1],
    caller: Caller,
  ) {
    const { olderVersions } = options;
    return this.options.audit.record(
      {
        eventId: 'data-source-delete',
        severityLevel: 'high',
        caller,
        meta: { dataSource: name, olderVersions },
      },
      async () => {
        await this.require(name, caller, scalephDataSourceDeletePermission);
        await this.options.users.requireNone(name, olderVersions, caller);
        await this.inner.delete(name, options, caller);
      },
    );
  }

  async test(
    name: string,
    edit: ConnectionEdit,
    caller: Caller,
    gone?: AbortSignal,
  ) {
    const isEdit = Boolean(edit.config || edit.secrets || edit.files);
    return this.options.audit.record(
      {
        eventId: 'data-source-test',
        caller,
        meta: { dataSource: name, edited: isEdit },
      },
      async () => {
        await this.require(name, caller, scalephDataSourceTestPermission);
        if (isEdit) {
          await this.require(name, caller, scalephDataSourceUpdatePermission);
        }
        return this.inner.test(name, edit, caller, gone);
      },
      ({ ok }) => ({ ok }),
    );
  }

  async objects(
    name: string,
    query: { path: string[]; search?: string; gone: AbortSignal },
    caller: Caller,
  ) {
    return this.options.audit.record(
      {
        eventId: 'data-source-objects',
        severityLevel: 'low',
        caller,
        meta: { dataSource: name, path: query.path },
      },
      async () => {
        await this.require(name, caller, scalephDataSourceUsePermission);
        return this.inner.objects(name, query, caller);
      },
      ({ items }) => ({ count: items.length }),
    );
  }

  async rows(name: string, query: RowsQuery, caller: Caller) {
    return this.options.audit.record(
      {
        eventId: 'data-source-rows',
        caller,
        meta: { dataSource: name, path: query.path, limit: query.limit },
      },
      async () => {
        await this.require(name, caller, scalephDataSourceUsePermission);
        return this.inner.rows(name, query, caller);
      },
      ({ rows }) => ({ count: rows.length }),
    );
  }

  async listTypes(caller: Caller) {
    await requireBasic(
      this.options.permissions,
      scalephDataSourceTypeReadPermission,
      caller,
    );
    return this.inner.listTypes(caller);
  }

  async testConfig(
    type: string,
    edit: ConnectionEdit & { config: JsonObject },
    caller: Caller,
    gone?: AbortSignal,
  ) {
    return this.options.audit.record(
      { eventId: 'data-source-test', caller, meta: { type } },
      async () => {
        await requireBasic(
          this.options.permissions,
          scalephDataSourceCreatePermission,
          caller,
        );
        return this.inner.testConfig(type, edit, caller, gone);
      },
      ({ ok }) => ({ ok }),
    );
  }

  private async require(
    name: string,
    caller: Caller,
    permission?: ResourcePermission,
  ) {
    const [row] = await this.options.store.findRows([name]);
    return this.options.dataSources.require(
      `Data source "${name}"`,
      row,
      caller,
      permission,
    );
  }

  private requireResult(input: DataSourceInput, caller: Caller) {
    return this.options.dataSources.requireResult(
      `Data source "${input.name}"`,
      toFields(input),
      caller,
      scalephDataSourceUpdatePermission,
    );
  }

  private async withUsers(dataSource: DataSource, caller: Caller) {
    const [shown] = await this.options.users.showTo([dataSource], caller);
    return shown;
  }
}
