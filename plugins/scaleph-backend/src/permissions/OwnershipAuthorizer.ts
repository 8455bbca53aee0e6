import {
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  AuthorizeResult,
  BasicPermission,
  PolicyDecision,
  ResourcePermission,
} from '@backstage/plugin-permission-common';
import {
  createConditionAuthorizer,
  createConditionTransformer,
  PermissionResourceRef,
} from '@backstage/plugin-permission-node';
import { Caller } from '../http/Caller';
import { OwnershipFilter } from './ownershipFilter';
import { OwnedResource, OwnershipQuery } from './rules';

type OwnershipRef = PermissionResourceRef<OwnedResource, OwnershipQuery>;

/**
 * The decisions of a room's `Authorized…Service`. A policy's conditions are
 * evaluated here, on the row in hand: no round trip through the permission
 * back end, and an edit can be judged by what the row will be.
 *
 * @internal
 */
export class OwnershipAuthorizer {
  constructor(
    private readonly options: {
      permissions: PermissionsService;
      permissionsRegistry: PermissionsRegistryService;
      resourceRef: OwnershipRef;
      /** `scaleph.….read` of this kind of resource. */
      readPermission: ResourcePermission;
    },
  ) {}

  /** What a list may show. */
  async filter(caller: Caller): Promise<OwnershipFilter> {
    const { readPermission } = this.options;
    const [decision] = await this.decide([readPermission], caller);
    switch (decision.result) {
      case AuthorizeResult.ALLOW:
        return 'all';
      case AuthorizeResult.CONDITIONAL:
        return createConditionTransformer<OwnershipQuery>(this.ruleset())(
          decision.conditions,
        );
      default:
        return 'none';
    }
  }

  /**
   * Throws NotFoundError when the caller may not read the resource (or it is
   * undefined), so that a stranger cannot tell it from one that does not exist;
   * NotAllowedError when it is readable but `permission` is denied.
   *
   * @param what - names it in the error: `Pipeline "orders"`
   * @param resource - may still be on its way; the policy is asked meanwhile
   */
  async require<T extends OwnedResource>(
    what: string,
    resource: T | undefined | Promise<T | undefined>,
    caller: Caller,
    permission: ResourcePermission = this.options.readPermission,
  ): Promise<T> {
    const { readPermission } = this.options;
    const [[read, asked], found] = await Promise.all([
      this.decide(
        permission === readPermission
          ? [readPermission]
          : [readPermission, permission],
        caller,
      ),
      resource,
    ]);
    if (!found || !this.holds(read, found)) {
      throw new NotFoundError(`${what} does not exist`);
    }
    if (asked && !this.holds(asked, found)) {
      throw notAllowed(what, permission.name);
    }
    return found;
  }

  /** Throws NotAllowedError unless the permission holds for a resource as it would be after a write. */
  async requireResult(
    what: string,
    result: OwnedResource,
    caller: Caller,
    permission: ResourcePermission,
  ): Promise<void> {
    const [decision] = await this.decide([permission], caller);
    if (!this.holds(decision, result)) {
      throw new NotAllowedError(
        `${what} may not be saved by you with the owner "${result.owner}": the permission ${permission.name} does not reach it`,
      );
    }
  }

  /** Those of the resources for which the permission holds. */
  async allowed<T extends OwnedResource>(
    resources: T[],
    caller: Caller,
    permission: ResourcePermission = this.options.readPermission,
  ): Promise<T[]> {
    return resources.filter(await this.judge(caller, permission));
  }

  /** A function that tells for which resources the permission holds. */
  async judge(
    caller: Caller,
    permission: ResourcePermission = this.options.readPermission,
  ): Promise<(resource: OwnedResource) => boolean> {
    const [decision] = await this.decide([permission], caller);
    return resource => this.holds(decision, resource);
  }

  private holds(decision: PolicyDecision, resource: OwnedResource): boolean {
    return createConditionAuthorizer<OwnedResource>(this.ruleset())(
      decision,
      resource,
    );
  }

  private ruleset() {
    const { permissionsRegistry, resourceRef } = this.options;
    return permissionsRegistry.getPermissionRuleset(resourceRef);
  }

  private decide(permissions: ResourcePermission[], caller: Caller) {
    return this.options.permissions.authorizeConditional(
      permissions.map(permission => ({ permission })),
      { credentials: caller.credentials },
    );
  }
}

/** Throws NotAllowedError unless the caller has a permission that is about no resource. @internal */
export async function requireBasic(
  permissions: PermissionsService,
  permission: BasicPermission,
  caller: Caller,
): Promise<void> {
  const [decision] = await permissions.authorize([{ permission }], {
    credentials: caller.credentials,
  });
  if (decision.result !== AuthorizeResult.ALLOW) {
    throw new NotAllowedError(`You lack the permission ${permission.name}`);
  }
}

function notAllowed(what: string, permission: string): NotAllowedError {
  return new NotAllowedError(
    `${what}: you lack the permission ${permission} on it`,
  );
}
