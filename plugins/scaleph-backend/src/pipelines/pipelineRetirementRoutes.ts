import { HttpAuthService } from '@backstage/backend-plugin-api';
import { callerOf } from '../http/Caller';
import { bodyOf } from '../http/contract';
import { RouteInstaller } from '../http/createApiRouter';
import { readIfMatch, sendWithEtag } from '../http/etag';
import { PipelineService } from './PipelineService';

/** /pipelines/{name}/retirement @internal */
export function pipelineRetirementRoutes(options: {
  service: PipelineService;
  httpAuth: HttpAuthService;
}): RouteInstaller {
  const { service, httpAuth } = options;
  return router => {
    router.put('/pipelines/:name/retirement', async (request, response) => {
      const caller = await callerOf(httpAuth, request);
      const pipeline = await service.retire(
        request.params.name,
        bodyOf<'retirePipeline'>(request),
        readIfMatch(request),
        caller,
      );
      sendWithEtag(response, 200, pipeline);
    });

    router.delete('/pipelines/:name/retirement', async (request, response) => {
      const caller = await callerOf(httpAuth, request);
      const pipeline = await service.bringBack(
        request.params.name,
        readIfMatch(request),
        caller,
      );
      sendWithEtag(response, 200, pipeline);
    });
  };
}
