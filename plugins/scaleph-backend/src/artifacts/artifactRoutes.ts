import { HttpAuthService } from '@backstage/backend-plugin-api';
import { flinkOptions } from '@scaleph/backstage-plugin-scaleph-common';
import { callerOf } from '../http/Caller';
import { queryOf } from '../http/contract';
import { RouteInstaller } from '../http/createApiRouter';
import { ArtifactService } from './ArtifactService';

/** /artifacts, /artifacts/{name} and /flink-options @internal */
export function artifactRoutes(options: {
  service: ArtifactService;
  httpAuth: HttpAuthService;
}): RouteInstaller {
  const { service, httpAuth } = options;
  return router => {
    router.get('/artifacts', async (request, response) => {
      const caller = await callerOf(httpAuth, request);
      const query = queryOf<'listArtifacts'>(request);
      response.json(await service.list(query, caller));
    });

    router.put('/artifacts/:name', async (request, response) => {
      const caller = await callerOf(httpAuth, request);
      const { artifact, isNew } = await service.upload(
        {
          ...queryOf<'uploadArtifact'>(request),
          name: request.params.name,
          content: request,
        },
        caller,
      );
      response.status(isNew ? 201 : 200).json(artifact);
    });

    router.get('/artifacts/:name', async (request, response) => {
      const caller = await callerOf(httpAuth, request);
      response.json(await service.get(request.params.name, caller));
    });

    router.delete('/artifacts/:name', async (request, response) => {
      const caller = await callerOf(httpAuth, request);
      await service.delete(request.params.name, caller);
      response.status(204).end();
    });

    // Public knowledge about Flink; who may call the API may know it.
    router.get('/flink-options', async (request, response) => {
      await callerOf(httpAuth, request);
      response.json({ items: flinkOptions });
    });
  };
}
