import { PermissionsService } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import { ResourcePermission } from '@backstage/plugin-permission-common';
import {
  Artifact,
  scalephArtifactCreatePermission,
  scalephArtifactDeletePermission,
  scalephArtifactReadPermission,
} from '@scaleph/backstage-plugin-scaleph-common';
import { Audit } from '../audit/Audit';
import { Caller } from '../http/Caller';
import {
  OwnershipAuthorizer,
  requireBasic,
} from '../permissions/OwnershipAuthorizer';
import { ArtifactService, ArtifactUpload } from './ArtifactService';
import { ArtifactQuery, ArtifactStore } from './ArtifactStore';
import { ArtifactUsers } from './ArtifactUsers';
import { toOwnerRef } from './toOwnerRef';

/**
 * Permissions and audit around an ArtifactService. What a caller may not read
 * does not exist for them.
 *
 * @internal
 */
export class AuthorizedArtifactService implements ArtifactService {
  constructor(
    private readonly inner: ArtifactService,
    private readonly options: {
      permissions: PermissionsService;
      artifacts: OwnershipAuthorizer;
      users: ArtifactUsers;
      store: Pick<ArtifactStore, 'find'>;
      audit: Audit;
    },
  ) {}

  async list(query: ArtifactQuery, caller: Caller) {
    const visible = await this.options.artifacts.filter(caller);
    const page = await this.inner.list({ ...query, visible }, caller);
    return {
      ...page,
      items: await this.options.users.showTo(page.items, caller),
    };
  }

  async get(name: string, caller: Caller) {
    await this.require(name, caller);
    return this.withUsers(await this.inner.get(name, caller), caller);
  }

  async upload(upload: ArtifactUpload, caller: Caller) {
    const { name, owner } = upload;
    return this.options.audit.record(
      { eventId: 'artifact-upload', caller, meta: { artifact: name, owner } },
      async () => {
        await requireBasic(
          this.options.permissions,
          scalephArtifactCreatePermission,
          caller,
        );
        // Nobody puts code under a name of owners they do not belong to.
        await this.options.artifacts.requireResult(
          `Artifact "${name}"`,
          { owner: toOwnerRef(owner) },
          caller,
          scalephArtifactDeletePermission,
        );
        await this.requireFreeOrReadable(name, caller);
        const stored = await this.inner.upload(upload, caller);
        // Somebody else may have been first.
        if (!stored.isNew) await this.requireFreeOrReadable(name, caller);
        return {
          ...stored,
          artifact: await this.withUsers(stored.artifact, caller),
        };
      },
      ({ artifact: { sha256, sizeBytes }, isNew }) => ({
        sha256,
        sizeBytes,
        isNew,
      }),
    );
  }

  async delete(name: string, caller: Caller) {
    return this.options.audit.record(
      {
        eventId: 'artifact-delete',
        severityLevel: 'high',
        caller,
        meta: { artifact: name },
      },
      async () => {
        await this.require(name, caller, scalephArtifactDeletePermission);
        await this.options.users.requireNone(name, caller);
        await this.inner.delete(name, caller);
      },
    );
  }

  private async require(
    name: string,
    caller: Caller,
    permission: ResourcePermission = scalephArtifactReadPermission,
  ) {
    return this.options.artifacts.require(
      `Artifact "${name}"`,
      this.options.store.find(name),
      caller,
      permission,
    );
  }

  /** Whether its bytes are those of a jar of others is not told. */
  private async requireFreeOrReadable(name: string, caller: Caller) {
    const known = await this.options.store.find(name);
    if (!known) return;
    const [readable] = await this.options.artifacts.allowed([known], caller);
    if (readable) return;
    throw new ConflictError(
      `The name "${name}" is taken: upload the jar under another one`,
    );
  }

  private async withUsers(artifact: Artifact, caller: Caller) {
    const [shown] = await this.options.users.showTo([artifact], caller);
    return shown;
  }
}
