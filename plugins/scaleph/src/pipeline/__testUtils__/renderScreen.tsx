import type { Entity } from '@backstage/catalog-model';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import {
  catalogApiRef,
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { ReactElement } from 'react';
import { scalephApiRef } from '../../api';
import { rootRouteRef } from '../../routes';
import type { MemoryPipelines } from './MemoryPipelines';

/** The catalog's entity of the pipeline `airports`. */
export const airportsEntity: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'airports',
    namespace: 'default',
    annotations: { 'scaleph.io/pipeline-name': 'airports' },
  },
  spec: { type: 'data-pipeline', owner: 'group:default/data', lifecycle: 'x' },
};

/** Renders one of our screens on an entity page, by default that of `airports`. */
export function renderScreen(
  screen: ReactElement,
  options: {
    memory: Pick<MemoryPipelines, 'asApi'>;
    entity?: Entity;
    /** Query string with its question mark. */
    query?: string;
    language?: 'en' | 'zh';
    /** The policy refuses everything. */
    denied?: boolean;
  },
) {
  const { memory, query = '', language = 'en', denied = false } = options;
  const { entity = airportsEntity } = options;
  // The portal remembers the language of the test before.
  localStorage.clear();
  return renderInTestApp(
    <EntityProvider entity={entity}>{screen}</EntityProvider>,
    {
      apis: [
        [scalephApiRef, memory.asApi()],
        [catalogApiRef, catalogApiMock({ entities: [entity] })],
        mockApis.identity({ userEntityRef: 'user:default/guest' }),
        mockApis.permission({
          authorize: denied ? AuthorizeResult.DENY : AuthorizeResult.ALLOW,
        }),
      ],
      initialRouteEntries: [`/${query}`],
      mountedRoutes: {
        '/scaleph': rootRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
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
    },
  );
}
