import { HttpAuthService } from '@backstage/backend-plugin-api';
import { callerOf } from '../http/Caller';
import { RouteInstaller } from '../http/createApiRouter';
import { SnapshotService } from './SnapshotService';

/** /runs/{id}/snapshots and /pipelines/{name}/snapshots. @internal */
export function snapshotRoutes(options: {
  service: SnapshotService;
  httpAuth: HttpAuthService;
}): RouteInstaller {
  const { service, httpAuth } = options;
  return router => {
    router.get('/runs/:id/snapshots', async (request, response) => {
      const caller = await callerOf(httpAuth, request);
      const items = await service.listOfRun(request.params.id, caller);
      response.json({ items });
    });

    router.delete(
      '/runs/:id/snapshots/:snapshot',
      async (request, response) => {
        const caller = await callerOf(httpAuth, request);
        const { id, snapshot } = request.params;
        await service.delete(id, snapshot, caller);
        response.status(204).end();
      },
    );

    router.get('/pipelines/:name/snapshots', async (request, response) => {
      const caller = await callerOf(httpAuth, request);
      const items = await service.listOfPipeline(request.params.name, caller);
      response.json({ items });
    });
  };
}
