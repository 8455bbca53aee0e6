import {
  createBackendModule,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { mockCredentials } from '@backstage/backend-test-utils';
import scaffolderModel from '@backstage/plugin-catalog-backend-module-scaffolder-entity-model';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import {
  createTemplateAction,
  scaffolderActionsExtensionPoint,
} from '@backstage/plugin-scaffolder-node';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { startTestPortal } from '../__testUtils__/startTestPortal';
import scaffolderModuleScaleph from '../index';

// The template as the editor starts it, run by the real scaffolder; what would go to GitHub is kept instead.
jest.setTimeout(120_000);

const text = `# Orders
apiVersion: scaleph.io/v1alpha1
kind: Pipeline
metadata: { name: orders, owner: group:default/data }
spec:
  type: seatunnel
  mode: batch
  nodes:
  - id: read
    kind: source
    connector: FakeSource
    options: { schema: { fields: { id: int } } }
  - { id: show, kind: sink, connector: Console }
  edges: [{ from: read, to: show }]
`;

/** In place of the module of GitHub, which needs GitHub. */
function keepPullRequests(kept: Array<{ input: object; file: string }>) {
  const action = createTemplateAction({
    id: 'publish:github:pull-request',
    schema: {
      input: z => z.object({}).passthrough(),
      output: { remoteUrl: z => z.string() },
    },
    async handler(context) {
      const path = join(context.workspacePath, 'etl/pipeline.yaml');
      kept.push({ input: context.input, file: await readFile(path, 'utf8') });
      context.output('remoteUrl', 'https://github.com/shop/data/pull/1');
    },
  });
  return createBackendModule({
    pluginId: 'scaffolder',
    moduleId: 'kept-pull-requests',
    register(env) {
      env.registerInit({
        deps: { actions: scaffolderActionsExtensionPoint },
        async init({ actions }) {
          actions.addActions(action);
        },
      });
    },
  });
}

describe('Change a pipeline in its repository', () => {
  const kept: Array<{ input: object; file: string }> = [];
  let portal: Awaited<ReturnType<typeof startTestPortal>>;

  beforeAll(async () => {
    portal = await startTestPortal(
      [
        scaffolderPlugin,
        scaffolderModel,
        scaffolderModuleScaleph,
        keepPullRequests(kept),
      ],
      {
        locations: [
          {
            type: 'file',
            target: join(
              resolvePackagePath(
                '@scaleph/backstage-plugin-scaffolder-backend-module-scaleph',
              ),
              '../../examples/templates/pipeline-pull-request/template.yaml',
            ),
          },
        ],
      },
    );
    const token = mockCredentials.service
      .header({
        onBehalfOf: await mockCredentials.service('plugin:catalog'),
        targetPluginId: 'scaleph',
      })
      .replace('Bearer ', '');
    await portal.scaleph.syncOrigin(
      {
        entityRef: 'component:default/orders',
        url: 'https://github.com/shop/data/tree/main/etl/pipeline.yaml',
        path: 'etl/pipeline.yaml',
        yaml: text,
        commit: 'abc1234',
      },
      { token },
    );
  });
  afterAll(() => portal?.stop());

  const call = async (path: string, body?: object) => {
    const [plugin, ...rest] = path.split('/');
    const base = await portal.discovery.getBaseUrl(plugin);
    const response = await fetch(`${base}/${rest.join('/')}`, {
      method: body ? 'POST' : 'GET',
      headers: {
        authorization: `Bearer ${portal.user.token}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: await response.json() };
  };

  const until = async <T>(look: () => Promise<T | undefined>): Promise<T> => {
    const end = performance.now() + 30_000;
    for (;;) {
      const found = await look();
      if (found !== undefined) return found;
      if (performance.now() > end) throw new Error('Not within 30 seconds');
      await setTimeout(100);
    }
  };

  const runTemplate = async (values: object) => {
    const task = await until(async () => {
      const { body, status } = await call('scaffolder/v2/tasks', {
        templateRef: 'template:default/scaleph-pipeline-pull-request',
        values,
      });
      return status === 201 ? body.id : undefined;
    });
    const state = await until(async () => {
      const { body } = await call(`scaffolder/v2/tasks/${task}`);
      return ['completed', 'failed'].includes(body.status)
        ? body.status
        : undefined;
    });
    const { body } = await call(`scaffolder/v2/tasks/${task}/events`);
    return {
      state,
      log: JSON.stringify(body),
      output: body.find((it: { type: string }) => it.type === 'completion')
        ?.body.output,
    };
  };

  it('makes a pull request of the edited file, in its place', async () => {
    const yaml = text.replace('int }', 'bigint }');
    const values = { name: 'orders', yaml, title: 'Longer ids' };
    const { state, output, log } = await runTemplate(values);
    expect([state, log]).toEqual(['completed', expect.any(String)]);
    expect(kept).toEqual([
      {
        input: {
          repoUrl: 'github.com?owner=shop&repo=data',
          targetBranchName: 'main',
          branchName: expect.stringMatching(/^scaleph\/orders-[0-9a-f]{8}$/),
          title: 'Longer ids',
          description: '',
        },
        file: yaml,
      },
    ]);
    expect(output.links).toEqual([
      { title: 'Pull request', url: 'https://github.com/shop/data/pull/1' },
    ]);
    expect(output.text[0].content).toContain('bigint');
  });

  it('says when nothing has changed', async () => {
    const values = { name: 'orders', yaml: text, title: 'Nothing' };
    const { state, log } = await runTemplate(values);
    expect(state).toBe('failed');
    expect(log).toContain('is as it is in its repository already');
  });
});
