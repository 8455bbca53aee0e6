import { HttpAuthService } from '@backstage/backend-plugin-api';
import { NodeKind } from '@scaleph/backstage-plugin-scaleph-common';
import { Response } from 'express';
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
      mayBeKept(response);
      response.json({ items });
    });

    router.get('/connectors/:kind/:connector', async (request, response) => {
      const { kind, connector } = request.params;
      const found = await options.service.get(
        { kind: kind as NodeKind, name: connector },
        queryOf<'getConnector'>(request),
        await callerOf(options.httpAuth, request),
      );
      mayBeKept(response);
      response.json(found);
    });
  };
}

/** A browser asks whether what it has is still right (304 by Express's ETag of the bytes); the catalogue is large and seldom changes. */
function mayBeKept(response: Response): void {
  response.setHeader('Cache-Control', 'private, no-cache');
}
