import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { mockCredentials } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  ResourcePermission,
} from '@backstage/plugin-permission-common';
import {
  scalephPipelineReadPermission,
  scalephPipelineUpdatePermission,
  scalephRunReadPermission,
  scalephSqlUsePermission,
} from '@scaleph/backstage-plugin-scaleph-common';
import { BatchedPermissions } from './BatchedPermissions';

const anna = mockCredentials.user('user:default/anna');
const otto = mockCredentials.user('user:default/otto');

/** Allows reading only; notes each request that it gets. */
class ReadOnly {
  readonly requests: Array<[BackstageCredentials, string[]]> = [];

  readonly service: PermissionsService = {
    authorize: async (requests, { credentials }) => {
      const names = requests.map(({ permission }) => permission.name);
      this.requests.push([credentials, names]);
      return names.map(() => ({ result: AuthorizeResult.ALLOW }));
    },
    authorizeConditional: async (queries, { credentials }) => {
      const names = queries.map(({ permission }) => permission.name);
      this.requests.push([credentials, names]);
      return names.map(name => ({
        result: name.endsWith('.read')
          ? AuthorizeResult.ALLOW
          : AuthorizeResult.DENY,
      }));
    },
  };
}

describe('BatchedPermissions', () => {
  const ask = (
    permissions: PermissionsService,
    credentials: BackstageCredentials,
    ...asked: ResourcePermission[]
  ) =>
    permissions
      .authorizeConditional(
        asked.map(permission => ({ permission })),
        { credentials },
      )
      .then(decisions => decisions.map(({ result }) => result));

  it('sends what is asked at the same time for one caller as one request, and gives each their own answers', async () => {
    const inner = new ReadOnly();
    const permissions = new BatchedPermissions(inner.service);
    const answers = await Promise.all([
      ask(permissions, anna, scalephRunReadPermission),
      ask(
        permissions,
        anna,
        scalephPipelineReadPermission,
        scalephPipelineUpdatePermission,
      ),
      ask(permissions, otto, scalephPipelineUpdatePermission),
    ]);
    expect(answers).toEqual([['ALLOW'], ['ALLOW', 'DENY'], ['DENY']]);
    expect(inner.requests).toEqual([
      [
        anna,
        [
          'scaleph.run.read',
          'scaleph.pipeline.read',
          'scaleph.pipeline.update',
        ],
      ],
      [otto, ['scaleph.pipeline.update']],
    ]);
  });

  it('sends questions about no resource with them', async () => {
    const inner = new ReadOnly();
    const permissions = new BatchedPermissions(inner.service);
    const [[basic], resource] = await Promise.all([
      permissions.authorize([{ permission: scalephSqlUsePermission }], {
        credentials: anna,
      }),
      ask(permissions, anna, scalephRunReadPermission),
    ]);
    expect([basic.result, ...resource]).toEqual(['DENY', 'ALLOW']);
    expect(inner.requests).toEqual([
      [anna, ['scaleph.sql.use', 'scaleph.run.read']],
    ]);
    const resourceRef = 'nightly';
    await permissions.authorize(
      [{ permission: scalephPipelineReadPermission, resourceRef }],
      { credentials: anna },
    );
    expect(inner.requests).toHaveLength(2);
  });

  it('remembers nothing from one moment to the next', async () => {
    const inner = new ReadOnly();
    const permissions = new BatchedPermissions(inner.service);
    await ask(permissions, anna, scalephRunReadPermission);
    await ask(permissions, anna, scalephRunReadPermission);
    expect(inner.requests).toHaveLength(2);
  });
});
