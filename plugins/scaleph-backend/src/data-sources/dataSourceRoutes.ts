import { HttpAuthService } from '@backstage/backend-plugin-api';
import { callerOf } from '../http/Caller';
import { RouteInstaller } from '../http/createApiRouter';
import { readIfMatch, sendWithEtag } from '../http/etag';
import { goneSignal } from '../http/goneSignal';
import {
  DataSourceQuery,
  DataSourceService,
  RowsQuery,
} from './DataSourceService';
import { OlderVersions } from './DataSourceUsers';

/** /data-sources and /data-sources/{name} @internal */
export function dataSourceRoutes(options: {
  service: DataSourceService;
  httpAuth: HttpAuthService;
}): RouteInstaller {
  const { service, httpAuth } = options;
  return router => {
    router.get('/data-sources', async (request, response) => {
      const caller = await callerOf(httpAuth, request);
      const query = request.query as unknown as DataSourceQuery;
      response.json(await service.list(query, caller));
    });

    router.post('/data-sources', async (request, response) => {
      const caller = await callerOf(httpAuth, request);
      const dataSource = await service.create(request.body, caller);
      sendWithEtag(response, 201, dataSource);
    });

    router.get('/data-sources/:name', async (request, response) => {
      const caller = await callerOf(httpAuth, request);
      const dataSource = await service.get(request.params.name, caller);
      sendWithEtag(response, 200, dataSource);
    });

    router.put('/data-sources/:name', async (request, response) => {
      const caller = await callerOf(httpAuth, request);
      const dataSource = await service.update(
        request.params.name,
        request.body,
        readIfMatch(request),
        caller,
      );
      sendWithEtag(response, 200, dataSource);
    });

    router.delete('/data-sources/:name', async (request, response) => {
      const caller = await callerOf(httpAuth, request);
      const ifMatch = readIfMatch(request);
      const { olderVersions } = request.query as unknown as {
        olderVersions: OlderVersions;
      };
      const { name } = request.params;
      await service.delete(name, { ifMatch, olderVersions }, caller);
      response.status(204).end();
    });

    router.post('/data-sources/:name/test', async (request, response) => {
      const caller = await callerOf(httpAuth, request);
      const { name } = request.params;
      const gone = goneSignal(response);
      response.json(await service.test(name, request.body, caller, gone));
    });

    router.get('/data-sources/:name/objects', async (request, response) => {
      const caller = await callerOf(httpAuth, request);
      const { path = [], search } = request.query as unknown as {
        path?: string[];
        search?: string;
      };
      const query = { path, search, gone: goneSignal(response) };
      response.json(await service.objects(request.params.name, query, caller));
    });

    router.get('/data-sources/:name/rows', async (request, response) => {
      const caller = await callerOf(httpAuth, request);
      const query = request.query as unknown as Omit<RowsQuery, 'gone'>;
      const gone = goneSignal(response);
      response.json(
        await service.rows(request.params.name, { ...query, gone }, caller),
      );
    });
  };
}
