import { NotFoundError } from '@backstage/errors';
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
  Observation,
  OperationProgress,
  PlanRequest,
  ProcessTextRequest,
  RunContext,
  SqlSessions,
  TargetConnection,
  TargetInfo,
} from '@scaleph/backstage-plugin-scaleph-node';
import {
  isTerminal,
  NodeMetrics,
  PipelineType,
  ProcessText,
  RunState,
} from '@scaleph/backstage-plugin-scaleph-common';
import { observeJob } from './cluster/observeJob';
import { hasEnded } from './cluster/runStateOf';
import { FlinkRequestError } from './http/FlinkRequestError';
import { disposeSnapshot } from './operations/disposeSnapshot';
import { toPayload } from './plan/FlinkPayload';
import { planPipeline } from './plan/planPipeline';
import { maskConfiguredSecrets } from './maskConfiguredSecrets';
import { isUnknownJob } from './rest/Missing';
import { FlinkSqlSessions } from './sql/FlinkSqlSessions';
import { JarDirectories } from './sql/JarDirectories';
import {
  hasSeaTunnelEnds,
  seaTunnelEnds,
  seaTunnelMetrics,
  seaTunnelRows,
} from './seaTunnelEnds';
import { ClusterFiles } from './submit/ClusterFiles';
import { flinkJobId } from './submit/flinkJobId';
import { submitJob } from './submit/submitJob';
import {
  createFlinkTargetType,
  requireFlinkTarget,
} from './targetType/flinkTargetType';
import { FlinkTarget, FlinkTargets } from './targetType/FlinkTargets';
import { toFlinkTargetConfig } from './targetType/FlinkTargetConfig';
import { toNodeMetrics } from './toNodeMetrics';
import { toRows } from './toRows';

/** A call that concerns a target and no run. @public */
export type OnTarget = Omit<EngineContext, 'runId' | 'deployment'>;

/**
 * Runs pipelines as jobs of Flink session clusters. The id of a job follows from its run and deployment, so that everything can be
 * asked again after a crash, by any back end; nothing is kept here but connections.
 * @public
 */
export class FlinkSessionEngine implements Engine {
  readonly id = 'flink-session';
  readonly targetType;
  readonly sql: SqlSessions;
  private readonly targetsOf: FlinkTargets;

  /** @internal */
  constructor(options: { targets: FlinkTargets; jars: JarDirectories }) {
    this.targetsOf = options.targets;
    this.targetType = createFlinkTargetType(options);
    this.sql = new FlinkSqlSessions({
      jars: options.jars,
      gateway: async target => requireGateway(await options.targets.of(target)),
    });
  }

  capabilities(target?: TargetConnection): EngineCapabilities {
    const config = target && toFlinkTargetConfig(target.config);
    const types: [PipelineType, boolean][] = [
      ['flink-sql', !config || config.gatewayUrl !== undefined],
      ['flink-jar', true],
      ['flink-cdc', !config || config.cdc !== undefined],
      ['seatunnel', !config || config.seatunnel !== undefined],
    ];
    return {
      pipelineTypes: types.flatMap(([type, is]) => (is ? [type] : [])),
      modes: ['batch', 'streaming'],
      actions: [
        'cancel',
        'stop',
        'suspend',
        'resume',
        'restart',
        'savepoint',
        'checkpoint',
        'rescale',
        'upgrade',
      ],
      ...(config?.seatunnel && { seaTunnelRelease: config.seatunnel.version }),
    };
  }

  async targets(): Promise<TargetInfo[]> {
    return [];
  }

  async plan(request: PlanRequest): Promise<DeploymentPlan> {
    return planPipeline(this.id, request);
  }

  async submit(
    plan: DeploymentPlan,
    context: RunContext,
  ): Promise<EngineHandle> {
    const target = await this.connect(context);
    const jobId = await submitJob(plan, context, target);
    return { jobId, ...seaTunnelEnds(toPayload(plan)) };
  }

