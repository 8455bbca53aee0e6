import { PermissionsService } from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  ResourcePermission,
} from '@backstage/plugin-permission-common';
import {
  scalephTargetCreatePermission,
  scalephTargetDeletePermission,
  scalephTargetReadPermission,
  scalephTargetTestPermission,
  scalephTargetTypeReadPermission,
  scalephTargetUiPermission,
  scalephTargetUpdatePermission,
  TargetInput,
} from '@scaleph/backstage-plugin-scaleph-common';
import { NotAllowedError } from '@backstage/errors';
import { ProcessTextRequest } from '@scaleph/backstage-plugin-scaleph-node';
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
import { RegisteredTargets } from './RegisteredTargets';
import { requireLogs } from './requireLogs';
import { TargetService } from './TargetService';

/**
 * Permissions and audit around a TargetService. What a caller may not read does
 * not exist for them; built-in targets, which nobody owns, are there for
 * everybody to whom reading is not denied altogether. To test an edit is to try
 * out an update, so it needs the permission for that as well.
 *
 * @internal
 */
export class AuthorizedTargetService implements TargetService {
  constructor(
    private readonly inner: TargetService,
    private readonly options: {
      permissions: PermissionsService;
      authorizer: OwnershipAuthorizer;
      targets: Pick<RegisteredTargets, 'find'>;
      audit: Audit;
    },
  ) {}

  async list(caller: Caller) {
    await this.requireAny(caller);
    const isVisible = await this.options.authorizer.judge(caller);
    return this.inner.list(caller, isVisible);
  }

  async get(name: string, caller: Caller) {
    await this.require(name, caller);
    return this.inner.get(name, caller);
  }

  async create(input: TargetInput, caller: Caller) {
    const { name, type, owner } = input;
    return this.options.audit.record(
      { eventId: 'target-create', caller, meta: { target: name, type, owner } },
      async () => {
        await this.requireBasic(scalephTargetCreatePermission, caller);
        await this.requireResult(input, caller);
        return this.inner.create(
          input,
          caller,
          await this.options.authorizer.judge(caller),
        );
      },
      ({ registered }) => ({ location: registered?.location ?? '' }),
    );
  }

  async update(
    name: string,
    input: TargetInput,
    ifMatch: IfMatch,
    caller: Caller,
  ) {
    const secretsGiven = Object.keys(input.secrets ?? {});
    return this.options.audit.record(
      {
        eventId: 'target-update',
        caller,
        meta: { target: name, secretsGiven },
      },
      async () => {
        await this.require(name, caller, scalephTargetUpdatePermission);
        await this.requireResult(input, caller);
        const isVisible = await this.options.authorizer.judge(caller);
        return this.inner.update(name, input, ifMatch, caller, isVisible);
      },
      ({ registered }) => ({
        owner: registered?.owner ?? '',
        location: registered?.location ?? '',
        etag: registered?.etag ?? '',
      }),
    );
  }

  async delete(name: string, ifMatch: IfMatch, caller: Caller) {
    return this.options.audit.record(
      {
        eventId: 'target-delete',
        severityLevel: 'high',
        caller,
        meta: { target: name },
      },
      async () => {
        await this.require(name, caller, scalephTargetDeletePermission);
        await this.inner.delete(name, ifMatch, caller);
      },
    );
  }

  async test(name: string, edit: ConnectionEdit, caller: Caller) {
    const edited = Boolean(edit.config || edit.secrets);
    return this.options.audit.record(
      { eventId: 'target-test', caller, meta: { target: name, edited } },
      async () => {
        await this.require(name, caller, scalephTargetTestPermission);
        if (edited) {
          await this.require(name, caller, scalephTargetUpdatePermission);
        }
        const isVisible = await this.options.authorizer.judge(caller);
        return this.inner.test(name, edit, caller, isVisible);
      },
      ({ ok }) => ({ ok }),
    );
  }

  async listTypes(caller: Caller) {
    await this.requireBasic(scalephTargetTypeReadPermission, caller);
    return this.inner.listTypes(caller);
  }

  async testConfig(
    type: string,
    edit: ConnectionEdit & { config: JsonObject },
    caller: Caller,
  ) {
    return this.options.audit.record(
      { eventId: 'target-test', caller, meta: { type } },
      async () => {
        await this.requireBasic(scalephTargetCreatePermission, caller);
        const isVisible = await this.options.authorizer.judge(caller);
        return this.inner.testConfig(type, edit, caller, isVisible);
      },
      ({ ok }) => ({ ok }),
    );
  }

  async overview(name: string, caller: Caller) {
    await this.require(name, caller);
    return this.inner.overview(name, caller);
  }

  async configuration(name: string, caller: Caller) {
    await this.require(name, caller);
    return this.inner.configuration(name, caller);
  }

  async processes(name: string, caller: Caller) {
    await this.require(name, caller);
    return this.inner.processes(name, caller);
  }

  async readText(name: string, request: ProcessTextRequest, caller: Caller) {
    await this.require(name, caller);
    const stored = await this.options.targets.find(name);
    if (stored) {
      await requireLogs(stored.connection, caller, this.options.authorizer);
    }
    return this.inner.readText(name, request, caller);
  }

  async createUiTicket(name: string, caller: Caller) {
    return this.options.audit.record(
      { eventId: 'target-ui-ticket', caller, meta: { target: name } },
      async () => {
        await this.require(name, caller, scalephTargetUiPermission);
        return this.inner.createUiTicket(name, caller);
      },
      ({ expiresAt }) => ({ expiresAt }),
    );
  }

  /** Of a name that is not registered the inner service knows whether it is built in. */
  private async require(
    name: string,
    caller: Caller,
    permission?: ResourcePermission,
  ): Promise<void> {
    const { targets, authorizer } = this.options;
    const stored = await targets.find(name);
    if (!stored) {
      await this.requireAny(caller);
      return;
    }
    await authorizer.require(
      `Target "${name}"`,
      stored.connection,
      caller,
      permission,
    );
  }

  private requireBasic(
    permission: Parameters<typeof requireBasic>[1],
    caller: Caller,
  ) {
    return requireBasic(this.options.permissions, permission, caller);
  }

  /** Throws NotAllowedError when the caller may read no target at all. */
  private async requireAny({ credentials }: Caller): Promise<void> {
    const permission = scalephTargetReadPermission;
    const [decision] = await this.options.permissions.authorizeConditional(
      [{ permission }],
      { credentials },
    );
    if (decision.result === AuthorizeResult.DENY) {
      throw new NotAllowedError(`You lack the permission ${permission.name}`);
    }
  }

  private requireResult(input: TargetInput, caller: Caller) {
    return this.options.authorizer.requireResult(
      `Target "${input.name}"`,
      toFields(input),
      caller,
      scalephTargetUpdatePermission,
    );
  }
}
