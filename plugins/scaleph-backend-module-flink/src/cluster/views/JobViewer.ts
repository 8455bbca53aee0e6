import {
  JobCheckpoints,
  JobConfiguration,
  JobExceptions,
  JobThroughput,
  JobView,
} from '@scaleph/backstage-plugin-scaleph-common';
import { FlinkRequestError } from '../../http/FlinkRequestError';
import { requirementsOf } from '../../operations/requirementsOf';
import { FlinkRestClient } from '../../rest/FlinkRestClient';
import { CheckpointConfig } from '../../rest/types/CheckpointTypes';
import { JobPlan } from '../../rest/types/JobTypes';
import { ClusterWatch } from '../ClusterWatch';
import { Clock } from '../Clock';
import { RequestBudget } from '../RequestBudget';
import { SharedAnswer } from '../SharedAnswer';
import { jobSettings } from './jobSettings';
import { NO_CHECKPOINTS, toJobCheckpoints } from './toJobCheckpoints';
import { toJobExceptions } from './toJobExceptions';
import { toJobView } from './toJobView';
import { toThroughputPoint } from './toThroughputPoint';
import { endsOf, VertexSamples } from './VertexSamples';

/** All viewers of a job share one poll. */
const VIEW_AGE = 2_000;
const SETTINGS_AGE = 15_000;
/** Ten minutes of points. */
const MAX_POINTS = 300;

/** @internal */
export interface JobViewerOptions {
  jobId: string;
  client: FlinkRestClient;
  watch: ClusterWatch;
  clock: Clock;
  budget: RequestBudget;
}

/** Answers what run pages ask about one job, for all who look at it. @internal */
export class JobViewer {
  readonly graph: SharedAnswer<JobView>;
  readonly checkpoints: SharedAnswer<JobCheckpoints>;
  readonly exceptions: SharedAnswer<JobExceptions>;
  readonly configuration: SharedAnswer<JobConfiguration>;
  private readonly samples: VertexSamples;
  private readonly points: JobThroughput['points'] = [];
  private plan: JobPlan | undefined;
  /** What never changes while the job is there. */
  private rescalable: boolean | undefined;
  private checkpointConfig: CheckpointConfig | undefined;

  constructor(private readonly options: JobViewerOptions) {
    this.samples = new VertexSamples(options);
    const shared = <T>(ask: () => Promise<T>, maxAgeMs = VIEW_AGE) =>
      new SharedAnswer(ask, { maxAgeMs, clock: options.clock, perDuration: 2 });
    this.graph = shared(() => this.askGraph());
    this.checkpoints = shared(() => this.askCheckpoints());
    this.exceptions = shared(() => this.askExceptions());
    this.configuration = shared(() => this.askConfiguration(), SETTINGS_AGE);
  }

  /** The points of the last minutes in which somebody looked. */
  async throughput(): Promise<JobThroughput> {
    await this.graph.get();
    return { points: [...this.points] };
  }

  private async askGraph(): Promise<JobView> {
    const { jobId, client, watch, clock } = this.options;
    watch.view(jobId);
    const at = clock.now();
    const detail = await client.jobs.detail(jobId);
    watch.learn(detail);
    // Empty while the job is being made.
    this.plan = detail.plan ?? this.plan ?? (await client.jobs.plan(jobId));
    await this.samples.refresh(detail, this.plan);
    if (detail.state === 'RUNNING') {
      this.rescalable ??= (await requirementsOf(client, jobId)) !== 'missing';
      this.addPoint(at);
    }
    return toJobView({
      detail,
      plan: this.plan,
      samples: this.samples.latest,
      rescalable: detail.state === 'RUNNING' ? this.rescalable : false,
      at,
    });
  }

  private addPoint(at: number) {
    const vertices = [...this.samples.latest].map(([id, sample]) => ({
      ends: endsOf(id, this.plan),
      sample,
    }));
    this.points.push(toThroughputPoint(vertices, at));
    if (this.points.length > MAX_POINTS) this.points.shift();
  }

  private async askCheckpoints(): Promise<JobCheckpoints> {
    const { jobId, client } = this.options;
    try {
      this.checkpointConfig ??= await client.checkpoints.config(jobId);
      const statistics = await client.checkpoints.statistics(jobId);
      return toJobCheckpoints(statistics, this.checkpointConfig);
    } catch (error) {
      if (isWithoutCheckpoints(error)) return NO_CHECKPOINTS;
      throw error;
    }
  }

  private async askExceptions(): Promise<JobExceptions> {
    const { jobId, client, clock } = this.options;
    return toJobExceptions(await client.jobs.exceptions(jobId), clock.now());
  }

  private async askConfiguration(): Promise<JobConfiguration> {
    const { jobId, client } = this.options;
    const config = await client.jobs.config(jobId);
    const accumulators = await client.jobs.accumulators(jobId);
    try {
      this.checkpointConfig ??= await client.checkpoints.config(jobId);
    } catch (error) {
      if (!isWithoutCheckpoints(error)) throw error;
    }
    return {
      settings: jobSettings(config, this.checkpointConfig),
      accumulators,
    };
  }
}

/** A batch job says so with a 404. */
function isWithoutCheckpoints(error: unknown): boolean {
  return (
    error instanceof FlinkRequestError &&
    error.status === 404 &&
    /checkpointing (was|has|is) not .*enabled/i.test(error.reason)
  );
}
