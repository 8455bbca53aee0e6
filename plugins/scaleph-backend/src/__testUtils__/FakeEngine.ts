import { InputError, NotFoundError } from '@backstage/errors';
import { isTerminal } from '@scaleph/backstage-plugin-scaleph-common';
import {
  DeploymentPlan,
  Engine,
  EngineCapabilities,
  EngineContext,
  EngineHandle,
  EngineOperation,
  EngineSnapshot,
  JobViews,
  LogBatch,
  LogLine,
  Observation,
  OperationProgress,
  PlanRequest,
  ProcessTextRequest,
  RunContext,
  TargetInfo,
} from '@scaleph/backstage-plugin-scaleph-node';

type KnownObservation = Extract<Observation, { kind: 'known' }>;
type Job = { observation: KnownObservation; lines: LogLine[] };
type RunOf = Pick<EngineContext, 'runId' | 'deployment'>;
type Call =
  | 'submit'
  | 'observe'
  | 'act'
  | 'logs'
  | 'cleanUp'
  | 'perform'
  | 'deleteSnapshot';

const FOREIGN = 'f00d';

/** What an engine with savepoints can do. */
export const STREAMING: EngineCapabilities = {
  pipelineTypes: ['seatunnel'],
  modes: ['batch', 'streaming'],
  actions: [
    ...(['cancel', 'stop', 'suspend', 'resume', 'restart'] as const),
    ...(['savepoint', 'checkpoint', 'rescale', 'upgrade'] as const),
  ],
};

/**
 * An engine in memory, which keeps its jobs as a cluster does: apart from the
 * supervisors that come and go. A job runs until a test (or `act`, or a
 * savepoint) ends it. Nothing that is asked of it twice is done twice.
 */
export class FakeEngine implements Engine {
  readonly id: string;
  /** Jobs that were ever started: the run's id, with `#2` for its second deployment. */
  readonly started: string[] = [];
  /** Where each of them started from. */
  readonly restored: Record<string, string | undefined> = {};
  /** Jobs that were started while another one of the same run was alive. */
  readonly doubles: string[] = [];
  readonly forgotten: string[] = [];
  /** Ids of the operations that were ever begun. */
  readonly begun: string[] = [];
  /** Snapshots that are there, by location. */
  readonly snapshots = new Map<string, EngineSnapshot>();
  /** Thrown by the next calls, first in first out. */
  readonly troubles: Partial<Record<Call, Error[]>> = {};
  /** What it says of a run that it has no trace of. */
  unknownIsFinal = true;
  /** Operations end only when a test lets them. */
  operationsHang = false;
  /** Why operations fail, if they do. */
  operationsFail?: string;
  /** In what it shows of its jobs. */
  secret = 'nothing';
  private readonly can: EngineCapabilities;
  private hidden?: string;
  private readonly jobs = new Map<string, Job>();
  private readonly operations = new Map<string, OperationProgress>();

  constructor(
    options: { id?: string; capabilities?: EngineCapabilities } = {},
  ) {
    this.id = options.id ?? 'fake';
    this.can = options.capabilities ?? {
      pipelineTypes: ['seatunnel'],
      modes: ['batch'],
      actions: ['cancel'],
    };
  }

  capabilities(): EngineCapabilities {
    return this.can;
  }

  async targets(): Promise<TargetInfo[]> {
    return [{ name: this.id, title: 'Fake', healthy: true }];
  }

  async plan({ target, document }: PlanRequest): Promise<DeploymentPlan> {
    const content = JSON.stringify(document.spec.nodes);
    return {
      engine: this.id,
      target,
      artifacts: [
        { name: 'plan.json', mediaType: 'application/json', content },
      ],
      warnings: [],
      payload: {},
    };
  }

  async submit(_plan: DeploymentPlan, context: RunContext) {
    this.raise('submit');
    await context.connections();
    const key = this.jobId(undefined, context);
    if (!this.jobs.has(key)) {
      const location = context.restore?.location;
      if (location && !this.snapshots.has(location)) {
        throw new InputError(`There is no snapshot ${location}`);
      }
      if (this.live(context.runId)) this.doubles.push(key);
      this.started.push(key);
      this.restored[key] = location;
      this.jobs.set(key, newJob());
    }
    return { job: key };
  }

  async observe(
    handle: EngineHandle | undefined,
    context: RunOf,
  ): Promise<Observation> {
    this.raise('observe');
    const job = this.jobs.get(this.jobId(handle, context));
    if (job && this.hidden !== context.runId) {
      return structuredClone(job.observation);
    }
    return {
      kind: 'unknown',
      reason: 'The engine has no trace of it',
      final: this.unknownIsFinal,
    };
  }

  async act(
    handle: EngineHandle | undefined,
    _action: 'cancel',
    context: RunOf,
  ): Promise<void> {
    this.raise('act');
    const job = this.jobs.get(this.jobId(handle, context));
    if (job && !isTerminal(job.observation.state)) {
      Object.assign(job.observation, { state: 'CANCELED' });
    }
  }

  async perform(
    handle: EngineHandle | undefined,
    operation: EngineOperation,
    context: RunOf,
  ): Promise<OperationProgress> {
    this.raise('perform');
    const known = this.operations.get(operation.id);
    const job = this.jobs.get(this.jobId(handle, context));
    if (!known) {
      this.begun.push(operation.id);
      const progress: OperationProgress = this.operationsFail
        ? { state: 'failed', message: this.operationsFail }
        : { state: 'running' };
      this.operations.set(operation.id, progress);
      return { state: 'running' };
    }
    if (known.state !== 'running' || this.operationsHang) return known;
    const ended =
      !job || isTerminal(job.observation.state)
        ? { state: 'failed' as const, message: 'The job has ended' }
        : this.complete(job, operation);
    this.operations.set(operation.id, ended);
    return ended;
  }

