import { NotFoundError } from '@backstage/errors';
import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  EngineCapabilities,
  scalephEnginesExtensionPoint,
  TargetConnection,
  TargetInfo,
  TargetType,
  TargetUiRequest,
} from '@scaleph/backstage-plugin-scaleph-node';
import {
  ClusterJob,
  ConfigurationEntry,
} from '@scaleph/backstage-plugin-scaleph-common';
import { FakeEngine } from './FakeEngine';

/** What the clusters of a test do; changed by the test. */
export interface ClusterState {
  jobs: ClusterJob[];
  configuration: ConfigurationEntry[];
  text: string;
  /** Thrown by every call. */
  trouble?: Error;
  /** What the processes at an address are called. */
  processes: Record<string, string[]>;
  /** Awaited by `health`. */
  pause?: Promise<void>;
  /** Secrets that calls brought, by target. */
  seen: Record<string, Record<string, string>>;
  uiRequests: TargetUiRequest[];
  ui: { status: number; contentType?: string; body: string };
}

/** An engine in memory whose targets are registered, as type `cluster`. */
export class ClusterEngine extends FakeEngine {
  readonly state: ClusterState = {
    jobs: [],
    configuration: [],
    text: '',
    seen: {},
    processes: {},
    uiRequests: [],
    ui: { status: 200, contentType: 'text/html', body: '<h1>Cluster</h1>' },
  };
  readonly targetType: TargetType = clusterType(this.state);

  constructor() {
    super({ id: 'cluster-engine' });
  }

  capabilities(): EngineCapabilities {
    return {
      pipelineTypes: ['seatunnel', 'flink-sql'],
      modes: ['batch', 'streaming'],
      actions: ['cancel'],
    };
  }

  async targets(): Promise<TargetInfo[]> {
    return [];
  }
}

function clusterType(state: ClusterState): TargetType {
  const answer = async <T>(target: TargetConnection, value: T): Promise<T> => {
    state.seen[target.name] = await target.secrets();
    if (state.trouble) throw state.trouble;
    return value;
  };
  return {
    type: 'cluster',
    title: { en: 'Cluster' },
    description: { en: 'A cluster in memory' },
    icon: 'engine',
    schema: {
      type: 'object',
      additionalProperties: false,
      required: ['url'],
      properties: { url: { type: 'string' } },
    },
    secrets: [
      {
        name: 'authorization',
        title: { en: 'Authorization' },
        required: false,
      },
    ],
    location: ({ url }) => String(url),
    address: ({ url }) => new URL(String(url)).href,
    identify: target =>
      answer(target, state.processes[String(target.config.url)] ?? []),
    maySecretsStay: (before, after) => before.url === after.url,
    async check({ url }, { network }) {
      const { hostname } = new URL(String(url));
      try {
        await network.resolve(hostname);
        return [];
      } catch (error) {
        const message = (error as Error).message;
        return [
          { severity: 'error', code: 'host-denied', pointer: '/url', message },
        ];
      }
    },
    test: target => answer(target, `Cluster at ${target.config.url} answered`),
    async health({ name, title, config }) {
      await state.pause;
      if (state.trouble) throw state.trouble;
      return {
        ...{ name, title, healthy: true, version: '1.20.3' },
        ...{ slots: 4, freeSlots: 3, runningJobs: 1 },
        message: `at ${config.url}`,
      };
    },
    overview: target =>
      answer(target, {
        at: '2026-01-01T00:00:00.000Z',
        slots: 4,
        freeSlots: 3,
        taskManagers: [],
        jobs: state.jobs,
        missing: [],
      }),
    configuration: target => answer(target, { items: state.configuration }),
    processes: target =>
      answer(target, {
        items: [
          {
            id: 'jobmanager',
            kind: 'jobmanager',
            title: 'JobManager',
            logs: [],
          },
        ],
      }),
    async readText(target, { process }) {
      if (process !== 'jobmanager') {
        throw new NotFoundError(`There is no process "${process}"`);
      }
      return answer(target, {
        text: state.text,
        truncated: false,
        at: '2026-01-01T00:00:00.000Z',
      });
    },
    async ui(target, request) {
      state.uiRequests.push(request);
      const { body, ...ui } = await answer(target, state.ui);
      return {
        ...ui,
        body: (async function* chunks() {
          yield Buffer.from(body);
        })(),
      };
    },
  };
}

/** Adds the engine, as a module of an installation does. */
export function clusterEngineModule(engine: ClusterEngine) {
  return createBackendModule({
    pluginId: 'scaleph',
    moduleId: 'cluster-engine',
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
