import { InputError, ServiceUnavailableError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';
import {
  applyParameters,
  DocumentProblem,
  parseDataSourceRef,
} from '@scaleph/backstage-plugin-scaleph-common';
import {
  DeploymentPlan,
  Engine,
  EngineCapabilities,
  EngineContext,
  EngineHandle,
  LogBatch,
  Observation,
  PipelineSampler,
  PlanRequest,
  RunContext,
  TargetInfo,
} from '@scaleph/backstage-plugin-scaleph-node';
import { readdir } from 'node:fs/promises';
import { hostname } from 'node:os';
import { EmbeddedPlan } from '../plan/EmbeddedPlan';
import { planPipeline } from '../plan/planPipeline';
import { planText } from '../plan/planText';
import { isAlive } from '../runDirectory/ProcessIdentity';
import { RunDirectory } from '../runDirectory/RunDirectory';
import { EmbeddedSettings } from './EmbeddedSettings';
import { EmbeddedSampler } from './EmbeddedSampler';
import { observeForeign, observeRun } from './observeRun';
import { parseSql } from './parseSql';
import { prepareDirectory } from './prepareDirectory';
import { readLog } from './readLog';
import { spawnWorker, WorkerExit } from './spawnWorker';
import { workerCommand } from './workerCommand';

/** Heap of Node.js in a worker, in bytes; rows are DuckDB's. */
const HEAP = 192 * 1024 * 1024;

/** How long a worker may take until it claims its run, in milliseconds. */
const CLAIM_LIMIT = 15_000;

/** @public */
export interface EmbeddedEngineOptions {
  settings: EmbeddedSettings;
  /** Arguments of Node.js that start the worker; found beside this code when absent. */
  worker?: string[];
}

/**
 * Runs bounded pipelines with DuckDB, each in a worker process of its own that outlives the back end and that the next back end on this
 * host finds again.
 * @public
 */
export class EmbeddedEngine implements Engine {
  readonly id = 'embedded';
  readonly sampler: PipelineSampler;
  private readonly settings: EmbeddedSettings;
  private readonly worker?: string[];
  /** Of workers that this process started. */
  private readonly exits = new Map<string, WorkerExit>();
  /** When this process was first asked about a run of another host. */
  private readonly foreignSince = new Map<string, number>();
  /** Submits follow one another, so that two never take the last free place. */
  private submitting: Promise<unknown> = Promise.resolve();

  constructor({ settings, worker }: EmbeddedEngineOptions) {
    this.settings = settings;
    this.worker = worker;
    this.sampler = new EmbeddedSampler(settings);
  }

  capabilities(): EngineCapabilities {
    return {
      pipelineTypes: ['seatunnel'],
      modes: ['batch'],
      actions: ['cancel'],
    };
  }

  async targets(): Promise<TargetInfo[]> {
    const { directory } = this.settings;
    const target = { name: 'embedded', title: `Embedded (${hostname()})` };
    try {
      await prepareDirectory(directory);
      return [{ ...target, healthy: true }];
    } catch (error) {
      const message = `Directory "${directory}" (scaleph.embedded.directory) cannot be written to: ${
        (error as Error).message
      }`;
      return [{ ...target, healthy: false, message }];
    }
  }

  async plan(request: PlanRequest): Promise<DeploymentPlan> {
    const applied = applyParameters(request.document, request.parameters);
    const { plan, problems } = await planPipeline(
      applied.document,
      nameOrRef => request.connections[parseDataSourceRef(nameOrRef)],
      parseSql,
    );
    const all = [...applied.problems, ...problems];
    refuseErrors(plan.pipeline, all);
    return {
      engine: this.id,
      target: request.target,
      artifacts: [
        {
          name: 'plan.sql',
          mediaType: 'application/sql',
          content: planText(plan),
        },
      ],
      warnings: all,
      payload: plan as unknown as JsonObject,
    };
  }

  /** The handle that `submit` will answer. */
  reserve(runId: string): EngineHandle {
    return { host: hostname(), directory: this.directory(runId).path };
  }

  async submit(
    plan: DeploymentPlan,
    context: RunContext,
  ): Promise<EngineHandle> {
    const work = this.submitting.then(() => this.start(plan, context));
    this.submitting = work.catch(() => {});
    await work;
    return this.reserve(context.runId);
  }

  async observe(
    handle: EngineHandle | undefined,
    { runId }: EngineContext,
  ): Promise<Observation> {
    if (isForeign(handle)) {
      const since = this.foreignSince.get(runId) ?? Date.now();
      this.foreignSince.set(runId, since);
      return observeForeign(handle, since, this.settings.orphanTimeout);
    }
    return observeRun(this.directory(runId), this.exits.get(runId));
  }

  async act(
    handle: EngineHandle | undefined,
    _action: 'cancel',
    { runId }: EngineContext,
  ): Promise<void> {
    const directory = this.directory(runId);
    if (isForeign(handle) || !(await directory.exists())) return;
    await directory.askToStop();
  }

  async logs(
    handle: EngineHandle | undefined,
    options: EngineContext & { cursor?: string; limit: number },
  ): Promise<LogBatch> {
    if (isForeign(handle)) return { lines: [], cursor: options.cursor ?? '0' };
    return readLog(this.directory(options.runId).log, options);
  }

  async cleanUp(
    handle: EngineHandle | undefined,
    { runId }: EngineContext,
  ): Promise<void> {
    this.exits.delete(runId);
    this.foreignSince.delete(runId);
    if (isForeign(handle)) return;
    const directory = this.directory(runId);
    const claim = await directory.readClaim();
    if (claim && (await isAlive(claim))) return;
    await directory.removeLeftovers();
    await directory.remove();
  }

  private directory(runId: string): RunDirectory {
    return RunDirectory.of(this.settings.directory, runId);
  }

  private async start(plan: DeploymentPlan, context: RunContext) {
    const { runId } = context;
    const directory = this.directory(runId);
    if (await directory.readClaim()) return;
    await this.waitForPlace();
    const { settings } = this;
    const connections = await context.connections();
    await directory.create();
    await directory.touchSupervised();
    await directory.writeOrder({
      runId,
      plan: plan.payload as unknown as EmbeddedPlan,
      submittedAt: Date.now(),
      limits: {
        memory: settings.memoryLimit,
        threads: threadsOf(plan, settings),
        spill: settings.spillLimit,
        orphanTimeout: settings.orphanTimeout,
      },
      roots: settings.roots,
      network: settings.network,
      baseDirectory: settings.baseDirectory,
    });
    const command = this.worker ?? workerCommand();
    const { exit } = spawnWorker(command, directory, { connections }, HEAP);
    const ended = exit.then(result => {
      this.exits.set(runId, result);
      return result;
    });
    await waitForClaim(directory, ended);
  }

  private async waitForPlace(): Promise<void> {
    const { directory, maxConcurrentRuns } = this.settings;
    await prepareDirectory(directory);
    let active = 0;
    for (const name of await readdir(directory)) {
      const run = new RunDirectory(`${directory}/${name}`);
      const claim = await run.readClaim();
      if (!claim || (await run.readStatus())?.endedAt) continue;
      if (await isAlive(claim)) active++;
    }
    if (active >= maxConcurrentRuns) {
      throw new ServiceUnavailableError(
        `Waiting for a free place: ${active} of ${maxConcurrentRuns} runs of the embedded engine are going on (scaleph.embedded.maxConcurrentRuns)`,
      );
    }
  }
}

function isForeign(handle: EngineHandle | undefined): handle is EngineHandle {
  return handle !== undefined && handle.host !== hostname();
}

function threadsOf({ payload }: DeploymentPlan, settings: EmbeddedSettings) {
  const { parallelism } = payload as unknown as EmbeddedPlan;
  return Math.min(parallelism ?? settings.threads, settings.threads);
}

function refuseErrors(pipeline: string, problems: DocumentProblem[]): void {
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return;
  const text = errors.map(({ message }) => message).join('; ');
  const error = new InputError(`Pipeline "${pipeline}": ${text}`);
  throw Object.assign(error, { problems });
}

/** Until the worker has the run, or another one has; its secrets are read by then. */
async function waitForClaim(
  directory: RunDirectory,
  ended: Promise<WorkerExit>,
): Promise<void> {
  const limit = Date.now() + CLAIM_LIMIT;
  let exit: WorkerExit | undefined;
  ended.then(
    result => {
      exit = result;
    },
    () => {
      exit = { code: 1, signal: null };
    },
  );
  while (!(await directory.readClaim())) {
    if (exit) {
      throw new Error(
        `The worker ended before it began (code ${exit.code}, signal ${exit.signal}); see ${directory.errors}`,
      );
    }
    if (Date.now() > limit) {
      throw new Error(
        `The worker did not begin within ${CLAIM_LIMIT / 1000} seconds`,
      );
    }
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}
