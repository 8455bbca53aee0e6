import { HttpAuthService } from '@backstage/backend-plugin-api';
import { callerOf } from '../http/Caller';
import { bodyOf, queryOf } from '../http/contract';
import { RouteInstaller } from '../http/createApiRouter';
import { PipelineService } from './PipelineService';

/** What changes nothing: /pipelines/{name}/diff, /pipelines/{name}/plan and /validations @internal */
export function pipelinePreviewRoutes(options: {
  service: PipelineService;
  httpAuth: HttpAuthService;
}): RouteInstaller {
  const { service, httpAuth } = options;
  return router => {
    router.get('/pipelines/:name/diff', async (request, response) => {
      const caller = await callerOf(httpAuth, request);
      const range = queryOf<'diffPipeline'>(request);
      response.json(await service.diff(request.params.name, range, caller));
    });

    router.post('/pipelines/:name/plan', async (request, response) => {
      const caller = await callerOf(httpAuth, request);
      response.json(
        await service.plan(
          request.params.name,
          bodyOf<'planPipeline'>(request),
          caller,
        ),
      );
    });

    router.post('/validations', async (request, response) => {
      const caller = await callerOf(httpAuth, request);
      const input = bodyOf<'validatePipeline'>(request);
      response.json(await service.validate(input, caller));
    });
  };
}
