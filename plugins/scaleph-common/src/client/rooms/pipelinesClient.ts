/* eslint-disable new-cap -- openapi-fetch names its methods GET, POST, ... */
import { Connect, init, unwrap } from '../http';
import { PipelinesApi } from './PipelinesApi';

/** PipelinesApi over HTTP. @internal */
export function pipelinesClient(connect: Connect): PipelinesApi {
  return {
    async listPipelines(query, options) {
      const client = await connect();
      return unwrap(
        await client.GET('/pipelines', { params: { query }, ...init(options) }),
      );
    },
    async createPipeline(body, options) {
      const client = await connect();
      return unwrap(
        await client.POST('/pipelines', { body, ...init(options) }),
      );
    },
    async validatePipeline(body, options) {
      const client = await connect();
      return unwrap(
        await client.POST('/validations', { body, ...init(options) }),
      );
    },
    async getPipeline(name, options) {
      const client = await connect();
      return unwrap(
        await client.GET('/pipelines/{name}', {
          params: { path: { name } },
          ...init(options),
        }),
      );
    },
    async updatePipeline(name, body, options) {
      const client = await connect();
      return unwrap(
        await client.PUT('/pipelines/{name}', {
          params: { path: { name } },
          body,
          ...init(options),
        }),
      );
    },
    async deletePipeline(name, options) {
      const client = await connect();
      unwrap(
        await client.DELETE('/pipelines/{name}', {
          params: { path: { name } },
          ...init(options),
        }),
      );
    },
    async retirePipeline(name, body, options) {
      const client = await connect();
      return unwrap(
        await client.PUT('/pipelines/{name}/retirement', {
          params: { path: { name } },
          body,
          ...init(options),
        }),
      );
    },
    async bringBackPipeline(name, options) {
      const client = await connect();
      return unwrap(
        await client.DELETE('/pipelines/{name}/retirement', {
          params: { path: { name } },
          ...init(options),
        }),
      );
    },
    async exportPipeline(name, options) {
      const client = await connect();
      // The contract says string, since JSON schema has no bytes.
      const archive: unknown = unwrap(
        await client.GET('/pipelines/{name}/archive', {
          params: { path: { name } },
          parseAs: 'blob',
          ...init(options),
        }),
      );
      return archive as Blob;
    },
    async exportSystem(system, options) {
      const client = await connect();
      const archive: unknown = unwrap(
        await client.GET('/archives', {
          params: { query: { system } },
          parseAs: 'blob',
          ...init(options),
        }),
      );
      return archive as Blob;
    },
    async importArchive(archive, query, options) {
      const client = await connect();
      return unwrap(
        await client.POST('/archives', {
          params: { query },
          // The contract calls bytes a string; they go as they are.
          body: archive as unknown as string,
          bodySerializer: bytes => bytes as unknown as BodyInit,
          ...init(options, { 'Content-Type': 'application/zip' }),
        }),
      );
    },
    async listPipelineVersions(name, query, options) {
      const client = await connect();
      return unwrap(
        await client.GET('/pipelines/{name}/versions', {
          params: { path: { name }, query },
          ...init(options),
        }),
      );
    },
    async publishPipeline(name, body, options) {
      const client = await connect();
      return unwrap(
        await client.POST('/pipelines/{name}/versions', {
          params: { path: { name } },
          body,
          ...init(options),
        }),
      );
    },
    async getPipelineVersion(name, version, options) {
      const client = await connect();
      return unwrap(
        await client.GET('/pipelines/{name}/versions/{version}', {
          params: { path: { name, version } },
          ...init(options),
        }),
      );
    },
    async diffPipeline(name, query, options) {
      const client = await connect();
      return unwrap(
        await client.GET('/pipelines/{name}/diff', {
          params: { path: { name }, query },
          ...init(options),
        }),
      );
    },
    async planPipeline(name, body, options) {
      const client = await connect();
      return unwrap(
        await client.POST('/pipelines/{name}/plan', {
          params: { path: { name } },
          body,
          ...init(options),
        }),
      );
    },
    async inferPipelineFields(name, body, options) {
      const client = await connect();
      return unwrap(
        await client.POST('/pipelines/{name}/fields', {
          params: { path: { name } },
          body,
          ...init(options),
        }),
      );
    },
    async previewPipelineNode(name, body, options) {
      const client = await connect();
      return unwrap(
        await client.POST('/pipelines/{name}/previews', {
          params: { path: { name } },
          body: { limit: 50, ...body },
          ...init(options),
        }),
      );
    },
  };
}
