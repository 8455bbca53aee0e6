import { HttpAuthService } from '@backstage/backend-plugin-api';
import { callerOf } from '../http/Caller';
import { bodyOf } from '../http/contract';
import { RouteInstaller } from '../http/createApiRouter';
import { readIfMatch, sendWithEtag } from '../http/etag';
import { OriginService } from './OriginService';

/** /origins, /pipelines/{name}/origin and /pipelines/{name}/patches @internal */
export function originRoutes(options: {
  service: OriginService;
  httpAuth: HttpAuthService;
}): RouteInstaller {
  const { service, httpAuth } = options;
  return router => {
    router.post('/origins', async (request, response) => {
      const caller = await callerOf(httpAuth, request);
      response.json(await service.sync(bodyOf<'syncOrigin'>(request), caller));
    });

    router.put('/pipelines/:name/origin', async (request, response) => {
      const caller = await callerOf(httpAuth, request);
      const { url } = bodyOf<'acceptOrigin'>(request);
      const { name } = request.params;
      sendWithEtag(response, 200, await service.accept(name, url, caller));
    });

    router.delete('/pipelines/:name/origin', async (request, response) => {
      const caller = await callerOf(httpAuth, request);
      const ifMatch = readIfMatch(request);
      sendWithEtag(
        response,
        200,
        await service.detach(request.params.name, ifMatch, caller),
      );
    });

    router.post('/pipelines/:name/patches', async (request, response) => {
      const caller = await callerOf(httpAuth, request);
      const input = bodyOf<'createPipelinePatch'>(request);
      response.json(await service.patch(request.params.name, input, caller));
    });
  };
}
