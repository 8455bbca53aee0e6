import {
  createExternalRouteRef,
  createRouteRef,
  createSubRouteRef,
} from '@backstage/core-plugin-api';

// Refs of core-plugin-api resolve in both front-end systems; those of
// frontend-plugin-api only in the new one.

/** @public */
export const rootRouteRef = createRouteRef({ id: 'scaleph' });

/** @public */
export const pipelinesRouteRef = createSubRouteRef({
  id: 'scaleph:pipelines',
  parent: rootRouteRef,
  path: '/pipelines',
});

/** @public */
export const runsRouteRef = createSubRouteRef({
  id: 'scaleph:runs',
  parent: rootRouteRef,
  path: '/runs',
});

/** @public */
export const runRouteRef = createSubRouteRef({
  id: 'scaleph:run',
  parent: rootRouteRef,
  path: '/runs/:id',
});

/** @public */
export const dataSourcesRouteRef = createSubRouteRef({
  id: 'scaleph:data-sources',
  parent: rootRouteRef,
  path: '/data-sources',
});

/** @public */
export const newDataSourceRouteRef = createSubRouteRef({
  id: 'scaleph:data-sources:new',
  parent: rootRouteRef,
  path: '/data-sources/new',
});

/** @public */
export const editDataSourceRouteRef = createSubRouteRef({
  id: 'scaleph:data-sources:edit',
  parent: rootRouteRef,
  path: '/data-sources/edit/:name',
});

/** @public */
export const targetsRouteRef = createSubRouteRef({
  id: 'scaleph:clusters',
  parent: rootRouteRef,
  path: '/clusters',
});

/** @public */
export const newTargetRouteRef = createSubRouteRef({
  id: 'scaleph:clusters:new',
  parent: rootRouteRef,
  path: '/clusters/new',
});

/** @public */
export const editTargetRouteRef = createSubRouteRef({
  id: 'scaleph:clusters:edit',
  parent: rootRouteRef,
  path: '/clusters/edit/:name',
});

/** @public */
export const sqlRouteRef = createSubRouteRef({
  id: 'scaleph:sql',
  parent: rootRouteRef,
  path: '/sql',
});

/**
 * A Software Template's form; absent where the portal has no scaffolder.
 *
 * @public
 */
export const templateRouteRef = createExternalRouteRef({
  id: 'scaleph:template',
  params: ['namespace', 'templateName'],
  optional: true,
  defaultTarget: 'scaffolder.selectedTemplate',
});
