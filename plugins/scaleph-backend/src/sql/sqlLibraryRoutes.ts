import { HttpAuthService } from '@backstage/backend-plugin-api';
import { callerOf } from '../http/Caller';
import { queryOf } from '../http/contract';
import { RouteInstaller } from '../http/createApiRouter';
import { readIfMatch, sendWithEtag } from '../http/etag';
import { SqlLibrary } from './SqlService';

/** /sql/history, /sql/queries and /sql/environments @internal */
export function sqlLibraryRoutes(options: {
  library: SqlLibrary;
  httpAuth: HttpAuthService;
}): RouteInstaller {
  const { library, httpAuth } = options;
  return router => {
    router.get('/sql/history', async (request, response) => {
      const caller = await callerOf(httpAuth, request);
      const query = queryOf<'listSqlHistory'>(request);
      response.json(await library.listHistory(query, caller));
    });

    router.delete('/sql/history', async (request, response) => {
      await library.clearHistory(await callerOf(httpAuth, request));
      response.status(204).end();
    });

    router.get('/sql/queries', async (request, response) => {
      const caller = await callerOf(httpAuth, request);
      const { search } = queryOf<'listSqlQueries'>(request);
      response.json({ items: await library.listQueries(search, caller) });
    });

    router.post('/sql/queries', async (request, response) => {
      const caller = await callerOf(httpAuth, request);
      const query = await library.createQuery(request.body, caller);
      sendWithEtag(response, 201, query);
    });

    router.get('/sql/queries/:query', async (request, response) => {
      const caller = await callerOf(httpAuth, request);
      const query = await library.getQuery(request.params.query, caller);
      sendWithEtag(response, 200, query);
    });

    router.put('/sql/queries/:query', async (request, response) => {
      const caller = await callerOf(httpAuth, request);
      const query = await library.updateQuery(
        request.params.query,
        request.body,
        readIfMatch(request),
        caller,
      );
      sendWithEtag(response, 200, query);
    });

    router.delete('/sql/queries/:query', async (request, response) => {
      const caller = await callerOf(httpAuth, request);
      await library.deleteQuery(request.params.query, caller);
      response.status(204).end();
    });

    router.get('/sql/environments', async (request, response) => {
      const caller = await callerOf(httpAuth, request);
      response.json({ items: await library.listEnvironments(caller) });
    });

    router.put('/sql/environments/:name', async (request, response) => {
      const caller = await callerOf(httpAuth, request);
      const environment = await library.putEnvironment(
        request.params.name,
        request.body,
        request.header('If-Match') ? readIfMatch(request) : undefined,
        caller,
      );
      sendWithEtag(response, 200, environment);
    });

    router.delete('/sql/environments/:name', async (request, response) => {
      const caller = await callerOf(httpAuth, request);
      await library.deleteEnvironment(request.params.name, caller);
      response.status(204).end();
    });
  };
}
