/* eslint-disable new-cap -- openapi-fetch names its methods GET, POST, ... */
import createClient, { Client } from 'openapi-fetch';
import { paths } from '../generated/api';
import {
  CreatePipelineBody,
  CreateRunBody,
  DataSourceInput,
  DiffPipelineQuery,
  ListConnectorsQuery,
  ListDataSourcesQuery,
  ListPipelineRunsQuery,
  ListPipelinesQuery,
  ListRunEventsQuery,
  ListRunLogsQuery,
  ListRunsQuery,
  ListVersionsQuery,
  PlanPipelineBody,
  PublishPipelineBody,
  RunActionBody,
  TestDataSourceBody,
  TestDataSourceConfigBody,
  UpdatePipelineBody,
  ValidatePipelineBody,
} from '../types';
import { PlainRequest } from './PlainRequest';
import {
  CreateOptions,
  RequestOptions,
  ScalephApi,
  WriteOptions,
} from './ScalephApi';
import { ScalephApiError } from './ScalephApiError';

/** @public */
export interface ScalephClientOptions {
  /** Knows where the back end plugin `scaleph` is: Backstage's DiscoveryApi and DiscoveryService fit. */
  discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  /** The global fetch when absent; the front end gives Backstage's FetchApi, which adds the token. */
  fetchApi?: { fetch(url: string, init?: RequestInit): Promise<Response> };
}

/**
 * ScalephApi over HTTP, for the front end, other back end plugins and programs.
 * @public
 */
export class ScalephClient implements ScalephApi {
  constructor(private readonly options: ScalephClientOptions) {}

  async listPipelines(query?: ListPipelinesQuery, options?: RequestOptions) {
    const client = await this.client();
    return unwrap(
      await client.GET('/pipelines', { params: { query }, ...init(options) }),
    );
  }

  async createPipeline(body: CreatePipelineBody, options?: CreateOptions) {
    const client = await this.client();
    return unwrap(await client.POST('/pipelines', { body, ...init(options) }));
  }

  async validatePipeline(body: ValidatePipelineBody, options?: RequestOptions) {
    const client = await this.client();
    return unwrap(
      await client.POST('/validations', { body, ...init(options) }),
    );
  }

  async getPipeline(name: string, options?: RequestOptions) {
    const client = await this.client();
    return unwrap(
      await client.GET('/pipelines/{name}', {
        params: { path: { name } },
        ...init(options),
      }),
    );
  }

  async updatePipeline(
    name: string,
    body: UpdatePipelineBody,
    options: WriteOptions,
  ) {
    const client = await this.client();
    return unwrap(
      await client.PUT('/pipelines/{name}', {
        params: { path: { name } },
        body,
        ...init(options),
      }),
    );
  }

  async deletePipeline(name: string, options: WriteOptions) {
    const client = await this.client();
    unwrap(
      await client.DELETE('/pipelines/{name}', {
        params: { path: { name } },
        ...init(options),
      }),
    );
  }

  async listPipelineVersions(
    name: string,
    query?: ListVersionsQuery,
    options?: RequestOptions,
  ) {
    const client = await this.client();
    return unwrap(
      await client.GET('/pipelines/{name}/versions', {
        params: { path: { name }, query },
        ...init(options),
      }),
    );
  }

  async publishPipeline(
    name: string,
    body: PublishPipelineBody,
    options: WriteOptions & CreateOptions,
  ) {
    const client = await this.client();
    return unwrap(
      await client.POST('/pipelines/{name}/versions', {
        params: { path: { name } },
        body,
        ...init(options),
      }),
    );
  }

  async getPipelineVersion(
    name: string,
    version: number,
    options?: RequestOptions,
  ) {
    const client = await this.client();
    return unwrap(
      await client.GET('/pipelines/{name}/versions/{version}', {
        params: { path: { name, version } },
        ...init(options),
      }),
    );
  }

  async diffPipeline(
    name: string,
    query?: DiffPipelineQuery,
    options?: RequestOptions,
  ) {
    const client = await this.client();
    return unwrap(
      await client.GET('/pipelines/{name}/diff', {
        params: { path: { name }, query },
        ...init(options),
      }),
    );
  }

  async planPipeline(
    name: string,
    body: PlanPipelineBody,
    options?: RequestOptions,
  ) {
    const client = await this.client();
    return unwrap(
      await client.POST('/pipelines/{name}/plan', {
        params: { path: { name } },
        body,
        ...init(options),
      }),
    );
  }

  async listPipelineRuns(
    name: string,
    query?: ListPipelineRunsQuery,
    options?: RequestOptions,
  ) {
    const client = await this.client();
    return unwrap(
      await client.GET('/pipelines/{name}/runs', {
        params: { path: { name }, query },
        ...init(options),
      }),
    );
  }

  async createRun(name: string, body: CreateRunBody, options?: CreateOptions) {
    const client = await this.client();
    return unwrap(
      await client.POST('/pipelines/{name}/runs', {
        params: { path: { name } },
        body,
        ...init(options),
      }),
    );
  }

