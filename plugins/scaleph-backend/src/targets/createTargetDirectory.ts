import {
  LoggerService,
  PermissionsRegistryService,
  PermissionsService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { scalephTargetReadPermission } from '@scaleph/backstage-plugin-scaleph-common';
import {
  FileRoots,
  NetworkPolicy,
  SecretResolver,
  TargetType,
} from '@scaleph/backstage-plugin-scaleph-node';
import { Knex } from 'knex';
import { OwnershipAuthorizer } from '../permissions/OwnershipAuthorizer';
import { scalephTargetResourceRef } from '../permissions/rules';
import { createSecretVault } from '../registrations/createSecretVault';
import { DatabaseRegistrationStore } from '../registrations/DatabaseRegistrationStore';
import { rotateSecrets } from '../registrations/rotateSecrets';
import { TypeRegistry } from '../registrations/TypeRegistry';
import { DefaultTargetDirectory } from './DefaultTargetDirectory';
import { EngineRegistry } from './EngineRegistry';
import { readConfiguredTargets } from './readConfiguredTargets';
import { RegisteredTargets } from './RegisteredTargets';
import { targetKind as kind } from './targetKind';

/** @internal */
export interface TargetDirectoryDeps {
  knex: Knex;
  logger: LoggerService;
  config: RootConfigService;
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
  engines: EngineRegistry;
  secretResolvers: SecretResolver[];
}

/**
 * The registered targets and who may do what with them: what the other rooms
 * need, before any of them is there. From now on the engines' registry knows
 * the registered targets, too. Throws when a configured target is not valid.
 *
 * @internal
 */
export async function createTargetDirectory(deps: TargetDirectoryDeps) {
  const { knex, config, engines } = deps;
  const store = new DatabaseRegistrationStore(knex, kind.tables);
  const types = new TypeRegistry<TargetType>(
    kind.noun,
    engines.list().flatMap(({ targetType }) => targetType ?? []),
  );
  const { vault, newestKeyId } = createSecretVault(
    config,
    deps.secretResolvers,
  );
  const environment = {
    files: FileRoots.fromConfig(config),
    network: NetworkPolicy.fromConfig(config),
  };
  const configured = await readConfiguredTargets(config, {
    types,
    environment,
  });
  const targets = new RegisteredTargets({ configured, store, vault });
  const authorizer = new OwnershipAuthorizer({
    permissions: deps.permissions,
    permissionsRegistry: deps.permissionsRegistry,
    resourceRef: scalephTargetResourceRef,
    readPermission: scalephTargetReadPermission,
  });
  const directory = new DefaultTargetDirectory({ targets, authorizer });
  engines.useTargets(directory);
  if (newestKeyId) {
    await rotateSecrets({ newestKeyId, store, vault, logger: deps.logger });
  }
  return {
    ...{ kind, store, types, vault, environment },
    ...{ targets, authorizer, directory },
  };
}

/** What the targets room is made of. @internal */
export type TargetsCore = Awaited<ReturnType<typeof createTargetDirectory>>;
