import {
  HttpAuthService,
  LoggerService,
  PermissionsRegistryService,
  PermissionsService,
  RootConfigService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import {
  scalephArtifactReadPermission,
  scalephPipelineReadPermission,
} from '@scaleph/backstage-plugin-scaleph-common';
import {
  ArtifactReader,
  NetworkPolicy,
} from '@scaleph/backstage-plugin-scaleph-node';
import { Knex } from 'knex';
import { Audit } from '../audit/Audit';
import { toTimestamp } from '../database/timestamps';
import { RouteInstaller } from '../http/createApiRouter';
import { OwnershipAuthorizer } from '../permissions/OwnershipAuthorizer';
import { OwnedResourceLoader } from '../permissions/registerPermissions';
import {
  scalephArtifactResourceRef,
  scalephPipelineResourceRef,
} from '../permissions/rules';
import { artifactRoutes } from './artifactRoutes';
import {
  ArtifactService,
  FindUploads,
  RequireArtifacts,
} from './ArtifactService';
import { ArtifactUsers } from './ArtifactUsers';
import { AuthorizedArtifactService } from './AuthorizedArtifactService';
import { DatabaseArtifactStore } from './DatabaseArtifactStore';
import { DefaultArtifactReader } from './DefaultArtifactReader';
import { DefaultArtifactService } from './DefaultArtifactService';
import { findUploads } from './findUploads';
import { JarDownloads } from './JarDownloads';
import { readArtifactConfig } from './readArtifactConfig';

/** An upload to which nothing has come for so long was left behind by a back end that is gone, in milliseconds. */
const LEFT_BEHIND_MS = 60 * 60_000;

/** @internal */
export interface ArtifactsRoom {
  service: ArtifactService;
  reader: ArtifactReader;
  requireArtifacts: RequireArtifacts;
  findUploads: FindUploads;
  installRoutes: RouteInstaller;
  ownedResources: OwnedResourceLoader;
  /** Removes what it keeps in files. */
  stop(): Promise<void>;
}

/** Wires the room of the artifacts. Throws when its configuration is wrong. @internal */
export async function createArtifactsRoom(deps: {
  knex: Knex;
  config: RootConfigService;
  logger: LoggerService;
  scheduler: SchedulerService;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
  audit: Audit;
}): Promise<ArtifactsRoom> {
  const { knex, permissions, permissionsRegistry } = deps;
  const { maxSize, repositories } = readArtifactConfig(deps.config);
  const store = new DatabaseArtifactStore(knex);
  const downloads = new JarDownloads({ maxSize });
  const authorizer = new OwnershipAuthorizer({
    permissions,
    permissionsRegistry,
    resourceRef: scalephArtifactResourceRef,
    readPermission: scalephArtifactReadPermission,
  });
  const service = new AuthorizedArtifactService(
    new DefaultArtifactService({ store, maxSize }),
    {
      ...deps,
      store,
      artifacts: authorizer,
      users: new ArtifactUsers({
        knex,
        pipelinesAuthorizer: new OwnershipAuthorizer({
          permissions,
          permissionsRegistry,
          resourceRef: scalephPipelineResourceRef,
          readPermission: scalephPipelineReadPermission,
        }),
      }),
    },
  );
  await deps.scheduler.scheduleTask({
    id: 'scaleph-artifact-uploads',
    frequency: { minutes: 30 },
    timeout: { minutes: 5 },
    scope: 'global',
    fn: async () => {
      const before = toTimestamp(Date.now() - LEFT_BEHIND_MS);
      const count = await store.abandonOlderThan(before);
      if (count) deps.logger.info(`Removed ${count} uploads left behind`);
    },
  });
  return {
    service,
    reader: new DefaultArtifactReader({
      store,
      downloads,
      repositories,
      network: NetworkPolicy.fromConfig(deps.config),
    }),
    requireArtifacts: async (names, caller) => {
      const rows = await store.findAll(names);
      const byName = new Map(rows.map(row => [row.name, row]));
      for (const name of names) {
        await authorizer.require(
          `Artifact "${name}"`,
          byName.get(name),
          caller,
        );
      }
    },
    findUploads: names => findUploads(knex, names),
    installRoutes: artifactRoutes({ service, httpAuth: deps.httpAuth }),
    ownedResources: async names => {
      const rows = await store.findAll(names);
      const byName = new Map(rows.map(row => [row.name, row]));
      return names.map(name => byName.get(name));
    },
    stop: () => downloads.close(),
  };
}
