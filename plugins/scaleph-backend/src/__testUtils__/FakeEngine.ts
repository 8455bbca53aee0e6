import {
  DeploymentPlan,
  Engine,
  EngineCapabilities,
  EngineHandle,
  LogBatch,
  LogLine,
  Observation,
  PlanRequest,
  RunContext,
  TargetInfo,
} from '@scaleph/backstage-plugin-scaleph-node';

type KnownObservation = Extract<Observation, { kind: 'known' }>;

interface Job {
  observation: KnownObservation;
  lines: LogLine[];
}

/**
 * An engine in memory, which keeps its jobs as a cluster does: apart from the
 * supervisors that come and go. A job runs until a test (or `act`) ends it.
 */
export class FakeEngine implements Engine {
  readonly id: string;
  /** Jobs that were ever started, by run id. */
  readonly started: string[] = [];
  readonly forgotten: string[] = [];
  /** Thrown by the next calls, first in first out. */
  readonly troubles: Partial<
    Record<'submit' | 'observe' | 'act' | 'logs' | 'cleanUp', Error[]>
  > = {};
  /** What it says of a run that it has no trace of. */
  unknownIsFinal = true;
  private readonly jobs = new Map<string, Job>();

  constructor(options: { id?: string } = {}) {
    this.id = options.id ?? 'fake';
  }

  capabilities(): EngineCapabilities {
    return {
      pipelineTypes: ['seatunnel'],
      modes: ['batch'],
      actions: ['cancel'],
    };
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
    if (!this.jobs.has(context.runId)) {
      this.started.push(context.runId);
      this.jobs.set(context.runId, {
        observation: {
          kind: 'known',
          state: 'RUNNING',
          nodes: [],
          outputs: [],
        },
        lines: [{ at: 'then', level: 'info', message: 'started' }],
      });
    }
    return { job: context.runId };
  }

  async observe(
    _handle: EngineHandle | undefined,
    context: Pick<RunContext, 'runId'>,
  ): Promise<Observation> {
    this.raise('observe');
    const job = this.jobs.get(context.runId);
    if (job) return structuredClone(job.observation);
    return {
      kind: 'unknown',
      reason: 'The engine has no trace of it',
      final: this.unknownIsFinal,
    };
  }

  async act(
    _handle: EngineHandle | undefined,
    _action: 'cancel',
    context: Pick<RunContext, 'runId'>,
  ): Promise<void> {
    this.raise('act');
    const job = this.jobs.get(context.runId);
    if (job?.observation.state === 'RUNNING') {
      this.change(context.runId, { state: 'CANCELED' });
    }
  }

  async logs(
    _handle: EngineHandle | undefined,
    options: { runId: string; cursor?: string; limit: number },
  ): Promise<LogBatch> {
    this.raise('logs');
    const start = Number(options.cursor ?? 0);
    const lines = (this.jobs.get(options.runId)?.lines ?? []).slice(
      start,
      start + options.limit,
    );
    return { lines, cursor: String(start + lines.length) };
  }

  async cleanUp(
    _handle: EngineHandle | undefined,
    options: { runId: string },
  ): Promise<void> {
    this.raise('cleanUp');
    this.forgotten.push(options.runId);
    this.jobs.delete(options.runId);
  }

  /** The job goes on, or ends. */
  change(runId: string, observation: Partial<KnownObservation>): void {
    const job = this.jobs.get(runId);
    if (!job) throw new Error(`The engine has no job of run ${runId}`);
    Object.assign(job.observation, observation);
  }

  write(runId: string, ...messages: string[]): void {
    const lines = messages.map(message => ({
      at: 'then',
      level: 'info' as const,
      message,
    }));
    this.jobs.get(runId)?.lines.push(...lines);
  }

  private raise(call: keyof FakeEngine['troubles']): void {
    const trouble = this.troubles[call]?.shift();
    if (trouble) throw trouble;
  }
}
