/* eslint-disable new-cap -- openapi-fetch names its methods GET, POST, ... */
import { Connect, init, unwrap } from '../http';
import { DataSourcesApi } from './DataSourcesApi';

/** DataSourcesApi over HTTP. @internal */
export function dataSourcesClient(connect: Connect): DataSourcesApi {
  return {
    async listDataSources(query, options) {
      const client = await connect();
      return unwrap(
        await client.GET('/data-sources', {
          params: { query },
          ...init(options),
        }),
      );
    },
    async createDataSource(body, options) {
      const client = await connect();
      return unwrap(
        await client.POST('/data-sources', { body, ...init(options) }),
      );
    },
    async getDataSource(name, options) {
      const client = await connect();
      return unwrap(
        await client.GET('/data-sources/{name}', {
          params: { path: { name } },
          ...init(options),
        }),
      );
    },
    async updateDataSource(name, body, options) {
      const client = await connect();
      return unwrap(
        await client.PUT('/data-sources/{name}', {
          params: { path: { name } },
          body,
          ...init(options),
        }),
      );
    },
    async deleteDataSource(name, { olderVersions, ...options }) {
      const client = await connect();
      unwrap(
        await client.DELETE('/data-sources/{name}', {
          params: { path: { name }, query: { olderVersions } },
          ...init(options),
        }),
      );
    },
    async testDataSource(name, body, options) {
      const client = await connect();
      return unwrap(
        await client.POST('/data-sources/{name}/test', {
          params: { path: { name } },
          body,
          ...init(options),
        }),
      );
    },
    async testDataSourceConfig(type, body, options) {
      const client = await connect();
      return unwrap(
        await client.POST('/data-source-types/{type}/test', {
          params: { path: { type } },
          body,
          ...init(options),
        }),
      );
    },
    async listDataSourceTypes(options) {
      const client = await connect();
      return unwrap(await client.GET('/data-source-types', init(options)));
    },
    async listDataSourceObjects(name, query, options) {
      const client = await connect();
      return unwrap(
        await client.GET('/data-sources/{name}/objects', {
          params: { path: { name }, query },
          ...init(options),
        }),
      );
    },
    async readDataSourceRows(name, query, options) {
      const client = await connect();
      return unwrap(
        await client.GET('/data-sources/{name}/rows', {
          params: { path: { name }, query },
          ...init(options),
        }),
      );
    },
  };
}
