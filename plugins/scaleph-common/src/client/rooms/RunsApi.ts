import {
  CreateRunBody,
  ListPipelineRunsQuery,
  ListRunEventsQuery,
  ListRunLogsQuery,
  ListRunOperationsQuery,
  ListRunsQuery,
  Run,
  RunActionBody,
  RunEventList,
  RunLogList,
  RunOperationList,
  RunPage,
  SnapshotList,
} from '../../types';
import { CreateOptions, RequestOptions } from '../options';

/** Runs, what can be asked of them, and the snapshots of their state. @public */
export interface RunsApi {
  listPipelineRuns(
    name: string,
    query?: ListPipelineRunsQuery,
    options?: RequestOptions,
  ): Promise<RunPage>;
  createRun(
    name: string,
    body: CreateRunBody,
    options?: CreateOptions,
  ): Promise<Run>;
  listRuns(query?: ListRunsQuery, options?: RequestOptions): Promise<RunPage>;
  getRun(id: string, options?: RequestOptions): Promise<Run>;
  listRunEvents(
    id: string,
    query?: ListRunEventsQuery,
    options?: RequestOptions,
  ): Promise<RunEventList>;
  listRunLogs(
    id: string,
    query?: ListRunLogsQuery,
    options?: RequestOptions,
  ): Promise<RunLogList>;
  actOnRun(
    id: string,
    body: RunActionBody,
    options?: RequestOptions,
  ): Promise<Run>;
  listRunOperations(
    id: string,
    query?: ListRunOperationsQuery,
    options?: RequestOptions,
  ): Promise<RunOperationList>;
  listRunSnapshots(id: string, options?: RequestOptions): Promise<SnapshotList>;
  deleteRunSnapshot(
    id: string,
    snapshot: string,
    options?: RequestOptions,
  ): Promise<void>;
  listPipelineSnapshots(
    name: string,
    options?: RequestOptions,
  ): Promise<SnapshotList>;
}
