import { JsonReader } from '../json/JsonReader';
import { path } from '../http/path';
import { readIoMetrics, readTime } from './readJob';
import { metricNames, readAggregatedMetric, readMetric } from './readMetrics';
import { CallOptions, RestCaller } from './RestCaller';
import { AggregatedMetric, Metric } from './types/ClusterTypes';
import { Backpressure, Subtask, VertexDetail } from './types/VertexTypes';

/** The vertices of a job's graph. @public */
export class VerticesApi {
  constructor(private readonly rest: RestCaller) {}

  async detail(
    jobId: string,
    vertexId: string,
    options?: CallOptions,
  ): Promise<VertexDetail> {
    const answer = await this.rest.get(
      path`/jobs/${jobId}/vertices/${vertexId}`,
      options,
    );
    return {
      id: answer.string('id'),
      name: answer.string('name'),
      parallelism: answer.number('parallelism'),
      subtasks: answer.list('subtasks', readSubtask),
    };
  }

  async backpressure(
    jobId: string,
    vertexId: string,
    options?: CallOptions,
  ): Promise<Backpressure> {
    const answer = await this.rest.get(
      path`/jobs/${jobId}/vertices/${vertexId}/backpressure`,
      options,
    );
    return {
      measured: answer.string('status') === 'ok',
      level: readLevel(answer),
      at: answer.optionalNumber('end-timestamp'),
      subtasks: answer.optionalList('subtasks', subtask => ({
        index: subtask.number('subtask'),
        level: readLevel(subtask),
        ratio: subtask.optionalNumber('ratio'),
        idleRatio: subtask.optionalNumber('idleRatio'),
        busyRatio: subtask.optionalNumber('busyRatio'),
      })),
    };
  }

  /** By subtask, milliseconds since 1970; only those that have one. */
  async watermarks(
    jobId: string,
    vertexId: string,
    options?: CallOptions,
  ): Promise<{ subtask: number; watermark: number }[]> {
    const metrics = await this.rest.getList(
      path`/jobs/${jobId}/vertices/${vertexId}/watermarks`,
      readMetric,
      options,
    );
    return metrics.flatMap(({ id, value }) => {
      const watermark = Number(value);
      // The least long there is stands for none.
      return Number.isFinite(watermark) && watermark > -1e18
        ? [{ subtask: Number.parseInt(id, 10), watermark }]
        : [];
    });
  }

  /** `<subtask>.<metric>` and `<subtask>.<operator>.<metric>`. */
  async metricNames(
    jobId: string,
    vertexId: string,
    options?: CallOptions,
  ): Promise<string[]> {
    return this.rest.getList(
      path`/jobs/${jobId}/vertices/${vertexId}/metrics`,
      item => item.string('id'),
      options,
    );
  }

  async metrics(
    jobId: string,
    vertexId: string,
    names: readonly string[],
    options?: CallOptions,
  ): Promise<Metric[]> {
    return this.rest.getList(
      path`/jobs/${jobId}/vertices/${vertexId}/metrics`,
      readMetric,
      { ...options, query: { get: metricNames(names) } },
    );
  }

  /** Names of the metrics that subtasks have, without their number. */
  async subtaskMetricNames(
    jobId: string,
    vertexId: string,
    options?: CallOptions,
  ): Promise<string[]> {
    return this.rest.getList(
      path`/jobs/${jobId}/vertices/${vertexId}/subtasks/metrics`,
      item => item.string('id'),
      options,
    );
  }

  /** Metrics of all subtasks in one number each. */
  async aggregatedMetrics(
    jobId: string,
    vertexId: string,
    names: readonly string[],
    options?: CallOptions,
  ): Promise<AggregatedMetric[]> {
    return this.rest.getList(
      path`/jobs/${jobId}/vertices/${vertexId}/subtasks/metrics`,
      readAggregatedMetric,
      {
        ...options,
        query: { get: metricNames(names), agg: 'min,max,sum,avg' },
      },
    );
  }
}

function readSubtask(subtask: JsonReader): Subtask {
  return {
    index: subtask.number('subtask'),
    status: subtask.string('status'),
    attempt: subtask.optionalNumber('attempt') ?? 0,
    // `host` held host and port up to 1.18.
    endpoint:
      subtask.optionalString('endpoint') ?? subtask.optionalString('host'),
    taskManagerId: subtask.optionalString('taskmanager-id'),
    startTime: readTime(subtask, 'start-time'),
    endTime: readTime(subtask, 'end-time'),
    metrics: readIoMetrics(subtask.optionalObject('metrics')),
  };
}

function readLevel(item: JsonReader): string | undefined {
  return (
    item.optionalString('backpressureLevel') ??
    item.optionalString('backpressure-level')
  );
}
