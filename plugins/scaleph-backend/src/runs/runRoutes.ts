import { HttpAuthService } from '@backstage/backend-plugin-api';
import { LogLevel, RunState } from '@scaleph/backstage-plugin-scaleph-common';
import { callerOf } from '../http/Caller';
import { RouteInstaller } from '../http/createApiRouter';
import { RunActionInput, RunListQuery, RunService } from './RunService';

/** /runs and /pipelines/{name}/runs. @internal */
export function runRoutes(options: {
  service: RunService;
  httpAuth: HttpAuthService;
}): RouteInstaller {
  const { service, httpAuth } = options;
  return router => {
    router.get('/pipelines/:name/runs', async (request, response) => {
      const caller = await callerOf(httpAuth, request);
      const query = request.query as unknown as {
        state?: RunState;
        limit: number;
        cursor?: string;
      };
      response.json(
        await service.listOfPipeline(request.params.name, query, caller),
      );
    });

    router.post('/pipelines/:name/runs', async (request, response) => {
      const caller = await callerOf(httpAuth, request);
      const run = await service.create(
        request.params.name,
        request.body,
        caller,
      );
      response.status(201).json(run);
    });

    router.get('/runs', async (request, response) => {
      const caller = await callerOf(httpAuth, request);
      const { visible: _never, ...query } =
        request.query as unknown as RunListQuery;
      response.json(await service.list(query, caller));
    });

    router.get('/runs/:id', async (request, response) => {
      const caller = await callerOf(httpAuth, request);
      response.json(await service.get(request.params.id, caller));
    });

    router.get('/runs/:id/events', async (request, response) => {
      const caller = await callerOf(httpAuth, request);
      const query = request.query as unknown as {
        after?: number;
        limit: number;
      };
      const items = await service.events(request.params.id, query, caller);
      response.json({ items });
    });

    router.get('/runs/:id/logs', async (request, response) => {
      const caller = await callerOf(httpAuth, request);
      const query = request.query as unknown as {
        after?: number;
        node?: string;
        level?: LogLevel;
        limit: number;
      };
      response.json(await service.logs(request.params.id, query, caller));
    });

    router.post('/runs/:id/actions', async (request, response) => {
      const caller = await callerOf(httpAuth, request);
      const input = request.body as RunActionInput;
      const run = await service.act(request.params.id, input, caller);
      response.status(202).json(run);
    });

    router.get('/runs/:id/operations', async (request, response) => {
      const caller = await callerOf(httpAuth, request);
      const query = request.query as unknown as { limit: number };
      const items = await service.operations(request.params.id, query, caller);
      response.json({ items });
    });
  };
}
