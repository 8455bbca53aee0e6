import { HttpAuthService } from '@backstage/backend-plugin-api';
import { callerOf } from '../http/Caller';
import { bodyOf, queryOf } from '../http/contract';
import { RouteInstaller } from '../http/createApiRouter';
import { readIfMatch } from '../http/etag';
import { PipelineService } from './PipelineService';

/** /pipelines/{name}/versions @internal */
export function pipelineVersionRoutes(options: {
  service: PipelineService;
  httpAuth: HttpAuthService;
}): RouteInstaller {
  const { service, httpAuth } = options;
  return router => {
    router.get('/pipelines/:name/versions', async (request, response) => {
      const caller = await callerOf(httpAuth, request);
      const page = queryOf<'listPipelineVersions'>(request);
      response.json(
        await service.listVersions(request.params.name, page, caller),
      );
    });

    router.post('/pipelines/:name/versions', async (request, response) => {
      const caller = await callerOf(httpAuth, request);
      const { version, created } = await service.publish(
        request.params.name,
        bodyOf<'publishPipeline'>(request),
        readIfMatch(request),
        caller,
      );
      response.status(created ? 201 : 200).json(version);
    });

    router.get(
      '/pipelines/:name/versions/:version',
      async (request, response) => {
        const caller = await callerOf(httpAuth, request);
        const { name, version } = request.params;
        response.json(await service.getVersion(name, Number(version), caller));
      },
    );
  };
}
