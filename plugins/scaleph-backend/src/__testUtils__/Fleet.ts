import { mockServices } from '@backstage/backend-test-utils';
import { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import {
  ConnectionWithSecrets,
  DeploymentPlan,
  Engine,
  EngineHandle,
  Observation,
  RunContext,
} from '@scaleph/backstage-plugin-scaleph-node';
import { ConnectorCatalog } from '../connectors/ConnectorCatalog';
import { PipelineDocument } from '@scaleph/backstage-plugin-scaleph-common';
import { Knex } from 'knex';
import { toTimestamp } from '../database/timestamps';
import { createRunSupervisor } from '../runs/createRunSupervisor';
import { RunFaultPoint, RunFaults } from '../runs/RunFaults';
import { RunActor } from '../runs/RunActor';
import { RunIntents } from '../runs/RunIntents';
import { RunPlanner } from '../runs/RunPlanner';
import { readRunSettings, RunSettings } from '../runs/runSettings';
import { RunUpgradeStarter } from '../runs/RunUpgradeStarter';
import { RunViews } from '../runs/RunViews';
import { PipelineDirectory } from '../pipelines/PipelineDirectory';
import { RunSignals } from '../runs/RunSignals';
import { RunStore } from '../runs/RunStore';
import { RunSupervisor } from '../runs/RunSupervisor';
import { SnapshotStore } from '../runs/SnapshotStore';
import { noArtifacts } from '../artifacts/noArtifacts';
import { noTargets } from '../targets/noTargets';
import { EngineRegistry } from '../targets/EngineRegistry';
import { FakeEngine } from './FakeEngine';

const TIMING = {
  lease: 600,
  renew: 100,
  poll: 25,
  pollSoon: 10,
  leave: 300,
  shutdown: 500,
};

/** A back end process, as far as runs are concerned. */
export interface TestBackend {
  supervisor: RunSupervisor;
  /** Ends it as SIGKILL does: nothing that it began comes to an end. */
  kill(): void;
  isDead(): boolean;
  /** From now on: it is killed when a run reaches that point. */
  dieAt(point: RunFaultPoint): void;
}

/** Back ends that share an engine and a database, with short leases. */
export class Fleet {
  readonly engine: FakeEngine;
  readonly notifications: NotificationSendOptions[] = [];
  readonly signals: Array<{ id: string; revision: number }> = [];
  /** Thrown by the next connections() and notifications. */
  readonly troubles: { connections: Error[]; notifications: Error[] } = {
    connections: [],
    notifications: [],
  };
  private readonly backends: TestBackend[] = [];

  constructor(
    private readonly store: RunStore,
    private readonly snapshots: SnapshotStore,
    options: { engine?: FakeEngine } = {},
  ) {
    this.engine = options.engine ?? new FakeEngine();
  }

  /** Starts a back end; with `dieAt` it is killed when a run reaches that point for the first time. */
  start(
    instance: string,
    options: {
      dieAt?: RunFaultPoint;
      settings?: Partial<RunSettings>;
      /** Where it is, when runs are bound to machines. */
      machine?: string;
    } = {},
  ): TestBackend {
    let dead = false;
    let { dieAt } = options;
    const kill = () => {
      dead = true;
    };
    const faults: RunFaults = {
      reach: async point => {
        if (point !== dieAt) return;
        kill();
        await never();
      },
    };
    const engines = new EngineRegistry();
    const engine = options.machine
      ? boundTo(options.machine, this.engine)
      : this.engine;
    engines.add(mortal(engine, () => dead));
    const logger = mockServices.logger.mock();
    logger.child.mockReturnValue(logger);
    const supervisor = createRunSupervisor({
      store: mortal(this.store, () => dead),
      snapshots: mortal(this.snapshots, () => dead),
      signals: new RunSignals(async (id, revision) => {
        if (!dead) this.signals.push({ id, revision });
      }),
      engines,
      targets: noTargets,
      artifacts: noArtifacts,
      dataSources: { connectionsWithSecrets: async () => this.connections() },
      notifications: {
        send: async sent => {
          const trouble = this.troubles.notifications.shift();
          if (trouble) throw trouble;
          this.notifications.push(sent);
        },
      },
      faults,
      logger,
      settings: {
        ...readRunSettings(mockServices.rootConfig()),
        cleanUpDelayMs: 0,
        submitGraceMs: 0,
        ...options.settings,
      },
      instance,
      timing: TIMING,
    });
    const backend = {
      supervisor,
      kill,
      isDead: () => dead,
      dieAt: (point: RunFaultPoint) => {
        dieAt = point;
      },
    };
    this.backends.push(backend);
    supervisor.start();
    return backend;
  }

  /** Dead back ends never stop; only their timers end. */
  async stop(): Promise<void> {
    await Promise.all(
      this.backends.splice(0).map(({ supervisor, isDead }) => {
        const stopped = supervisor.stop();
        return isDead() ? undefined : stopped;
      }),
    );
  }

  /** What the API does for a user; each version of a pipeline is the same document. */
  actor(knex: Knex, document: PipelineDocument): RunActor {
    const engines = new EngineRegistry();
    engines.add(this.engine);
    const { store, snapshots } = this;
    const onChange = () => {
      for (const { supervisor } of this.backends) supervisor.wake();
    };
    const dataSources = {
      lookUp: async () => new Map(),
      connections: async () => ({}),
      requireUse: async () => {},
    };
    const pipelines: PipelineDirectory = {
      owners: async () => [document.metadata],
      getVersionForRun: async (pipeline, version = 2) => ({
        pipeline,
        version,
        publishedAt: toTimestamp(),
        owner: document.metadata.owner,
        document,
      }),
      recordRun: async () => {},
    };
    const planner = new RunPlanner({
      engines,
      // The built-in connectors name this engine.
      connectors: new ConnectorCatalog(engines),
      dataSources,
      findUploads: async () => new Map(),
    });
    const parts = { store, snapshots, pipelines, dataSources, onChange };
    const targets = noTargets;
    const intents = new RunIntents({ ...parts, targets, planner });
    return new RunActor({
      ...parts,
      targets,
      intents,
      views: new RunViews({ engines, targets }),
      upgrades: new RunUpgradeStarter({ ...parts, knex, intents }),
    });
  }

  private async connections(): Promise<Record<string, ConnectionWithSecrets>> {
    const trouble = this.troubles.connections.shift();
    if (trouble) throw trouble;
    return {};
  }
}

/** The engine as a back end on that machine sees it: jobs of other machines are out of its sight. */
function boundTo(machine: string, engine: FakeEngine): Engine {
  const reserve = (runId: string) => ({ job: runId, machine });
  const isHere = (handle?: EngineHandle) =>
    handle === undefined || handle.machine === machine;
  return Object.assign(Object.create(engine), {
    reserve,
    submit: async (plan: DeploymentPlan, context: RunContext) => {
      await engine.submit(plan, context);
      return reserve(context.runId);
    },
    observe: async (
      handle: EngineHandle | undefined,
      context: RunContext,
    ): Promise<Observation> =>
      isHere(handle)
        ? engine.observe(handle, context)
        : {
            kind: 'unknown',
            reason: `It is on machine ${handle?.machine}`,
            final: engine.unknownIsFinal,
          },
  });
}

/** The same object, until `isDead`: then calls of it neither begin nor end. */
function mortal<T extends object>(target: T, isDead: () => boolean): T {
  return new Proxy(target, {
    get: (object, property) => {
      const value = Reflect.get(object, property);
      if (typeof value !== 'function') return value;
      return (...args: unknown[]) => {
        if (isDead()) return never();
        const result = value.apply(object, args);
        if (!(result instanceof Promise)) return result;
        return result.then(
          outcome => (isDead() ? never() : outcome),
          error => (isDead() ? never() : Promise.reject(error)),
        );
      };
    },
  });
}

function never(): Promise<never> {
  return new Promise(() => {});
}
