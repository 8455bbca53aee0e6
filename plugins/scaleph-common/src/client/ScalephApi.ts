import {
  ConnectionTest,
  ConnectorInfo,
  CreatePipelineBody,
  CreateRunBody,
  DataSource,
  DataSourceInput,
  DataSourcePage,
  DataSourceTypeInfo,
  DeploymentPlanView,
  DiffPipelineQuery,
  ListConnectorsQuery,
  ListDataSourcesQuery,
  ListPipelineRunsQuery,
  ListPipelinesQuery,
  ListRunEventsQuery,
  ListRunLogsQuery,
  ListRunsQuery,
  ListVersionsQuery,
  Pipeline,
  PipelineDiff,
  PipelinePage,
  PipelineVersion,
  PipelineVersionPage,
  PlanPipelineBody,
  PublishPipelineBody,
  Run,
  RunActionBody,
  RunEventList,
  RunLogList,
  RunPage,
  Target,
  TestDataSourceBody,
  TestDataSourceConfigBody,
  UpdatePipelineBody,
  ValidatePipelineBody,
  ValidationResult,
} from '../types';

/** @public */
export interface RequestOptions {
  /** Backstage token; in the front end `fetchApi` adds it by itself. */
  token?: string;
  /** Aborts the request. */
  signal?: AbortSignal;
}

/** @public */
export interface CreateOptions extends RequestOptions {
  /** The same key and body answers the first result again; kept for 24 hours per user. */
  idempotencyKey?: string;
}

/** @public */
export interface WriteOptions extends RequestOptions {
  /** The `etag` last read, or `*` to overwrite knowingly; the API answers 412 when it is stale. */
  ifMatch: string;
}

/**
 * The Scaleph API, one method for each operation of its contract (`/api/scaleph/openapi.json`). Every method throws ScalephApiError
 * when the API refuses, and what `fetch` throws when there is no answer.
 * @public
 */
export interface ScalephApi {
  listPipelines(
    query?: ListPipelinesQuery,
    options?: RequestOptions,
  ): Promise<PipelinePage>;
  createPipeline(
    body: CreatePipelineBody,
    options?: CreateOptions,
  ): Promise<Pipeline>;
  validatePipeline(
    body: ValidatePipelineBody,
    options?: RequestOptions,
  ): Promise<ValidationResult>;
  getPipeline(name: string, options?: RequestOptions): Promise<Pipeline>;
  updatePipeline(
    name: string,
    body: UpdatePipelineBody,
    options: WriteOptions,
  ): Promise<Pipeline>;
  deletePipeline(name: string, options: WriteOptions): Promise<void>;
  listPipelineVersions(
    name: string,
    query?: ListVersionsQuery,
    options?: RequestOptions,
  ): Promise<PipelineVersionPage>;
  publishPipeline(
    name: string,
    body: PublishPipelineBody,
    options: WriteOptions & CreateOptions,
  ): Promise<PipelineVersion>;
  getPipelineVersion(
    name: string,
    version: number,
    options?: RequestOptions,
  ): Promise<PipelineVersion>;
  diffPipeline(
    name: string,
    query?: DiffPipelineQuery,
    options?: RequestOptions,
  ): Promise<PipelineDiff>;
  planPipeline(
    name: string,
    body: PlanPipelineBody,
    options?: RequestOptions,
  ): Promise<DeploymentPlanView>;
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
  listDataSources(
    query?: ListDataSourcesQuery,
    options?: RequestOptions,
  ): Promise<DataSourcePage>;
  createDataSource(
    body: DataSourceInput,
    options?: CreateOptions,
  ): Promise<DataSource>;
  getDataSource(name: string, options?: RequestOptions): Promise<DataSource>;
  updateDataSource(
    name: string,
    body: DataSourceInput,
    options: WriteOptions,
  ): Promise<DataSource>;
  deleteDataSource(name: string, options: WriteOptions): Promise<void>;
  testDataSource(
    name: string,
    body: TestDataSourceBody,
    options?: RequestOptions,
  ): Promise<ConnectionTest>;
  testDataSourceConfig(
    type: string,
    body: TestDataSourceConfigBody,
    options?: RequestOptions,
  ): Promise<ConnectionTest>;
  listDataSourceTypes(
    options?: RequestOptions,
  ): Promise<{ items: DataSourceTypeInfo[] }>;
  listConnectors(
    query?: ListConnectorsQuery,
    options?: RequestOptions,
  ): Promise<{ items: ConnectorInfo[] }>;
  listTargets(options?: RequestOptions): Promise<{ items: Target[] }>;
}
