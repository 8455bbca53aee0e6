import { NotAllowedError } from '@backstage/errors';
import {
  scalephTargetUiPermission,
  scalephTargetUpdatePermission,
} from '@scaleph/backstage-plugin-scaleph-common';
import { Caller } from '../http/Caller';
import { OwnershipAuthorizer } from '../permissions/OwnershipAuthorizer';
import { RegisteredTarget } from './TargetDirectory';

/**
 * Throws NotAllowedError unless the caller may see what the processes of a
 * target write for everybody's jobs: those who manage it, and those who may
 * open its own pages, which show the same.
 *
 * @internal
 */
export async function requireLogs(
  target: RegisteredTarget,
  caller: Caller,
  authorizer: OwnershipAuthorizer,
): Promise<void> {
  const permissions = [
    scalephTargetUiPermission,
    scalephTargetUpdatePermission,
  ];
  for (const permission of permissions) {
    const [allowed] = await authorizer.allowed([target], caller, permission);
    if (allowed) return;
  }
  const [ui, update] = permissions.map(({ name }) => name);
  throw new NotAllowedError(
    `Target "${target.name}": its logs show the jobs of everybody, and you lack the permission ${ui} (or ${update}) on it`,
  );
}
