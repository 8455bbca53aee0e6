import { HttpAuthService } from '@backstage/backend-plugin-api';
import { SqlObjectPath } from '@scaleph/backstage-plugin-scaleph-node';
import { callerOf } from '../http/Caller';
import { RouteInstaller } from '../http/createApiRouter';
import { SqlService } from './SqlService';

/** /sql/places and /sql/sessions @internal */
export function sqlSessionRoutes(options: {
  service: SqlService;
  httpAuth: HttpAuthService;
}): RouteInstaller {
  const { service, httpAuth } = options;
  return router => {
    router.get('/sql/places', async (request, response) => {
      const caller = await callerOf(httpAuth, request);
      response.json({ items: await service.listPlaces(caller) });
    });

    router.get('/sql/sessions', async (request, response) => {
      const caller = await callerOf(httpAuth, request);
      response.json({ items: await service.listSessions(caller) });
    });

    router.post('/sql/sessions', async (request, response) => {
      const caller = await callerOf(httpAuth, request);
      const session = await service.openSession(request.body, caller);
      response.status(201).json(session);
    });

    router.get('/sql/sessions/:session', async (request, response) => {
      const caller = await callerOf(httpAuth, request);
      response.json(await service.getSession(request.params.session, caller));
    });

    router.delete('/sql/sessions/:session', async (request, response) => {
      const caller = await callerOf(httpAuth, request);
      await service.closeSession(request.params.session, caller);
      response.status(204).end();
    });

    router.post('/sql/sessions/:session/jars', async (request, response) => {
      const caller = await callerOf(httpAuth, request);
      const { artifact } = request.body;
      const { session } = request.params;
      response.json(await service.addJar(session, artifact, caller));
    });

    router.post(
      '/sql/sessions/:session/completions',
      async (request, response) => {
        const caller = await callerOf(httpAuth, request);
        const { session } = request.params;
        const items = await service.complete(session, request.body, caller);
        response.json({ items });
      },
    );

    router.post(
      '/sql/sessions/:session/explanations',
      async (request, response) => {
        const caller = await callerOf(httpAuth, request);
        const { session } = request.params;
        response.json(await service.explain(session, request.body, caller));
      },
    );

    router.get('/sql/sessions/:session/objects', async (request, response) => {
      const caller = await callerOf(httpAuth, request);
      const path = request.query as unknown as SqlObjectPath;
      const { session } = request.params;
      const items = await service.listObjects(session, path, caller);
      response.json({ items });
    });
  };
}
