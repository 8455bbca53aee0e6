import { isResourcePermission } from '@backstage/plugin-permission-common';
import { scalephPermissions } from './permissions';

it('every resource and verb has its permission', () => {
  expect(
    Object.fromEntries(
      scalephPermissions.map(permission => [
        permission.name,
        isResourcePermission(permission) ? permission.resourceType : 'basic',
      ]),
    ),
  ).toEqual({
    'scaleph.pipeline.read': 'scaleph-pipeline',
    'scaleph.pipeline.create': 'basic',
    'scaleph.pipeline.update': 'scaleph-pipeline',
    'scaleph.pipeline.delete': 'scaleph-pipeline',
    'scaleph.pipeline.publish': 'scaleph-pipeline',
    'scaleph.pipeline.run': 'scaleph-pipeline',
    'scaleph.run.read': 'scaleph-run',
    'scaleph.run.cancel': 'scaleph-run',
    'scaleph.run.operate': 'scaleph-run',
    'scaleph.run.snapshot.delete': 'scaleph-run',
    'scaleph.data-source.read': 'scaleph-data-source',
    'scaleph.data-source.create': 'basic',
    'scaleph.data-source.update': 'scaleph-data-source',
    'scaleph.data-source.delete': 'scaleph-data-source',
    'scaleph.data-source.test': 'scaleph-data-source',
    'scaleph.data-source.use': 'scaleph-data-source',
    'scaleph.connector.read': 'basic',
    'scaleph.target.read': 'scaleph-target',
    'scaleph.target.create': 'basic',
    'scaleph.target.update': 'scaleph-target',
    'scaleph.target.delete': 'scaleph-target',
    'scaleph.target.test': 'scaleph-target',
    'scaleph.target.use': 'scaleph-target',
    'scaleph.target.ui': 'scaleph-target',
    'scaleph.target-type.read': 'basic',
    'scaleph.data-source-type.read': 'basic',
    'scaleph.artifact.read': 'scaleph-artifact',
    'scaleph.artifact.create': 'basic',
    'scaleph.artifact.delete': 'scaleph-artifact',
    'scaleph.sql.use': 'basic',
    'scaleph.sql.write': 'basic',
    'scaleph.sql.environment.update': 'basic',
    'scaleph.sql.environment.delete': 'basic',
  });
});
