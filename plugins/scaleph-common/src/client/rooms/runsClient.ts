/* eslint-disable new-cap -- openapi-fetch names its methods GET, POST, ... */
import { Connect, init, unwrap } from '../http';
import { RunsApi } from './RunsApi';

/** RunsApi over HTTP. @internal */
export function runsClient(connect: Connect): RunsApi {
  return {
    async listPipelineRuns(name, query, options) {
      const client = await connect();
      return unwrap(
        await client.GET('/pipelines/{name}/runs', {
          params: { path: { name }, query },
          ...init(options),
        }),
      );
    },
    async createRun(name, body, options) {
      const client = await connect();
      return unwrap(
        await client.POST('/pipelines/{name}/runs', {
          params: { path: { name } },
          body,
          ...init(options),
        }),
      );
    },
    async listRuns(query, options) {
      const client = await connect();
      return unwrap(
        await client.GET('/runs', { params: { query }, ...init(options) }),
      );
    },
    async getRun(id, options) {
      const client = await connect();
      return unwrap(
        await client.GET('/runs/{id}', {
          params: { path: { id } },
          ...init(options),
        }),
      );
    },
    async listRunEvents(id, query, options) {
      const client = await connect();
      return unwrap(
        await client.GET('/runs/{id}/events', {
          params: { path: { id }, query },
          ...init(options),
        }),
      );
    },
    async listRunLogs(id, query, options) {
      const client = await connect();
      return unwrap(
        await client.GET('/runs/{id}/logs', {
          params: { path: { id }, query },
          ...init(options),
        }),
      );
    },
    async actOnRun(id, body, options) {
      const client = await connect();
      return unwrap(
        await client.POST('/runs/{id}/actions', {
          params: { path: { id } },
          body,
          ...init(options),
        }),
      );
    },
    async listRunOperations(id, query, options) {
      const client = await connect();
      return unwrap(
        await client.GET('/runs/{id}/operations', {
          params: { path: { id }, query },
          ...init(options),
        }),
      );
    },
    async listRunSnapshots(id, options) {
      const client = await connect();
      return unwrap(
        await client.GET('/runs/{id}/snapshots', {
          params: { path: { id } },
          ...init(options),
        }),
      );
    },
    async deleteRunSnapshot(id, snapshot, options) {
      const client = await connect();
      unwrap(
        await client.DELETE('/runs/{id}/snapshots/{snapshot}', {
          params: { path: { id, snapshot } },
          ...init(options),
        }),
      );
    },
    async listPipelineSnapshots(name, options) {
      const client = await connect();
      return unwrap(
        await client.GET('/pipelines/{name}/snapshots', {
          params: { path: { name } },
          ...init(options),
        }),
      );
    },
  };
}
