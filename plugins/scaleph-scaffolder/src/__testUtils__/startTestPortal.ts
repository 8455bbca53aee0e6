import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { ActionContext } from '@backstage/plugin-scaffolder-node';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import { CatalogClient } from '@backstage/catalog-client';
import { eventsServiceFactory } from '@backstage/plugin-events-node';
import { CompoundEntityRef } from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';
// eslint-disable-next-line no-restricted-imports, @backstage/no-mixed-plugin-imports -- what is released depends on common alone; tests run the real thing
import catalogModuleScaleph from '@scaleph/backstage-plugin-catalog-backend-module-scaleph';
// eslint-disable-next-line no-restricted-imports, @backstage/no-mixed-plugin-imports -- the same
import scalephPlugin from '@scaleph/backstage-plugin-scaleph-backend';
// eslint-disable-next-line no-restricted-imports, @backstage/no-mixed-plugin-imports -- the same
import scalephModuleEmbedded from '@scaleph/backstage-plugin-scaleph-backend-module-embedded';
import { ScalephClient } from '@scaleph/backstage-plugin-scaleph-common';
import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Features = NonNullable<Parameters<typeof startTestBackend>[0]['features']>;

/** The real catalog and the real Scaleph back end with its embedded engine, in one process on SQLite. */
export async function startTestPortal(
  features: Features = [],
  catalog: JsonObject = {},
) {
  const home = await mkdtemp(join(tmpdir(), 'scaleph-scaffolder-'));
  const directory = join(home, 'data');
  await mkdir(directory);
  const backend = await startTestBackend({
    features: [
      catalogPlugin,
      catalogModuleScaleph,
      scalephPlugin,
      scalephModuleEmbedded,
      eventsServiceFactory,
      mockServices.rootConfig.factory({
        data: {
          scaleph: {
            files: { roots: [directory] },
            embedded: { directory: join(home, 'runs') },
            secrets: {
              keys: [{ id: 'test', key: randomBytes(32).toString('base64') }],
            },
          },
          catalog: {
            rules: [{ allow: ['Component', 'Resource', 'Template'] }],
            ...catalog,
          },
        },
      }),
      ...features,
    ],
  });
  const discovery = {
    getBaseUrl: async (plugin: string) =>
      `http://localhost:${backend.server.port()}/api/${plugin}`,
    getExternalBaseUrl: async (plugin: string) =>
      `http://localhost:${backend.server.port()}/api/${plugin}`,
  };
  const client = new CatalogClient({ discoveryApi: discovery });
  const catalogToken = mockCredentials.user.token();
  return {
    directory,
    backend,
    discovery,
    services: {
      discovery,
      auth: mockServices.auth({ pluginId: 'scaffolder' }),
      catalog: {
        getEntityByRef: (ref: string | CompoundEntityRef) =>
          client.getEntityByRef(ref, { token: catalogToken }),
      },
    },
    scaleph: new ScalephClient({ discoveryApi: discovery }),
    user: { token: mockCredentials.user.token() },
    stop: async () => {
      await backend.stop();
      await rm(home, { recursive: true, force: true });
    },
  };
}

/** The part of a template action that a test calls. */
type Action = {
  handler(context: ActionContext<any, any>): Promise<void>;
};

/** Runs an action as a step of a task; answers its outputs. */
export async function runAction(
  action: Action,
  input: object,
  options: {
    taskId?: string;
    isDryRun?: boolean;
    signal?: AbortSignal;
    user?: string;
  } = {},
): Promise<Record<string, unknown>> {
  const outputs: Record<string, unknown> = {};
  await action.handler({
    ...createMockActionContext({ input: input as JsonObject }),
    input,
    task: { id: options.taskId ?? 'task-1' },
    isDryRun: options.isDryRun,
    signal: options.signal,
    getInitiatorCredentials: async () => mockCredentials.user(options.user),
    output: (name: string | number | symbol, value: unknown) => {
      outputs[String(name)] = value;
    },
  });
  return outputs;
}
