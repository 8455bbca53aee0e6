import { HttpAuthService } from '@backstage/backend-plugin-api';
import { callerOf } from '../http/Caller';
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
      const range = request.query as unknown as { from?: string; to: string };
      response.json(await service.diff(request.params.name, range, caller));
    });

    router.post('/pipelines/:name/plan', async (request, response) => {
      const caller = await callerOf(httpAuth, request);
      response.json(
        await service.plan(request.params.name, request.body, caller),
      );
    });

    router.post('/validations', async (request, response) => {
      const caller = await callerOf(httpAuth, request);
      response.json(await service.validate(request.body, caller));
    });
  };
}