  async deleteSnapshot({ location }: EngineSnapshot): Promise<void> {
    this.raise('deleteSnapshot');
    this.snapshots.delete(location);
  }

  async adopt(jobId: string): Promise<EngineHandle> {
    const job = this.jobs.get(jobId);
    if (!job || isTerminal(job.observation.state)) {
      throw new NotFoundError(`There is no live job "${jobId}"`);
    }
    return { job: jobId };
  }

  jobId(
    handle: EngineHandle | undefined,
    { runId, deployment }: RunOf,
  ): string {
    const adopted = handle?.job;
    if (typeof adopted === 'string' && adopted.startsWith(FOREIGN)) {
      return adopted;
    }
    return deployment === 1 ? runId : `${runId}#${deployment}`;
  }

  async inspect<V extends keyof JobViews>(
    handle: EngineHandle | undefined,
    view: V,
    context: RunOf,
  ): Promise<JobViews[V]> {
    const jobId = this.jobId(handle, context);
    if (view !== 'graph') throw new NotFoundError(`There is no view ${view}`);
    const graph: JobViews['graph'] = {
      jobId,
      name: `job with ${this.secret}`,
      state: 'RUNNING',
      at: '2026-11-21T08:00:00.000Z',
      vertices: [],
      edges: [],
      missing: [],
    };
    return graph as JobViews[V];
  }

  async readText(
    _handle: EngineHandle | undefined,
    { process, tailBytes }: ProcessTextRequest,
  ) {
    return {
      text: `${process}: ${this.secret}`.slice(-tailBytes),
      truncated: false,
      at: '2026-11-21T08:00:00.000Z',
    };
  }

  async logs(
    handle: EngineHandle | undefined,
    options: RunOf & { cursor?: string; limit: number },
  ): Promise<LogBatch> {
    this.raise('logs');
    const start = Number(options.cursor ?? 0);
    const job = this.jobs.get(this.jobId(handle, options));
    const lines = (job?.lines ?? []).slice(start, start + options.limit);
    return { lines, cursor: String(start + lines.length) };
  }

  async cleanUp(
    _handle: EngineHandle | undefined,
    options: { runId: string },
  ): Promise<void> {
    this.raise('cleanUp');
    this.forgotten.push(options.runId);
    this.lose(options.runId);
  }

  /** The newest job of a run goes on, or ends. */
  change(runId: string, observation: Partial<KnownObservation>): void {
    Object.assign(this.newest(runId).observation, observation);
  }

  /** Somebody starts a job by hand; the id that it gets. */
  startForeign(suffix: string = '1'): string {
    const jobId = FOREIGN.padEnd(32 - suffix.length, '0') + suffix;
    this.jobs.set(jobId, newJob());
    return jobId;
  }

  /** The job of a run takes a checkpoint that stays. */
  checkpoint(runId: string): string {
    const location = `checkpoints/${this.snapshots.size + 1}`;
    const snapshot = this.keep('checkpoint', location);
    this.change(runId, { snapshot });
    return location;
  }

  /** As a cluster does that was started anew. */
  lose(runId: string): void {
    for (const key of this.keysOf(runId)) this.jobs.delete(key);
  }

  /** As a cluster does that does not know its jobs for a while. */
  hide(runId: string): void {
    this.hidden = runId;
  }

  show(): void {
    this.hidden = undefined;
  }

  /** Whether a job of the run is alive. */
  live(runId: string): boolean {
    return this.keysOf(runId).some(
      key => !isTerminal(this.jobs.get(key)!.observation.state),
    );
  }

  write(runId: string, ...messages: string[]): void {
    const lines = messages.map(message => ({
      at: 'then',
      level: 'info' as const,
      message,
    }));
    this.newest(runId).lines.push(...lines);
  }

  private complete(job: Job, { id, kind }: EngineOperation): OperationProgress {
    if (kind === 'rescale') return { state: 'completed' };
    const snapshot = this.keep(
      kind === 'checkpoint' ? 'checkpoint' : 'savepoint',
      `${kind}/${id}`,
    );
    if (kind === 'stop' || kind === 'suspend') {
      Object.assign(job.observation, { state: 'FINISHED' });
    }
    return { state: 'completed', snapshot };
  }

  private keep(kind: EngineSnapshot['kind'], location: string): EngineSnapshot {
    const createdAt = new Date().toISOString();
    const snapshot = { kind, location, createdAt, sizeBytes: 7 };
    this.snapshots.set(location, snapshot);
    return snapshot;
  }

  private newest(runId: string): Job {
    const job = this.jobs.get(this.keysOf(runId).pop() ?? '');
    if (!job) throw new Error(`The engine has no job of run ${runId}`);
    return job;
  }

  private keysOf(runId: string): string[] {
    return [...this.jobs.keys()].filter(
      key => key === runId || key.startsWith(`${runId}#`),
    );
  }

  private raise(call: Call): void {
    const trouble = this.troubles[call]?.shift();
    if (trouble) throw trouble;
  }
}

function newJob(): Job {
  return {
    observation: { kind: 'known', state: 'RUNNING', nodes: [], outputs: [] },
    lines: [{ at: 'then', level: 'info', message: 'started' }],
  };
}
