import {
  HttpAuthService,
  HttpRouterService,
  PermissionsRegistryService,
  PermissionsService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { scalephRunReadPermission } from '@scaleph/backstage-plugin-scaleph-common';
import { Knex } from 'knex';
import { Audit } from '../audit/Audit';
import { readTestTimeout } from '../data-sources/readTestTimeout';
import { ChangePublisher } from '../events/ChangePublisher';
import { RouteInstaller } from '../http/createApiRouter';
import { Idempotency } from '../http/Idempotency';
import { OwnershipAuthorizer } from '../permissions/OwnershipAuthorizer';
import { OwnedResourceLoader } from '../permissions/registerPermissions';
import { scalephRunResourceRef } from '../permissions/rules';
import { ConnectionTester } from '../registrations/ConnectionTester';
import { RegistrationWriter } from '../registrations/RegistrationWriter';
import { RunDirectory } from '../runs/RunDirectory';
import { AuthorizedTargetService } from './AuthorizedTargetService';
import { clusterRoutes } from './clusterRoutes';
import { TargetsCore } from './createTargetDirectory';
import { DefaultTargetService } from './DefaultTargetService';
import { EngineRegistry } from './EngineRegistry';
import { SameClusters } from './SameClusters';
import { TargetInspector } from './TargetInspector';
import { targetRoutes } from './targetRoutes';
import { TargetService } from './TargetService';
import { TargetTrials } from './TargetTrials';
import { targetTypeRoutes } from './targetTypeRoutes';
import { uiRoutes } from './ui/uiRoutes';
import { UiProxy } from './ui/UiProxy';
import { UiTickets } from './ui/UiTickets';

/** @internal */
export interface TargetsRoomDeps extends TargetsCore {
  knex: Knex;
  config: RootConfigService;
  engines: EngineRegistry;
  httpAuth: HttpAuthService;
  httpRouter: HttpRouterService;
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
  audit: Audit;
  idempotency: Idempotency;
  publisher: ChangePublisher;
  runs: Pick<RunDirectory, 'runsByJob' | 'activeOnTarget'>;
}

/** @internal */
export interface TargetsRoom {
  service: TargetService;
  installRoutes: RouteInstaller;
  ownedResources: OwnedResourceLoader;
}

/** Wires the room of the targets. @internal */
export function createTargetsRoom(deps: TargetsRoomDeps): TargetsRoom {
  const { knex, config, permissions, permissionsRegistry, httpAuth } = deps;
  const tickets = new UiTickets(knex);
  const sameClusters = new SameClusters(deps);
  const service = new AuthorizedTargetService(
    new DefaultTargetService({
      ...deps,
      tickets,
      sameClusters,
      writer: new RegistrationWriter(deps),
      trials: new TargetTrials({
        ...deps,
        sameClusters,
        tester: new ConnectionTester({ timeoutMs: readTestTimeout(config) }),
      }),
      inspector: new TargetInspector({
        ...deps,
        runsAuthorizer: new OwnershipAuthorizer({
          permissions,
          permissionsRegistry,
          resourceRef: scalephRunResourceRef,
          readPermission: scalephRunReadPermission,
        }),
      }),
    }),
    deps,
  );
  // A browser that opens a page sends no token: the ticket in the path is the credential.
  deps.httpRouter.addAuthPolicy({ path: '/ui', allow: 'unauthenticated' });
  const routes = [
    targetRoutes({ service, httpAuth }),
    targetTypeRoutes({ service, httpAuth }),
    clusterRoutes({ service, httpAuth }),
    uiRoutes(new UiProxy({ ...deps, tickets })),
  ];
  return {
    service,
    installRoutes: router => routes.forEach(install => install(router)),
    ownedResources: async names => {
      const found = await deps.targets.list();
      const byName = new Map(found.map(({ row }) => [row.name, row]));
      return names.map(name => byName.get(name));
    },
  };
}
