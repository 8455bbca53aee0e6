import { HttpAuthService } from '@backstage/backend-plugin-api';
import { JsonObject } from '@backstage/types';
import { callerOf } from '../http/Caller';
import { RouteInstaller } from '../http/createApiRouter';
import { ConnectionEdit } from '../registrations/ConnectionEdit';
import { TargetService } from './TargetService';

/** /target-types @internal */
export function targetTypeRoutes(options: {
  service: TargetService;
  httpAuth: HttpAuthService;
}): RouteInstaller {
  const { service, httpAuth } = options;
  return router => {
    router.get('/target-types', async (request, response) => {
      const caller = await callerOf(httpAuth, request);
      response.json({ items: await service.listTypes(caller) });
    });

    router.post('/target-types/:type/test', async (request, response) => {
      const caller = await callerOf(httpAuth, request);
      const edit = request.body as ConnectionEdit & { config: JsonObject };
      const { type } = request.params;
      response.json(await service.testConfig(type, edit, caller));
    });
  };
}
