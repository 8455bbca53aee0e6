/* eslint-disable new-cap -- openapi-fetch names its methods GET, POST, ... */
import { Connect, init, unwrap } from '../http';
import { JobsApi } from './JobsApi';

/** JobsApi over HTTP. @internal */
export function jobsClient(connect: Connect): JobsApi {
  return {
    async getRunJob(id, options) {
      const client = await connect();
      return unwrap(
        await client.GET('/runs/{id}/job', {
          params: { path: { id } },
          ...init(options),
        }),
      );
    },
    async getRunJobThroughput(id, options) {
      const client = await connect();
      return unwrap(
        await client.GET('/runs/{id}/job/throughput', {
          params: { path: { id } },
          ...init(options),
        }),
      );
    },
    async getRunJobCheckpoints(id, options) {
      const client = await connect();
      return unwrap(
        await client.GET('/runs/{id}/job/checkpoints', {
          params: { path: { id } },
          ...init(options),
        }),
      );
    },
    async getRunJobExceptions(id, options) {
      const client = await connect();
      return unwrap(
        await client.GET('/runs/{id}/job/exceptions', {
          params: { path: { id } },
          ...init(options),
        }),
      );
    },
    async getRunJobConfiguration(id, options) {
      const client = await connect();
      return unwrap(
        await client.GET('/runs/{id}/job/configuration', {
          params: { path: { id } },
          ...init(options),
        }),
      );
    },
    async listRunJobProcesses(id, options) {
      const client = await connect();
      return unwrap(
        await client.GET('/runs/{id}/job/processes', {
          params: { path: { id } },
          ...init(options),
        }),
      );
    },
    async getRunJobText(id, query, options) {
      const client = await connect();
      return unwrap(
        await client.GET('/runs/{id}/job/text', {
          params: { path: { id }, query },
          ...init(options),
        }),
      );
    },
  };
}
