import {
  BackstageCredentials,
  PermissionsService,
  PermissionsServiceRequestOptions,
} from '@backstage/backend-plugin-api';
import {
  AuthorizePermissionRequest,
  AuthorizePermissionResponse,
  isResourcePermission,
  PolicyDecision,
  QueryPermissionRequest,
} from '@backstage/plugin-permission-common';

interface Batch {
  queries: QueryPermissionRequest[];
  decisions: Promise<PolicyDecision[]>;
}

/**
 * Sends the questions that are asked in the same moment for the same caller
 * as one request: signing and checking the tokens of a request to the
 * permission back end is most of what reading a pipeline costs.
 *
 * @internal
 */
export class BatchedPermissions implements PermissionsService {
  private readonly batches = new Map<BackstageCredentials, Batch>();

  constructor(private readonly inner: PermissionsService) {}

  async authorize(
    requests: AuthorizePermissionRequest[],
    options: PermissionsServiceRequestOptions,
  ): Promise<AuthorizePermissionResponse[]> {
    if (requests.some(({ permission }) => isResourcePermission(permission))) {
      return this.inner.authorize(requests, options);
    }
    // About no resource, there are no conditions either: the question is the same.
    const queries = requests as unknown as QueryPermissionRequest[];
    const decisions = await this.authorizeConditional(queries, options);
    return decisions as AuthorizePermissionResponse[];
  }

  async authorizeConditional(
    queries: QueryPermissionRequest[],
    options: PermissionsServiceRequestOptions,
  ): Promise<PolicyDecision[]> {
    const batch = this.batchOf(options);
    const start = batch.queries.length;
    batch.queries.push(...queries);
    const decisions = await batch.decisions;
    return decisions.slice(start, start + queries.length);
  }

  /** The batch that leaves when the code that runs now has come to its end. */
  private batchOf(options: PermissionsServiceRequestOptions): Batch {
    const { credentials } = options;
    const open = this.batches.get(credentials);
    if (open) return open;
    const queries: QueryPermissionRequest[] = [];
    const decisions = Promise.resolve().then(() => {
      this.batches.delete(credentials);
      return this.inner.authorizeConditional(queries, options);
    });
    const batch = { queries, decisions };
    this.batches.set(credentials, batch);
    return batch;
  }
}
