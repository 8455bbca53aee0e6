import {
  coreServices,
  createBackendModule,
  createServiceFactory,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { EventParams, eventsServiceRef } from '@backstage/plugin-events-node';
import { JsonObject } from '@backstage/types';
import { scalephEnginesExtensionPoint } from '@scaleph/backstage-plugin-scaleph-node';
import { Knex } from 'knex';
import { randomBytes } from 'node:crypto';
import request from 'supertest';
import { scalephPlugin } from '../plugin';
import { FakeEngine } from './FakeEngine';
import { RecordingAuditor } from './RecordingAuditor';

type Features = NonNullable<Parameters<typeof startTestBackend>[0]['features']>;

export interface TestScalephOptions {
  knex: Knex;
  /** Directories that data sources may use. */
  roots?: string[];
  /** More configuration. */
  config?: JsonObject;
  /** More plugins and modules. */
  features?: Features;
  /** E.g. `new PolicyPermissions(policy)`; everything is allowed when absent. */
  permissions?: PermissionsService;
  /** Named `embedded`, as the built-in connectors know it; one that runs batches when absent. */
  engine?: FakeEngine;
}

/**
 * The real plugin in a test backend, over HTTP, with an engine in memory.
 * Backstage's test utilities stop it after the tests.
 */
export async function startTestScaleph(options: TestScalephOptions) {
  // The built-in connectors name this engine.
  const engine = options.engine ?? new FakeEngine({ id: 'embedded' });
  const auditor = new RecordingAuditor();
  const actions = actionsRegistryServiceMock();
  const published: EventParams[] = [];
  const backend = await startTestBackend({
    features: [
      scalephPlugin,
      engineModule(engine),
      mockServices.rootConfig.factory({
        data: {
          scaleph: {
            files: { roots: options.roots ?? [] },
            secrets: {
              keys: [{ id: 'test', key: randomBytes(32).toString('base64') }],
            },
          },
          ...options.config,
        },
      }),
      mockServices.database.mock({ getClient: async () => options.knex })
        .factory,
      createServiceFactory({
        service: coreServices.auditor,
        deps: {},
        factory: () => auditor,
      }),
      createServiceFactory({
        service: actionsRegistryServiceRef,
        deps: {},
        factory: () => actions,
      }),
      createServiceFactory({
        service: eventsServiceRef,
        deps: {},
        factory: () => ({
          publish: async event => void published.push(event),
          subscribe: async () => {},
        }),
      }),
      ...(options.permissions
        ? [
            createServiceFactory({
              service: coreServices.permissions,
              deps: {},
              factory: () => options.permissions!,
            }),
          ]
        : []),
      ...(options.features ?? []),
    ],
  });
  const as = (user: string) => {
    const agent = request.agent(backend.server);
    agent.set('Authorization', mockCredentials.user.header(user));
    return agent;
  };
  return { backend, engine, auditor, actions, published, as };
}

export type TestScaleph = Awaited<ReturnType<typeof startTestScaleph>>;

function engineModule(engine: FakeEngine) {
  return createBackendModule({
    pluginId: 'scaleph',
    moduleId: 'fake-engine',
    register(env) {
      env.registerInit({
        deps: { engines: scalephEnginesExtensionPoint },
        async init({ engines }) {
          engines.addEngine(engine);
        },
      });
    },
  });
}
