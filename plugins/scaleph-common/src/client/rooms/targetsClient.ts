/* eslint-disable new-cap -- openapi-fetch names its methods GET, POST, ... */
import { Connect, init, unwrap } from '../http';
import { TargetsApi } from './TargetsApi';

/** TargetsApi over HTTP. @internal */
export function targetsClient(connect: Connect): TargetsApi {
  return {
    async listTargets(options) {
      const client = await connect();
      return unwrap(await client.GET('/targets', init(options)));
    },
    async createTarget(body, options) {
      const client = await connect();
      return unwrap(await client.POST('/targets', { body, ...init(options) }));
    },
    async getTarget(name, options) {
      const client = await connect();
      return unwrap(
        await client.GET('/targets/{name}', {
          params: { path: { name } },
          ...init(options),
        }),
      );
    },
    async updateTarget(name, body, options) {
      const client = await connect();
      return unwrap(
        await client.PUT('/targets/{name}', {
          params: { path: { name } },
          body,
          ...init(options),
        }),
      );
    },
    async deleteTarget(name, options) {
      const client = await connect();
      unwrap(
        await client.DELETE('/targets/{name}', {
          params: { path: { name } },
          ...init(options),
        }),
      );
    },
    async testTarget(name, body, options) {
      const client = await connect();
      return unwrap(
        await client.POST('/targets/{name}/test', {
          params: { path: { name } },
          body,
          ...init(options),
        }),
      );
    },
    async listTargetTypes(options) {
      const client = await connect();
      return unwrap(await client.GET('/target-types', init(options)));
    },
    async testTargetConfig(type, body, options) {
      const client = await connect();
      return unwrap(
        await client.POST('/target-types/{type}/test', {
          params: { path: { type } },
          body,
          ...init(options),
        }),
      );
    },
    async getTargetOverview(name, options) {
      const client = await connect();
      return unwrap(
        await client.GET('/targets/{name}/overview', {
          params: { path: { name } },
          ...init(options),
        }),
      );
    },
    async getTargetConfiguration(name, options) {
      const client = await connect();
      return unwrap(
        await client.GET('/targets/{name}/configuration', {
          params: { path: { name } },
          ...init(options),
        }),
      );
    },
    async listTargetProcesses(name, options) {
      const client = await connect();
      return unwrap(
        await client.GET('/targets/{name}/processes', {
          params: { path: { name } },
          ...init(options),
        }),
      );
    },
    async getTargetText(name, query, options) {
      const client = await connect();
      return unwrap(
        await client.GET('/targets/{name}/text', {
          params: { path: { name }, query },
          ...init(options),
        }),
      );
    },
    async createTargetUiTicket(name, options) {
      const client = await connect();
      return unwrap(
        await client.POST('/targets/{name}/ui-tickets', {
          params: { path: { name } },
          ...init(options),
        }),
      );
    },
    async adoptJob(name, jobId, body, options) {
      const client = await connect();
      return unwrap(
        await client.POST('/targets/{name}/jobs/{jobId}/adoption', {
          params: { path: { name, jobId } },
          body,
          ...init(options),
        }),
      );
    },
  };
}
