import type { Entity } from '@backstage/catalog-model';
import {
  mockApis,
  renderTestApp,
  TestApiPair,
} from '@backstage/frontend-test-utils';
import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import {
  catalogApiMock,
  createTestEntityPage,
} from '@backstage/plugin-catalog-react/testUtils';
import type { ScalephApi } from '@scaleph/backstage-plugin-scaleph-common';
import { scalephApiRef } from '../api';
import { scalephPlugin } from '../plugin';

/** What the catalog of a test knows besides what a test adds. */
export const catalogEntities: Entity[] = [
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name: 'data', namespace: 'default', title: 'Data team' },
    spec: { type: 'team', children: [] },
  },
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'System',
    metadata: { name: 'geo', namespace: 'default', title: 'Geo' },
    spec: { owner: 'group:default/data' },
  },
];

/** APIs that a portal has, around the given Scaleph API. */
export function portalApis(
  api: ScalephApi,
  entities: Entity[] = [],
): TestApiPair<unknown>[] {
  return [
    [scalephApiRef, api],
    [
      catalogApiRef,
      catalogApiMock({ entities: [...catalogEntities, ...entities] }),
    ],
    mockApis.identity({
      userEntityRef: 'user:default/guest',
      ownershipEntityRefs: ['user:default/guest', 'group:default/data'],
    }),
    mockApis.permission(),
  ];
}

/** Renders a portal with our plugin on the front-end system at a path. */
export function renderPortal(
  path: string,
  options: {
    api: ScalephApi;
    entities?: Entity[];
    /** Shows the tabs and cards of this entity at any other path. */
    entity?: Entity;
    language?: 'en' | 'zh';
  },
) {
  const { api, entities, entity, language = 'en' } = options;
  // The portal remembers the language of the test before.
  localStorage.clear();
  return renderTestApp({
    features: [scalephPlugin, createFrontendModule({ pluginId: 'app' })],
    extensions: entity ? [createTestEntityPage({ entity })] : [],
    apis: [...portalApis(api, entities)],
    initialRouteEntries: [path],
    mountedRoutes: entity
      ? {}
      : { '/catalog/:namespace/:kind/:name': entityRouteRef },
    config: {
      app: {
        baseUrl: 'http://localhost:3000',
        extensions: [
          {
            'api:app/app-language': {
              config: {
                defaultLanguage: language,
                availableLanguages: ['en', 'zh'],
              },
            },
          },
        ],
      },
      backend: { baseUrl: 'http://localhost:7007' },
    },
  });
}
