import { PermissionsService } from '@backstage/backend-plugin-api';
import { scalephTargetReadPermission } from '@scaleph/backstage-plugin-scaleph-common';
import { Caller } from '../http/Caller';
import { requireBasic } from '../permissions/OwnershipAuthorizer';
import { TargetService } from './TargetService';

/** @internal */
export class AuthorizedTargetService implements TargetService {
  constructor(
    private readonly inner: TargetService,
    private readonly permissions: PermissionsService,
  ) {}

  async list(caller: Caller) {
    await requireBasic(this.permissions, scalephTargetReadPermission, caller);
    return this.inner.list(caller);
  }
}
