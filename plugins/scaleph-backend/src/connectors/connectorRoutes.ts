import { HttpAuthService } from '@backstage/backend-plugin-api';
import { callerOf } from '../http/Caller';
import { queryOf } from '../http/contract';
import { RouteInstaller } from '../http/createApiRouter';
import { ConnectorService } from './ConnectorService';

/** /connectors @internal */
export function connectorRoutes(options: {
  service: ConnectorService;
  httpAuth: HttpAuthService;
}): RouteInstaller {
  return router => {
    router.get('/connectors', async (request, response) => {
      const caller = await callerOf(options.httpAuth, request);
      const items = await options.service.list(
        queryOf<'listConnectors'>(request),
        caller,
      );
      response.json({ items });
    });
  };
}