  async listRuns(query?: ListRunsQuery, options?: RequestOptions) {
    const client = await this.client();
    return unwrap(
      await client.GET('/runs', { params: { query }, ...init(options) }),
    );
  }

  async getRun(id: string, options?: RequestOptions) {
    const client = await this.client();
    return unwrap(
      await client.GET('/runs/{id}', {
        params: { path: { id } },
        ...init(options),
      }),
    );
  }

  async listRunEvents(
    id: string,
    query?: ListRunEventsQuery,
    options?: RequestOptions,
  ) {
    const client = await this.client();
    return unwrap(
      await client.GET('/runs/{id}/events', {
        params: { path: { id }, query },
        ...init(options),
      }),
    );
  }

  async listRunLogs(
    id: string,
    query?: ListRunLogsQuery,
    options?: RequestOptions,
  ) {
    const client = await this.client();
    return unwrap(
      await client.GET('/runs/{id}/logs', {
        params: { path: { id }, query },
        ...init(options),
      }),
    );
  }

  async actOnRun(id: string, body: RunActionBody, options?: RequestOptions) {
    const client = await this.client();
    return unwrap(
      await client.POST('/runs/{id}/actions', {
        params: { path: { id } },
        body,
        ...init(options),
      }),
    );
  }

  async listDataSources(
    query?: ListDataSourcesQuery,
    options?: RequestOptions,
  ) {
    const client = await this.client();
    return unwrap(
      await client.GET('/data-sources', {
        params: { query },
        ...init(options),
      }),
    );
  }

  async createDataSource(body: DataSourceInput, options?: CreateOptions) {
    const client = await this.client();
    return unwrap(
      await client.POST('/data-sources', { body, ...init(options) }),
    );
  }

  async getDataSource(name: string, options?: RequestOptions) {
    const client = await this.client();
    return unwrap(
      await client.GET('/data-sources/{name}', {
        params: { path: { name } },
        ...init(options),
      }),
    );
  }

  async updateDataSource(
    name: string,
    body: DataSourceInput,
    options: WriteOptions,
  ) {
    const client = await this.client();
    return unwrap(
      await client.PUT('/data-sources/{name}', {
        params: { path: { name } },
        body,
        ...init(options),
      }),
    );
  }

  async deleteDataSource(name: string, options: WriteOptions) {
    const client = await this.client();
    unwrap(
      await client.DELETE('/data-sources/{name}', {
        params: { path: { name } },
        ...init(options),
      }),
    );
  }

  async testDataSource(
    name: string,
    body: TestDataSourceBody,
    options?: RequestOptions,
  ) {
    const client = await this.client();
    return unwrap(
      await client.POST('/data-sources/{name}/test', {
        params: { path: { name } },
        body,
        ...init(options),
      }),
    );
  }

  async testDataSourceConfig(
    type: string,
    body: TestDataSourceConfigBody,
    options?: RequestOptions,
  ) {
    const client = await this.client();
    return unwrap(
      await client.POST('/data-source-types/{type}/test', {
        params: { path: { type } },
        body,
        ...init(options),
      }),
    );
  }

  async listDataSourceTypes(options?: RequestOptions) {
    const client = await this.client();
    return unwrap(await client.GET('/data-source-types', init(options)));
  }

  async listConnectors(query?: ListConnectorsQuery, options?: RequestOptions) {
    const client = await this.client();
    return unwrap(
      await client.GET('/connectors', { params: { query }, ...init(options) }),
    );
  }

  async listTargets(options?: RequestOptions) {
    const client = await this.client();
    return unwrap(await client.GET('/targets', init(options)));
  }

  private async client(): Promise<Client<paths>> {
    const { discoveryApi, fetchApi } = this.options;
    return createClient<paths>({
      baseUrl: await discoveryApi.getBaseUrl('scaleph'),
      Request: PlainRequest as unknown as typeof Request,
      fetch: request => {
        const { url, init: requestInit } = request as unknown as PlainRequest;
        return fetchApi
          ? fetchApi.fetch(url, requestInit)
          : fetch(url, requestInit);
      },
    });
  }
}

// What openapi-fetch answers to the caller of a ScalephApi. Generic over the answer alone: inferring it through a callback that takes
// the client makes the compiler run out of memory.
function unwrap<T>(answer: {
  data?: T;
  error?: unknown;
  response: Response;
}): T {
  if (!answer.response.ok) {
    throw ScalephApiError.fromResponse(answer.response, answer.error);
  }
  return answer.data as T;
}

function init(options: Partial<WriteOptions & CreateOptions> = {}) {
  const { token, ifMatch, idempotencyKey, signal } = options;
  return {
    ...(signal && { signal }),
    headers: {
      ...(token && { Authorization: `Bearer ${token}` }),
      ...(ifMatch && { 'If-Match': ifMatch }),
      ...(idempotencyKey && { 'Idempotency-Key': idempotencyKey }),
    },
  };
}
