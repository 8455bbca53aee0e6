/* eslint-disable new-cap -- openapi-fetch names its methods GET, POST, ... */
import { Connect, init, unwrap } from '../http';
import { OriginsApi } from './OriginsApi';

/** @internal */
export function originsClient(connect: Connect): OriginsApi {
  return {
    async syncOrigin(reading, options) {
      const client = await connect();
      return unwrap(
        await client.POST('/origins', { body: reading, ...init(options) }),
      );
    },
    async acceptOrigin(name, url, options) {
      const client = await connect();
      return unwrap(
        await client.PUT('/pipelines/{name}/origin', {
          params: { path: { name } },
          body: { url },
          ...init(options),
        }),
      );
    },
    async detachPipeline(name, options) {
      const client = await connect();
      return unwrap(
        await client.DELETE('/pipelines/{name}/origin', {
          params: { path: { name } },
          ...init(options),
        }),
      );
    },
    async createPipelinePatch(name, body, options) {
      const client = await connect();
      return unwrap(
        await client.POST('/pipelines/{name}/patches', {
          params: { path: { name } },
          body,
          ...init(options),
        }),
      );
    },
  };
}
