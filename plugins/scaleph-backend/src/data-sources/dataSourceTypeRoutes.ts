import { HttpAuthService } from '@backstage/backend-plugin-api';
import { callerOf } from '../http/Caller';
import { RouteInstaller } from '../http/createApiRouter';
import { goneSignal } from '../http/goneSignal';
import { DataSourceService } from './DataSourceService';

/** /data-source-types @internal */
export function dataSourceTypeRoutes(options: {
  service: DataSourceService;
  httpAuth: HttpAuthService;
}): RouteInstaller {
  const { service, httpAuth } = options;
  return router => {
    router.get('/data-source-types', async (request, response) => {
      const caller = await callerOf(httpAuth, request);
      response.json({ items: await service.listTypes(caller) });
    });

    router.post('/data-source-types/:type/test', async (request, response) => {
      const caller = await callerOf(httpAuth, request);
      const { type } = request.params;
      const gone = goneSignal(response);
      response.json(await service.testConfig(type, request.body, caller, gone));
    });
  };
}
