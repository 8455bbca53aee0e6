import { HttpAuthService } from '@backstage/backend-plugin-api';
import { callerOf } from '../http/Caller';
import { bodyOf } from '../http/contract';
import { RouteInstaller } from '../http/createApiRouter';
import { readIfMatch } from '../http/etag';
import { ConnectionEdit } from '../registrations/ConnectionEdit';
import { sendTarget } from './sendTarget';
import { TargetService } from './TargetService';

/** /targets: what is registered @internal */
export function targetRoutes(options: {
  service: TargetService;
  httpAuth: HttpAuthService;
}): RouteInstaller {
  const { service, httpAuth } = options;
  return router => {
    router.get('/targets', async (request, response) => {
      const caller = await callerOf(httpAuth, request);
      response.json({ items: await service.list(caller) });
    });

    router.post('/targets', async (request, response) => {
      const caller = await callerOf(httpAuth, request);
      const target = await service.create(
        bodyOf<'createTarget'>(request),
        caller,
      );
      sendTarget(response, 201, target);
    });

    router.get('/targets/:name', async (request, response) => {
      const caller = await callerOf(httpAuth, request);
      const target = await service.get(request.params.name, caller);
      sendTarget(response, 200, target);
    });

    router.put('/targets/:name', async (request, response) => {
      const caller = await callerOf(httpAuth, request);
      const target = await service.update(
        request.params.name,
        bodyOf<'updateTarget'>(request),
        readIfMatch(request),
        caller,
      );
      sendTarget(response, 200, target);
    });

    router.delete('/targets/:name', async (request, response) => {
      const caller = await callerOf(httpAuth, request);
      const ifMatch = readIfMatch(request);
      await service.delete(request.params.name, ifMatch, caller);
      response.status(204).end();
    });

    router.post('/targets/:name/test', async (request, response) => {
      const caller = await callerOf(httpAuth, request);
      const edit = request.body as ConnectionEdit;
      response.json(await service.test(request.params.name, edit, caller));
    });
  };
}
