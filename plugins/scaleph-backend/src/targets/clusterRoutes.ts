import { HttpAuthService } from '@backstage/backend-plugin-api';
import { ProcessTextRequest } from '@scaleph/backstage-plugin-scaleph-node';
import { callerOf } from '../http/Caller';
import { RouteInstaller } from '../http/createApiRouter';
import { TargetService } from './TargetService';

/** /targets/{name}/…: what the cluster tells of itself @internal */
export function clusterRoutes(options: {
  service: TargetService;
  httpAuth: HttpAuthService;
}): RouteInstaller {
  const { service, httpAuth } = options;
  return router => {
    router.get('/targets/:name/overview', async (request, response) => {
      const caller = await callerOf(httpAuth, request);
      response.json(await service.overview(request.params.name, caller));
    });

    router.get('/targets/:name/configuration', async (request, response) => {
      const caller = await callerOf(httpAuth, request);
      response.json(await service.configuration(request.params.name, caller));
    });

    router.get('/targets/:name/processes', async (request, response) => {
      const caller = await callerOf(httpAuth, request);
      response.json(await service.processes(request.params.name, caller));
    });

    router.get('/targets/:name/text', async (request, response) => {
      const caller = await callerOf(httpAuth, request);
      const query = request.query as unknown as ProcessTextRequest;
      const { name } = request.params;
      response.json(await service.readText(name, query, caller));
    });

    router.post('/targets/:name/ui-tickets', async (request, response) => {
      const caller = await callerOf(httpAuth, request);
      const { name } = request.params;
      response.status(201).json(await service.createUiTicket(name, caller));
    });
  };
}
