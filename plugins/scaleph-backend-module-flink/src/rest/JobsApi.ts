import { JsonReader } from '../json/JsonReader';
import { FlinkRequestError } from '../http/FlinkRequestError';
import { path } from '../http/path';
import { readExceptions } from './readExceptions';
import { readJobDetail, readJobSummary, readPlan } from './readJob';
import { metricNames, readAggregatedMetric, readMetric } from './readMetrics';
import { CallOptions, RestCaller } from './RestCaller';
import { AggregatedMetric, Metric } from './types/ClusterTypes';
import {
  Accumulator,
  JobConfig,
  JobDetail,
  JobExceptions,
  JobPlan,
  JobState,
  JobSummary,
} from './types/JobTypes';

/** Jobs as a whole; ids are 32 hexadecimal digits. An unknown job is a FlinkRequestError for which `isUnknownJob` is true. @public */
export class JobsApi {
  constructor(private readonly rest: RestCaller) {}

  /** All jobs that the cluster remembers, ended ones too. */
  async overview(options?: CallOptions): Promise<JobSummary[]> {
    const answer = await this.rest.get('/jobs/overview', options);
    return answer.list('jobs', readJobSummary);
  }

  async detail(jobId: string, options?: CallOptions): Promise<JobDetail> {
    return readJobDetail(await this.rest.get(path`/jobs/${jobId}`, options));
  }

  async state(jobId: string, options?: CallOptions): Promise<JobState> {
    const answer = await this.rest.get(path`/jobs/${jobId}/status`, options);
    return answer.string('status') as JobState;
  }

  async plan(jobId: string, options?: CallOptions): Promise<JobPlan> {
    const answer = await this.rest.get(path`/jobs/${jobId}/plan`, options);
    return readPlan(answer.object('plan'));
  }

  async config(jobId: string, options?: CallOptions): Promise<JobConfig> {
    const answer = await this.rest.get(path`/jobs/${jobId}/config`, options);
    const execution = answer.optionalObject('execution-config');
    const { 'user-config': _, ...values } = execution?.texts() ?? {};
    return {
      name: answer.string('name'),
      execution: values,
      user: execution?.optionalObject('user-config')?.texts() ?? {},
    };
  }

  /** Why it failed, and the last failures, at most `max` (20). */
  async exceptions(
    jobId: string,
    options: CallOptions & { max?: number } = {},
  ): Promise<JobExceptions> {
    const { max = 20, ...call } = options;
    const answer = await this.rest.get(path`/jobs/${jobId}/exceptions`, {
      ...call,
      query: { maxExceptions: max },
    });
    return readExceptions(answer);
  }

  async accumulators(
    jobId: string,
    options?: CallOptions,
  ): Promise<Accumulator[]> {
    const answer = await this.rest.get(path`/jobs/${jobId}/accumulators`, {
      ...options,
      query: { includeSerializedValue: false },
    });
    return answer.optionalList('user-task-accumulators', readAccumulator);
  }

  /** Names of a job's metrics. The first call on a cluster may answer none. */
  async metricNames(jobId: string, options?: CallOptions): Promise<string[]> {
    return this.rest.getList(
      path`/jobs/${jobId}/metrics`,
      item => item.string('id'),
      options,
    );
  }

  async metrics(
    jobId: string,
    names: readonly string[],
    options?: CallOptions,
  ): Promise<Metric[]> {
    return this.rest.getList(path`/jobs/${jobId}/metrics`, readMetric, {
      ...options,
      query: { get: metricNames(names) },
    });
  }

  /** Metrics of several jobs (all when `jobIds` is empty) in one number each. */
  async aggregatedMetrics(
    names: readonly string[],
    options: CallOptions & {
      jobIds?: readonly string[];
      aggregations?: readonly ('min' | 'max' | 'avg' | 'sum')[];
    } = {},
  ): Promise<AggregatedMetric[]> {
    const { jobIds, aggregations, ...call } = options;
    return this.rest.getList('/jobs/metrics', readAggregatedMetric, {
      ...call,
      query: {
        get: metricNames(names),
        agg: aggregations?.join(','),
        jobs: jobIds?.join(','),
      },
    });
  }

  /** Asks it to end and does not wait; harmless when it has ended. */
  async cancel(jobId: string, options?: CallOptions): Promise<void> {
    try {
      await this.rest.call({
        ...options,
        method: 'PATCH',
        path: path`/jobs/${jobId}`,
        query: { mode: 'cancel' },
      });
    } catch (error) {
      // It has ended otherwise: finished or failed.
      const hasEnded =
        error instanceof FlinkRequestError && error.status === 409;
      if (!hasEnded) throw error;
    }
  }
}

function readAccumulator(item: JsonReader): Accumulator {
  return {
    name: item.string('name'),
    type: item.optionalString('type') ?? '',
    value: item.optionalString('value') ?? '',
  };
}
