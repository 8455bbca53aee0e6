import { LoggerService } from '@backstage/backend-plugin-api';
import { FlinkRequestError } from '../http/FlinkRequestError';
import { FlinkRestClient } from '../rest/FlinkRestClient';
import { isUnknownJob } from '../rest/Missing';
import { JobDetail, JobSummary } from '../rest/types/JobTypes';
import { Clock, systemClock } from './Clock';
import { JobInquiry } from './JobInquiry';
import { JobRecord, newJobRecord, versionOf } from './JobRecord';
import { Look, nextLook } from './nextLook';
import { RequestBudget } from './RequestBudget';
import { hasEnded } from './runStateOf';
import { SharedAnswer } from './SharedAnswer';

/** The list of jobs is at most so old: 4 requests in 3 seconds. */
const OVERVIEW_AGE = 750;
const OVERVIEW_TIMEOUT = 5_000;
/** With the list, fewer than two requests a second. */
const LOOKS_PER_SECOND = 0.6;
/** An end is told without its details when they do not come in time. */
const END_LIMIT = 10_000;
const REFUSED_MS = 5_000;
const FORGET_AFTER = 60_000;

/** What a cluster says of a job. `unsure`: it is not in the list, and may turn up. @internal */
export type JobSighting =
  | { kind: 'seen'; record: Readonly<JobRecord> }
  | { kind: 'gone' }
  | { kind: 'unsure' };

/**
 * Looks after all jobs of one cluster for all who ask: the list of jobs answers for every run, and details come one after the other
 * within a budget, so that a thousand runs cost fewer than two requests a second. Does nothing while nobody asks.
 * @internal
 */
export class ClusterWatch {
  private readonly clock: Clock;
  private readonly inquiry: JobInquiry;
  private readonly overview: SharedAnswer<Map<string, JobSummary>>;
  private readonly looks: RequestBudget;
  /** For jobs that have ended or are gone: rare, and somebody waits. */
  private readonly ends: RequestBudget;
  private readonly records = new Map<string, JobRecord>();
  private looking: Promise<void> | undefined;

  constructor(
    private readonly options: {
      client: FlinkRestClient;
      logger: LoggerService;
      clock?: Clock;
    },
  ) {
    const { client, clock = systemClock } = options;
    this.clock = clock;
    this.inquiry = new JobInquiry({ client, clock });
    this.looks = new RequestBudget({
      perSecond: LOOKS_PER_SECOND,
      burst: 3,
      clock,
    });
    this.ends = new RequestBudget({ perSecond: 5, burst: 10, clock });
    this.overview = new SharedAnswer(() => this.askOverview(), {
      maxAgeMs: OVERVIEW_AGE,
      clock,
    });
  }

  /** All jobs of the cluster, ours or not. Throws FlinkUnavailableError or FlinkRequestError. */
  async jobs(): Promise<JobSummary[]> {
    return [...(await this.overview.get()).values()];
  }

  /** Throws FlinkUnavailableError or FlinkRequestError when the cluster does not tell. */
  async sight(jobId: string): Promise<JobSighting> {
    const summary = (await this.overview.get()).get(jobId);
    if (!summary) return this.verifyAbsence(jobId);
    const record = this.recordOf(summary);
    record.askedAt = this.clock.now();
    if (hasEnded(summary)) await this.ended(record);
    else this.look();
    return { kind: 'seen', record };
  }

  /** Somebody looks at this job: its details come earlier. */
  view(jobId: string): void {
    const record = this.records.get(jobId);
    if (record) record.viewedAt = this.clock.now();
  }

  /** A detail that was asked for elsewhere. */
  learn(detail: JobDetail): void {
    const record = this.records.get(detail.id);
    if (record) this.inquiry.keep(record, detail, versionOf(record.summary));
  }

  /** Resolves when nothing is being asked that nobody waits for. */
  async quiet(): Promise<void> {
    await this.looking;
  }

  private async askOverview(): Promise<Map<string, JobSummary>> {
    const jobs = await this.options.client.jobs.overview({
      timeoutMs: OVERVIEW_TIMEOUT,
    });
    const byId = new Map(jobs.map(job => [job.id, job]));
    const now = this.clock.now();
    for (const [id, record] of this.records) {
      const summary = byId.get(id);
      if (summary) record.summary = summary;
      if (now - record.askedAt > FORGET_AFTER) this.records.delete(id);
    }
    return byId;
  }

  private recordOf(summary: JobSummary): JobRecord {
    const known = this.records.get(summary.id);
    if (known) return known;
    const record = newJobRecord(summary);
    this.records.set(summary.id, record);
    return record;
  }

  /**
   * A list without the job is not enough: it may have been made before the job was. The job is gone when the cluster says so of this
   * job, and gives a list without it.
   */
  private async verifyAbsence(jobId: string): Promise<JobSighting> {
    if (!this.ends.tryTake()) return { kind: 'unsure' };
    try {
      await this.options.client.jobs.state(jobId);
      return { kind: 'unsure' };
    } catch (error) {
      if (!isUnknownJob(error)) throw error;
    }
    const isListed = (await this.overview.get()).has(jobId);
    return { kind: isListed ? 'unsure' : 'gone' };
  }

  /**
   * Asks what there is to know of a job that has ended, once for all. Throws FlinkUnavailableError when the cluster does not answer: the
   * end is told a moment later, and whole.
   */
  private async ended(record: JobRecord): Promise<void> {
    record.end ??= this.attempt(record, 'its end', () =>
      this.inquiry.end(record, this.ends),
    ).catch(error => {
      record.end = undefined;
      throw error;
    });
    const limit = new AbortController();
    const late = this.clock
      .wait(END_LIMIT, limit.signal)
      .catch(() => undefined);
    try {
      await Promise.race([record.end, late]);
    } finally {
      limit.abort();
    }
  }

  /** One look at a time, when the budget allows. */
  private look() {
    if (this.looking || !this.looks.tryTake()) return;
    const look = nextLook(this.records.values(), this.clock.now());
    if (!look) return;
    const { record, kind } = look;
    this.looking = this.attempt(record, kind, () => this.take(look))
      .catch(error => this.report(record, kind, error))
      .finally(() => {
        this.looking = undefined;
      });
  }

  private async take({ record, kind }: Look): Promise<void> {
    const now = this.clock.now();
    // Set before: a job that cannot be asked does not stand in the way of the others.
    if (kind === 'detail') {
      record.detailAt = now;
      await this.inquiry.detail(record);
      return;
    }
    if (kind === 'counts') {
      // One that is refused rests as long as any other.
      record.countsUntil = now + REFUSED_MS;
      await this.inquiry.counts(record);
      record.countsUntil = 0;
      return;
    }
    record.checkpointsAt = now;
    if (kind === 'retention') await this.inquiry.retention(record);
    else await this.inquiry.checkpoints(record);
  }

  /** What a cluster refuses to tell stays unknown, and the list of jobs counts alone. */
  private async attempt(
    record: JobRecord,
    what: string,
    work: () => Promise<void>,
  ): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof FlinkRequestError)) throw error;
      this.report(record, what, error);
    }
  }

  private report(record: JobRecord, what: string, error: Error) {
    this.options.logger.debug(
      `Nothing was learned of ${what} of job ${record.summary.id}: ${error.message}`,
    );
  }
}
