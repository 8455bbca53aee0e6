import { HttpAuthService } from '@backstage/backend-plugin-api';
import { callerOf } from '../http/Caller';
import { RouteInstaller } from '../http/createApiRouter';
import { SqlService } from './SqlService';

/** Statements of a session, and /sql/operations @internal */
export function sqlOperationRoutes(options: {
  service: SqlService;
  httpAuth: HttpAuthService;
}): RouteInstaller {
  const { service, httpAuth } = options;
  return router => {
    router.get(
      '/sql/sessions/:session/operations',
      async (request, response) => {
        const caller = await callerOf(httpAuth, request);
        const { session } = request.params;
        response.json({ items: await service.listOperations(session, caller) });
      },
    );

    router.post(
      '/sql/sessions/:session/operations',
      async (request, response) => {
        const caller = await callerOf(httpAuth, request);
        const { session } = request.params;
        const execution = await service.execute(session, request.body, caller);
        response.status(201).json(execution);
      },
    );

    router.get('/sql/operations/:operation', async (request, response) => {
      const caller = await callerOf(httpAuth, request);
      const { operation } = request.params;
      response.json(await service.getOperation(operation, caller));
    });

    router.get('/sql/operations/:operation/rows', async (request, response) => {
      const caller = await callerOf(httpAuth, request);
      const { operation } = request.params;
      const range = request.query as unknown as {
        token?: string;
        waitMs: number;
        maxRows: number;
      };
      response.json(await service.fetchRows(operation, range, caller));
    });

    router.post(
      '/sql/operations/:operation/cancellation',
      async (request, response) => {
        const caller = await callerOf(httpAuth, request);
        const { operation } = request.params;
        response.json(await service.cancel(operation, caller));
      },
    );
  };
}