  async observe(
    handle: EngineHandle | undefined,
    context: EngineContext,
  ): Promise<Observation> {
    const { watch, rest, sweeper } = await this.connect(context);
    const jobId = this.jobId(handle, context);
    const seen = observeJob(jobId, await watch.sight(jobId));
    if (seen.kind === 'unknown') return seen;
    const { observation, detail, counts } = seen;
    // Nobody waits for it, and it says what it cannot do.
    if (hasBegun(observation.state)) void sweeper.hasRead(context);
    const rows = toRows(detail, counts);
    const ends = await this.endsOf(rest, jobId, handle, observation, rows);
    return {
      ...observation,
      nodes: [...toNodeMetrics(detail, counts), ...ends],
      outputs: [],
      rows,
    };
  }

  async act(
    handle: EngineHandle | undefined,
    _action: 'cancel',
    context: EngineContext,
  ): Promise<void> {
    const { rest } = await this.connect(context);
    try {
      await rest.jobs.cancel(this.jobId(handle, context));
    } catch (error) {
      if (!isOver(error)) throw error;
    }
  }

  async perform(
    handle: EngineHandle | undefined,
    operation: EngineOperation,
    context: EngineContext,
  ): Promise<OperationProgress> {
    const { operations } = await this.connect(context);
    return operations.perform(this.jobId(handle, context), operation);
  }

  async deleteSnapshot(
    snapshot: EngineSnapshot,
    context: OnTarget,
  ): Promise<void> {
    const { rest } = await this.connect(context);
    await disposeSnapshot(rest, snapshot.location);
  }

  async adopt(jobId: string, context: OnTarget): Promise<EngineHandle> {
    const { rest, name } = await this.connect(context);
    const job = (await rest.jobs.overview()).find(({ id }) => id === jobId);
    if (!job || hasEnded(job)) {
      throw new NotFoundError(`Target "${name}" has no running job ${jobId}`);
    }
    return { jobId };
  }

  jobId(
    handle: EngineHandle | undefined,
    run: Pick<EngineContext, 'runId' | 'deployment'>,
  ): string {
    return typeof handle?.jobId === 'string' ? handle.jobId : flinkJobId(run);
  }

  async inspect<V extends keyof JobViews>(
    handle: EngineHandle | undefined,
    view: V,
    context: EngineContext,
  ): Promise<JobViews[V]> {
    const { views } = await this.connect(context);
    return views.inspect(this.jobId(handle, context), view);
  }

  async readText(
    _handle: EngineHandle | undefined,
    request: ProcessTextRequest,
    context: EngineContext,
  ): Promise<ProcessText> {
    const { views } = await this.connect(context);
    return maskConfiguredSecrets(await views.readText(request));
  }

  /** Flink keeps its logs by process, not by job: see `readText`. */
  async logs(
    _handle: EngineHandle | undefined,
    { cursor }: { cursor?: string },
  ): Promise<LogBatch> {
    return { lines: [], cursor: cursor ?? '' };
  }

  async cleanUp(
    _handle: EngineHandle | undefined,
    context: EngineContext,
  ): Promise<void> {
    const { rest } = await this.connect(context);
    await new ClusterFiles(rest).sweep({ runId: context.runId });
  }

  /** SeaTunnel's own numbers are asked for once, when the job has ended: few look at it again. */
  private async endsOf(
    rest: FlinkTarget['rest'],
    jobId: string,
    handle: EngineHandle | undefined,
    { state }: { state: RunState },
    rows: ReturnType<typeof toRows>,
  ): Promise<NodeMetrics[]> {
    if (!handle || !hasSeaTunnelEnds(handle)) return [];
    if (!isTerminal(state)) return seaTunnelRows(rows ?? {}, handle);
    return seaTunnelMetrics(await rest.jobs.accumulators(jobId), handle, state);
  }

  private connect({ target }: OnTarget): Promise<FlinkTarget> {
    return this.targetsOf.of(requireFlinkTarget(target));
  }
}

function requireGateway({ gateway, name }: FlinkTarget) {
  if (gateway) return gateway;
  throw new NotFoundError(`Target "${name}" has no SQL Gateway`);
}

function hasBegun(state: RunState): boolean {
  return state === 'RUNNING' || isTerminal(state);
}

/** There is nothing left to cancel. */
function isOver(error: unknown): boolean {
  return (
    isUnknownJob(error) ||
    (error instanceof FlinkRequestError && error.status === 409)
  );
}
