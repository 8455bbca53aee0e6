import {
  HttpAuthService,
  LoggerService,
  PermissionsRegistryService,
  PermissionsService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import {
  scalephDataSourceReadPermission,
  scalephPipelineReadPermission,
} from '@scaleph/backstage-plugin-scaleph-common';
import {
  builtInDataSourceTypes,
  DataSourceType,
  FileRoots,
  NetworkPolicy,
  SecretResolver,
} from '@scaleph/backstage-plugin-scaleph-node';
import { Knex } from 'knex';
import { Audit } from '../audit/Audit';
import { ChangePublisher } from '../events/ChangePublisher';
import { RouteInstaller } from '../http/createApiRouter';
import { Idempotency } from '../http/Idempotency';
import { OwnershipAuthorizer } from '../permissions/OwnershipAuthorizer';
import { OwnedResourceLoader } from '../permissions/registerPermissions';
import {
  scalephDataSourceResourceRef,
  scalephPipelineResourceRef,
} from '../permissions/rules';
import { ConnectionTester } from '../registrations/ConnectionTester';
import { createSecretVault } from '../registrations/createSecretVault';
import { DatabaseRegistrationStore } from '../registrations/DatabaseRegistrationStore';
import { RegistrationWriter } from '../registrations/RegistrationWriter';
import { rotateSecrets } from '../registrations/rotateSecrets';
import { EngineRegistry } from '../targets/EngineRegistry';
import { TypeRegistry } from '../registrations/TypeRegistry';
import { AuthorizedDataSourceService } from './AuthorizedDataSourceService';
import { DataSourceExplorer } from './DataSourceExplorer';
import { DataSourceDirectory } from './DataSourceDirectory';
import { dataSourceKind as kind } from './dataSourceKind';
import { dataSourceRoutes } from './dataSourceRoutes';
import { DataSourceService } from './DataSourceService';
import { dataSourceTypeRoutes } from './dataSourceTypeRoutes';
import { DataSourceUsers } from './DataSourceUsers';
import { DataSourceUses } from './DataSourceUses';
import { DefaultDataSourceDirectory } from './DefaultDataSourceDirectory';
import { DefaultDataSourceService } from './DefaultDataSourceService';
import { FileRows } from './FileRows';
import { liveRunsOf } from './liveRunsOf';
import { readBrowseTimeout, readTestTimeout } from './readTestTimeout';

/** @internal */
export interface DataSourcesRoomDeps {
  knex: Knex;
  logger: LoggerService;
  config: RootConfigService;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
  audit: Audit;
  idempotency: Idempotency;
  publisher: ChangePublisher;
  engines: EngineRegistry;
  /** Beside the built-in ones. */
  dataSourceTypes: DataSourceType[];
  /** Beside, or in place of, the built-in ones. */
  secretResolvers: SecretResolver[];
}

/** @internal */
export interface DataSourcesRoom {
  service: DataSourceService;
  directory: DataSourceDirectory;
  installRoutes: RouteInstaller;
  ownedResources: OwnedResourceLoader;
}

/**
 * Wires the room of the data sources, and brings stored secrets under the
 * newest key. Throws when the configuration of keys or networks is wrong.
 *
 * @internal
 */
export async function createDataSourcesRoom(
  deps: DataSourcesRoomDeps,
): Promise<DataSourcesRoom> {
  const { knex, config, permissions, permissionsRegistry } = deps;
  const store = new DatabaseRegistrationStore(knex, kind.tables);
  const types = new TypeRegistry<DataSourceType>(kind.noun, [
    ...builtInDataSourceTypes,
    ...deps.dataSourceTypes,
  ]);
  const { vault, newestKeyId } = createSecretVault(
    config,
    deps.secretResolvers,
  );
  const environment = {
    files: FileRoots.fromConfig(config),
    network: NetworkPolicy.fromConfig(config),
  };
  const timeoutMs = readTestTimeout(config);
  const uses = new DataSourceUses(knex);
  const shared = { ...deps, kind, store, types, vault, environment, uses };
  const authorizer = new OwnershipAuthorizer({
    permissions,
    permissionsRegistry,
    resourceRef: scalephDataSourceResourceRef,
    readPermission: scalephDataSourceReadPermission,
  });
  const service = new AuthorizedDataSourceService(
    new DefaultDataSourceService({
      ...shared,
      writer: new RegistrationWriter(shared),
      tester: new ConnectionTester({ timeoutMs }),
      explorer: new DataSourceExplorer({
        timeoutMs: readBrowseTimeout(config),
        files: new FileRows(deps),
      }),
    }),
    {
      ...shared,
      dataSources: authorizer,
      users: new DataSourceUsers({
        uses,
        liveRuns: name => liveRunsOf(knex, name),
        pipelinesAuthorizer: new OwnershipAuthorizer({
          permissions,
          permissionsRegistry,
          resourceRef: scalephPipelineResourceRef,
          readPermission: scalephPipelineReadPermission,
        }),
      }),
    },
  );
  if (newestKeyId) await rotateSecrets({ ...shared, newestKeyId });
  const routes = [
    dataSourceRoutes({ service, httpAuth: deps.httpAuth }),
    dataSourceTypeRoutes({ service, httpAuth: deps.httpAuth }),
  ];
  return {
    service,
    directory: new DefaultDataSourceDirectory({ store, vault, authorizer }),
    installRoutes: router => routes.forEach(install => install(router)),
    ownedResources: async names => {
      const rows = await store.findRows(names);
      const byName = new Map(rows.map(row => [row.name, row]));
      return names.map(name => byName.get(name));
    },
  };
}
