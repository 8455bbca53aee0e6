import {
  BackstageCredentials,
  BackstageUserPrincipal,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  AuthorizePermissionRequest,
  AuthorizeResult,
  QueryPermissionRequest,
} from '@backstage/plugin-permission-common';
import { PermissionPolicy } from '@backstage/plugin-permission-node';

/**
 * Asks a policy as the permission back end does, without the way over HTTP:
 * the test utilities' tokens do not name the plugin that asks, so that the
 * permission back end would refuse conditional decisions.
 */
export class PolicyPermissions implements PermissionsService {
  constructor(private readonly policy: PermissionPolicy) {}

  authorizeConditional(
    queries: QueryPermissionRequest[],
    options: { credentials: BackstageCredentials },
  ) {
    const { userEntityRef } = options.credentials
      .principal as BackstageUserPrincipal;
    return Promise.all(
      queries.map(({ permission }) =>
        this.policy.handle(
          { permission },
          {
            credentials: options.credentials,
            info: { userEntityRef, ownershipEntityRefs: [userEntityRef] },
          },
        ),
      ),
    );
  }

  async authorize(
    requests: AuthorizePermissionRequest[],
    options: { credentials: BackstageCredentials },
  ) {
    const decisions = await this.authorizeConditional(
      requests.map(({ permission }) => ({ permission } as never)),
      options,
    );
    return decisions.map(({ result }) => {
      if (result === AuthorizeResult.CONDITIONAL) {
        throw new Error('The permission is of a resource: ask conditionally');
      }
      return { result };
    });
  }
}
