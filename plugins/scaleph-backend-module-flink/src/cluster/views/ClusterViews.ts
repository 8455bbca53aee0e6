import {
  ClusterProcessList,
  ProcessText,
  TargetConfiguration,
  TargetOverview,
} from '@scaleph/backstage-plugin-scaleph-common';
import {
  JobViews,
  ProcessTextRequest,
  TargetUiRequest,
  TargetUiResponse,
} from '@scaleph/backstage-plugin-scaleph-node';
import { FlinkRequestError } from '../../http/FlinkRequestError';
import { FlinkUnavailableError } from '../../http/FlinkUnavailableError';
import { SqlGatewayClient } from '../../gateway/SqlGatewayClient';
import { FlinkRestClient } from '../../rest/FlinkRestClient';
import { Clock, systemClock } from '../Clock';
import { ClusterWatch } from '../ClusterWatch';
import { RequestBudget } from '../RequestBudget';
import { SharedAnswer } from '../SharedAnswer';
import { JobViewer } from './JobViewer';
import { clusterSettings } from './jobSettings';
import { ProcessViews } from './ProcessViews';
import { readUi } from './readUi';
import { toTargetOverview } from './toTargetOverview';
import { withHttpErrors } from './toHttpError';

const OVERVIEW_AGE = 2_000;
const GATEWAY_AGE = 10_000;
const GATEWAY_TIMEOUT = 3_000;
const CONFIGURATION_AGE = 30_000;
/** Of metrics, for all graphs of the cluster that somebody looks at. */
const SAMPLES = { perSecond: 5, burst: 20 };
const MAX_VIEWERS = 200;

/**
 * What the pages of a cluster and of the runs on it show: each answer is asked for once for all who look, and by nobody when nobody
 * looks. Throws errors of Backstage: NotFoundError for a job that the cluster does not know, ServiceUnavailableError when it does not
 * answer.
 * @internal
 */
export class ClusterViews {
  private readonly clock: Clock;
  private readonly budget: RequestBudget;
  private readonly processViews: ProcessViews;
  private readonly overviews: SharedAnswer<TargetOverview>;
  private readonly gateway: SharedAnswer<TargetOverview['gateway']>;
  private readonly settings: SharedAnswer<TargetConfiguration>;
  private readonly viewers = new Map<string, JobViewer>();

  constructor(
    private readonly options: {
      client: FlinkRestClient;
      gateway?: SqlGatewayClient;
      watch: ClusterWatch;
      clock?: Clock;
    },
  ) {
    const { client, clock = systemClock } = options;
    this.clock = clock;
    this.budget = new RequestBudget({ ...SAMPLES, clock });
    this.processViews = new ProcessViews({ client, clock });
    const shared = <T>(ask: () => Promise<T>, maxAgeMs: number) =>
      new SharedAnswer(ask, { maxAgeMs, clock });
    this.overviews = shared(() => this.askOverview(), OVERVIEW_AGE);
    this.gateway = shared(() => this.askGateway(), GATEWAY_AGE);
    this.settings = shared(() => this.askSettings(), CONFIGURATION_AGE);
  }

  async overview(): Promise<TargetOverview> {
    return withHttpErrors(() => this.overviews.get());
  }

  async configuration(): Promise<TargetConfiguration> {
    return withHttpErrors(() => this.settings.get());
  }

  async processes(): Promise<ClusterProcessList> {
    return withHttpErrors(() => this.processViews.list.get());
  }

  async readText(request: ProcessTextRequest): Promise<ProcessText> {
    return withHttpErrors(() => this.processViews.text(request));
  }

  async ui(request: TargetUiRequest): Promise<TargetUiResponse> {
    return withHttpErrors(() => readUi(this.options.client.http, request));
  }

  /** What a run page shows of a job. */
  async inspect<V extends keyof JobViews>(
    jobId: string,
    view: V,
  ): Promise<JobViews[V]> {
    const ask: { [W in keyof JobViews]: () => Promise<JobViews[W]> } = {
      graph: () => this.viewer(jobId).graph.get(),
      throughput: () => this.viewer(jobId).throughput(),
      checkpoints: () => this.viewer(jobId).checkpoints.get(),
      exceptions: () => this.viewer(jobId).exceptions.get(),
      configuration: () => this.viewer(jobId).configuration.get(),
      processes: () => this.processViews.list.get(),
    };
    return withHttpErrors<JobViews[V]>(ask[view]);
  }

  private viewer(jobId: string): JobViewer {
    const { client, watch } = this.options;
    const { clock, budget } = this;
    const viewer =
      this.viewers.get(jobId) ??
      new JobViewer({ jobId, client, watch, clock, budget });
    // The last one asked for stands last.
    this.viewers.delete(jobId);
    this.viewers.set(jobId, viewer);
    const [oldest] = this.viewers.keys();
    if (this.viewers.size > MAX_VIEWERS) this.viewers.delete(oldest);
    return viewer;
  }

  private async askOverview(): Promise<TargetOverview> {
    const { client, watch } = this.options;
    const at = this.clock.now();
    const [overview, taskManagers, jobs, gateway] = await Promise.all([
      client.cluster.overview(),
      client.processes.taskManagers(),
      watch.jobs(),
      this.gateway.get(),
    ]);
    return toTargetOverview({ overview, taskManagers, jobs, gateway, at });
  }

  private async askGateway(): Promise<TargetOverview['gateway']> {
    const { gateway } = this.options;
    if (!gateway) return undefined;
    try {
      const { version } = await gateway.info({ timeoutMs: GATEWAY_TIMEOUT });
      return { healthy: true, version };
    } catch (error) {
      const isIll =
        error instanceof FlinkUnavailableError ||
        error instanceof FlinkRequestError;
      if (isIll) return { healthy: false, message: error.message };
      throw error;
    }
  }

  private async askSettings(): Promise<TargetConfiguration> {
    const { processes } = this.options.client;
    return { items: clusterSettings(await processes.configuration()) };
  }
}
