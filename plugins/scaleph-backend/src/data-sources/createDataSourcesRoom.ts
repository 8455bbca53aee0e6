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
import { PipelineDirectory } from '../pipelines/PipelineDirectory';
import { EnvironmentSecretResolver } from '../secrets/EnvironmentSecretResolver';
import { KubernetesSecretResolver } from '../secrets/KubernetesSecretResolver';
import { readSecretKeys } from '../secrets/readSecretKeys';
import { SecretCipher } from '../secrets/SecretCipher';
import { SecretResolvers } from '../secrets/SecretResolvers';
import { AuthorizedDataSourceService } from './AuthorizedDataSourceService';
import { ConnectionTester } from './ConnectionTester';
import { DatabaseDataSourceStore } from './DatabaseDataSourceStore';
import { DataSourceDirectory } from './DataSourceDirectory';
import { dataSourceRoutes } from './dataSourceRoutes';
import { DataSourceService } from './DataSourceService';
import { readTestTimeout } from './readTestTimeout';
import { DataSourceUsers } from './DataSourceUsers';
import { DataSourceTypeRegistry } from './DataSourceTypeRegistry';
import { dataSourceTypeRoutes } from './dataSourceTypeRoutes';
import { DataSourceWriter } from './DataSourceWriter';
import { DefaultDataSourceDirectory } from './DefaultDataSourceDirectory';
import { DefaultDataSourceService } from './DefaultDataSourceService';
import { rotateSecrets } from './rotateSecrets';
import { SecretVault } from './SecretVault';

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
  pipelines: PipelineDirectory;
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
  const store = new DatabaseDataSourceStore(knex);
  const types = new DataSourceTypeRegistry([
    ...builtInDataSourceTypes,
    ...deps.dataSourceTypes,
  ]);
  const cipher = new SecretCipher(readSecretKeys(config));
  const vault = new SecretVault({
    cipher,
    resolvers: new SecretResolvers([
      EnvironmentSecretResolver.fromConfig(config),
      KubernetesSecretResolver.fromConfig(config),
      ...deps.secretResolvers,
    ]),
  });
  const environment = {
    files: FileRoots.fromConfig(config),
    network: NetworkPolicy.fromConfig(config),
  };
  const timeoutMs = readTestTimeout(config);
  const shared = { ...deps, store, types, vault, environment };
  const authorizer = new OwnershipAuthorizer({
    permissions,
    permissionsRegistry,
    resourceRef: scalephDataSourceResourceRef,
    readPermission: scalephDataSourceReadPermission,
  });
  const service = new AuthorizedDataSourceService(
    new DefaultDataSourceService({
      ...shared,
      writer: new DataSourceWriter(shared),
      tester: new ConnectionTester({ environment, timeoutMs }),
    }),
    {
      ...shared,
      dataSources: authorizer,
      users: new DataSourceUsers({
        pipelines: deps.pipelines,
        pipelinesAuthorizer: new OwnershipAuthorizer({
          permissions,
          permissionsRegistry,
          resourceRef: scalephPipelineResourceRef,
          readPermission: scalephPipelineReadPermission,
        }),
      }),
    },
  );
  if (cipher.newestKeyId) {
    await rotateSecrets({ ...shared, newestKeyId: cipher.newestKeyId });
  }
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
