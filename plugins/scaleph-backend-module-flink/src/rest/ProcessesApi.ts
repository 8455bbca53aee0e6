import { path } from '../http/path';
import { Missing, orMissing } from './Missing';
import { metricNames, readMetric } from './readMetrics';
import { FileSlice, readSlice } from './readSlice';
import {
  readLogFile,
  readTaskManager,
  readTaskManagerDetail,
  readThread,
} from './readTaskManager';
import { CallOptions, RestCaller } from './RestCaller';
import {
  JvmEnvironment,
  LogFile,
  Metric,
  TaskManagerDetail,
  TaskManagerSummary,
  ThreadInfo,
} from './types/ClusterTypes';

/** The JobManager or, by its id, a TaskManager. @public */
export type FlinkProcess = 'jobmanager' | { taskManager: string };

/** The processes of a cluster: JobManager and TaskManagers. @public */
export class ProcessesApi {
  constructor(private readonly rest: RestCaller) {}

  async taskManagers(options?: CallOptions): Promise<TaskManagerSummary[]> {
    const answer = await this.rest.get('/taskmanagers', options);
    return answer.list('taskmanagers', readTaskManager);
  }

  async taskManager(
    id: string,
    options?: CallOptions,
  ): Promise<TaskManagerDetail> {
    return readTaskManagerDetail(
      await this.rest.get(path`/taskmanagers/${id}`, options),
    );
  }

  /** The cluster's configuration; Flink masks what it takes for secrets. */
  async configuration(options?: CallOptions): Promise<Record<string, string>> {
    const entries = await this.rest.getList(
      '/jobmanager/config',
      item => [item.string('key'), item.optionalString('value') ?? ''] as const,
      options,
    );
    return Object.fromEntries(entries);
  }

  async environment(options?: CallOptions): Promise<JvmEnvironment | Missing> {
    return orMissing(async () => {
      const answer = await this.rest.get('/jobmanager/environment', options);
      const jvm = answer.object('jvm');
      return {
        version: jvm.string('version'),
        arch: jvm.optionalString('arch') ?? '',
        options: jvm.strings('options'),
        classpath: answer.strings('classpath'),
      };
    });
  }

  async metricNames(
    of: FlinkProcess,
    options?: CallOptions,
  ): Promise<string[]> {
    const where = `${whereIs(of)}/metrics`;
    return this.rest.getList(where, item => item.string('id'), options);
  }

  async metrics(
    of: FlinkProcess,
    names: readonly string[],
    options?: CallOptions,
  ): Promise<Metric[]> {
    return this.rest.getList(`${whereIs(of)}/metrics`, readMetric, {
      ...options,
      query: { get: metricNames(names) },
    });
  }

  async logFiles(of: FlinkProcess, options?: CallOptions): Promise<LogFile[]> {
    const answer = await this.rest.get(`${whereIs(of)}/logs`, options);
    return answer.list('logs', readLogFile);
  }

  /** A part of a log file, or of the main log. Flink serves whole files: a high offset costs the cluster as much as the file. */
  async log(
    of: FlinkProcess,
    name: string | undefined,
    range: { from?: number; maxBytes: number },
    options?: CallOptions,
  ): Promise<FileSlice> {
    const file = name === undefined ? 'log' : path`logs/${name}`;
    return this.slice(`${whereIs(of)}/${file}`, range, options);
  }

  /** A part of what a process wrote to its standard output. */
  async stdout(
    of: FlinkProcess,
    range: { from?: number; maxBytes: number },
    options?: CallOptions,
  ): Promise<FileSlice> {
    return this.slice(`${whereIs(of)}/stdout`, range, options);
  }

  async threadDump(
    of: FlinkProcess,
    options?: CallOptions,
  ): Promise<ThreadInfo[] | Missing> {
    return orMissing(async () => {
      const answer = await this.rest.get(`${whereIs(of)}/thread-dump`, options);
      return answer.list('threadInfos', readThread);
    });
  }

  private async slice(
    where: string,
    range: { from?: number; maxBytes: number },
    options?: CallOptions,
  ): Promise<FileSlice> {
    return this.rest.http.download(
      { method: 'GET', path: where, ...options },
      chunks => readSlice(chunks, range),
    );
  }
}

function whereIs(of: FlinkProcess): string {
  return of === 'jobmanager'
    ? '/jobmanager'
    : path`/taskmanagers/${of.taskManager}`;
}
