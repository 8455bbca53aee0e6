import { HttpAuthService } from '@backstage/backend-plugin-api';
import { callerOf } from '../http/Caller';
import { bodyOf, queryOf } from '../http/contract';
import { RouteInstaller } from '../http/createApiRouter';
import { readIfMatch, sendWithEtag } from '../http/etag';
import { PipelineService } from './PipelineService';

/** /pipelines and /pipelines/{name} @internal */
export function pipelineRoutes(options: {
  service: PipelineService;
  httpAuth: HttpAuthService;
}): RouteInstaller {
  const { service, httpAuth } = options;
  return router => {
    router.get('/pipelines', async (request, response) => {
      const caller = await callerOf(httpAuth, request);
      const query = queryOf<'listPipelines'>(request);
      response.json(await service.list(query, caller));
    });

    router.post('/pipelines', async (request, response) => {
      const caller = await callerOf(httpAuth, request);
      const pipeline = await service.create(
        bodyOf<'createPipeline'>(request),
        caller,
      );
      sendWithEtag(response, 201, pipeline);
    });

    router.get('/pipelines/:name', async (request, response) => {
      const caller = await callerOf(httpAuth, request);
      const pipeline = await service.get(request.params.name, caller);
      sendWithEtag(response, 200, pipeline);
    });

    router.put('/pipelines/:name', async (request, response) => {
      const caller = await callerOf(httpAuth, request);
      const pipeline = await service.update(
        request.params.name,
        bodyOf<'updatePipeline'>(request),
        readIfMatch(request),
        caller,
      );
      sendWithEtag(response, 200, pipeline);
    });

    router.delete('/pipelines/:name', async (request, response) => {
      const caller = await callerOf(httpAuth, request);
      const ifMatch = readIfMatch(request);
      await service.delete(request.params.name, ifMatch, caller);
      response.status(204).end();
    });
  };
}
