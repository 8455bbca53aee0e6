/* eslint-disable new-cap -- openapi-fetch names its methods GET, POST, ... */
import { Connect, init, unwrap } from '../http';
import { CatalogueApi } from './CatalogueApi';

/** CatalogueApi over HTTP. @internal */
export function catalogueClient(connect: Connect): CatalogueApi {
  return {
    async listConnectors(query, options) {
      const client = await connect();
      return unwrap(
        await client.GET('/connectors', {
          params: { query },
          ...init(options),
        }),
      );
    },
    async getConnector(kind, connector, query, options) {
      const client = await connect();
      return unwrap(
        await client.GET('/connectors/{kind}/{connector}', {
          params: { path: { kind, connector }, query },
          ...init(options),
        }),
      );
    },
    async listFlinkOptions(options) {
      const client = await connect();
      return unwrap(await client.GET('/flink-options', init(options)));
    },
    async listArtifacts(query, options) {
      const client = await connect();
      return unwrap(
        await client.GET('/artifacts', { params: { query }, ...init(options) }),
      );
    },
    async getArtifact(name, options) {
      const client = await connect();
      return unwrap(
        await client.GET('/artifacts/{name}', {
          params: { path: { name } },
          ...init(options),
        }),
      );
    },
    async uploadArtifact(name, jar, query, options) {
      const client = await connect();
      return unwrap(
        await client.PUT('/artifacts/{name}', {
          params: { path: { name }, query },
          // The contract calls bytes a string; they go as they are.
          body: jar as unknown as string,
          bodySerializer: bytes => bytes as unknown as BodyInit,
          ...init(options, { 'Content-Type': 'application/java-archive' }),
        }),
      );
    },
    async deleteArtifact(name, options) {
      const client = await connect();
      unwrap(
        await client.DELETE('/artifacts/{name}', {
          params: { path: { name } },
          ...init(options),
        }),
      );
    },
  };
}
