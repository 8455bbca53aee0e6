import { FlinkRestClient } from '../rest/FlinkRestClient';
import { JobDetail } from '../rest/types/JobTypes';
import { Clock } from './Clock';
import { JobRecord, versionOf } from './JobRecord';
import { RequestBudget } from './RequestBudget';
import { hasEnded } from './runStateOf';

/** Flink shows a job from a cache of some seconds (`web.refresh-interval`). */
const LAG_MS = 1_000;
const MAX_LAGS = 5;

/** Asks for what the list of jobs does not tell, one request at a time. @internal */
export class JobInquiry {
  constructor(
    private readonly options: { client: FlinkRestClient; clock: Clock },
  ) {}

  async detail(record: JobRecord): Promise<JobDetail> {
    const version = versionOf(record.summary);
    const detail = await this.options.client.jobs.detail(record.summary.id);
    this.keep(record, detail, version);
    return detail;
  }

  keep(record: JobRecord, detail: JobDetail, version: string): void {
    record.detail = detail;
    record.detailAt = this.options.clock.now();
    // A detail out of the cluster's cache does not know the change yet.
    if (detail.state === record.summary.state) record.detailOf = version;
  }

  /** Whether its checkpoints outlive the job; this never changes. */
  async retention(record: JobRecord): Promise<void> {
    const { checkpoints } = this.options.client;
    const config = await checkpoints.config(record.summary.id);
    record.retained = config.retainedOnCancellation ?? false;
    record.checkpointsAt = 0;
  }

  async checkpoints(record: JobRecord): Promise<void> {
    const { checkpoints } = this.options.client;
    record.checkpoints = await checkpoints.statistics(record.summary.id);
    record.checkpointsAt = this.options.clock.now();
  }

  /** One request for what operators have counted. */
  async counts(record: JobRecord): Promise<void> {
    const { client, clock } = this.options;
    const { detail, counts } = record;
    if (detail) await counts.askNext(client, detail, clock.now());
  }

  /** Everything about the end of a job, from after its end. */
  async end(record: JobRecord, budget: RequestBudget): Promise<void> {
    const { client, clock } = this.options;
    for (let lags = 0; ; lags += 1) {
      await budget.take();
      if (hasEnded(await this.detail(record)) || lags === MAX_LAGS) break;
      await clock.wait(LAG_MS);
    }
    if (record.detail) {
      await record.counts.askAll(client, record.detail, clock.now(), () =>
        budget.take(),
      );
    }
    if (record.summary.state === 'FAILED') {
      await budget.take();
      record.exceptions = await client.jobs.exceptions(record.summary.id, {
        max: 5,
      });
    }
    if (record.retained === undefined) {
      await budget.take();
      await this.retention(record);
    }
    if (record.retained) {
      await budget.take();
      await this.checkpoints(record);
    }
  }
}
