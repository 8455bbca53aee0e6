import { PermissionsService } from '@backstage/backend-plugin-api';
import {
  NodeKind,
  scalephConnectorReadPermission,
} from '@scaleph/backstage-plugin-scaleph-common';
import { Caller } from '../http/Caller';
import { requireBasic } from '../permissions/OwnershipAuthorizer';
import { ConnectorService } from './ConnectorService';

/** @internal */
export class AuthorizedConnectorService implements ConnectorService {
  constructor(
    private readonly inner: ConnectorService,
    private readonly permissions: PermissionsService,
  ) {}

  async list(query: { kind?: NodeKind }, caller: Caller) {
    const { permissions } = this;
    await requireBasic(permissions, scalephConnectorReadPermission, caller);
    return this.inner.list(query, caller);
  }

  async get(
    connector: { kind: NodeKind; name: string },
    query: { release?: string },
    caller: Caller,
  ) {
    const { permissions } = this;
    await requireBasic(permissions, scalephConnectorReadPermission, caller);
    return this.inner.get(connector, query, caller);
  }
}
