import { HttpAuthService } from '@backstage/backend-plugin-api';
import { callerOf } from '../http/Caller';
import { RouteInstaller } from '../http/createApiRouter';
import { TargetService } from './TargetService';

/** /targets @internal */
export function targetRoutes(options: {
  service: TargetService;
  httpAuth: HttpAuthService;
}): RouteInstaller {
  return router => {
    router.get('/targets', async (request, response) => {
      const caller = await callerOf(options.httpAuth, request);
      response.json({ items: await options.service.list(caller) });
    });
  };
}
