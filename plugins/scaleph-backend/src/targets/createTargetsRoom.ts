import {
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { RouteInstaller } from '../http/createApiRouter';
import { AuthorizedTargetService } from './AuthorizedTargetService';
import { DefaultTargetService } from './DefaultTargetService';
import { EngineRegistry } from './EngineRegistry';
import { targetRoutes } from './targetRoutes';

/** Puts the targets room together. @internal */
export function createTargetsRoom(options: {
  engines: EngineRegistry;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
}): { installRoutes: RouteInstaller } {
  const { engines, httpAuth, permissions } = options;
  const service = new AuthorizedTargetService(
    new DefaultTargetService(engines),
    permissions,
  );
  return { installRoutes: targetRoutes({ service, httpAuth }) };
}
