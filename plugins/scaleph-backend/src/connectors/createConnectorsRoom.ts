import {
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { RouteInstaller } from '../http/createApiRouter';
import { AuthorizedConnectorService } from './AuthorizedConnectorService';
import { ConnectorCatalog } from './ConnectorCatalog';
import { connectorRoutes } from './connectorRoutes';
import { DefaultConnectorService } from './DefaultConnectorService';

/** Puts the connectors room together. @internal */
export function createConnectorsRoom(options: {
  connectors: ConnectorCatalog;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
}): { installRoutes: RouteInstaller } {
  const { connectors, httpAuth, permissions } = options;
  const service = new AuthorizedConnectorService(
    new DefaultConnectorService(connectors),
    permissions,
  );
  return { installRoutes: connectorRoutes({ service, httpAuth }) };
}
