import { BackstageServicePrincipal } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  OriginReading,
  scalephPipelineReadPermission,
  scalephPipelineUpdatePermission,
} from '@scaleph/backstage-plugin-scaleph-common';
import { Audit } from '../audit/Audit';
import { Caller } from '../http/Caller';
import { IfMatch } from '../http/etag';
import { OwnershipAuthorizer } from '../permissions/OwnershipAuthorizer';
import { PipelineDirectory } from '../pipelines/PipelineDirectory';
import { DocumentInput } from '../pipelines/PipelineService';
import { OriginService } from './OriginService';

/** The one who reads repositories. */
const CATALOG = 'plugin:catalog';

/**
 * Permissions and audit around an OriginService. Readings are taken from the catalog alone, which has decided by its own rules which
 * repositories it reads. Who may use the data sources of such a pipeline is asked when it is run.
 *
 * @internal
 */
export class AuthorizedOriginService implements OriginService {
  constructor(
    private readonly inner: OriginService,
    private readonly options: {
      pipelines: OwnershipAuthorizer;
      directory: Pick<PipelineDirectory, 'owners'>;
      audit: Audit;
    },
  ) {}

  async sync(reading: OriginReading, caller: Caller) {
    const principal = caller.credentials.principal as
      | BackstageServicePrincipal
      | { type: 'user' | 'none' };
    if (principal.type !== 'service' || principal.subject !== CATALOG) {
      throw new NotAllowedError(
        'Only the catalog hands over what it has read in repositories',
      );
    }
    return this.inner.sync(reading, caller);
  }

  async accept(name: string, url: string, caller: Caller) {
    return this.options.audit.record(
      {
        eventId: 'pipeline-origin-accept',
        caller,
        meta: { pipeline: name, url },
      },
      async () => {
        await this.require(name, caller, scalephPipelineUpdatePermission);
        return this.inner.accept(name, url, caller);
      },
    );
  }

  async detach(name: string, ifMatch: IfMatch, caller: Caller) {
    return this.options.audit.record(
      { eventId: 'pipeline-detach', caller, meta: { pipeline: name } },
      async () => {
        await this.require(name, caller, scalephPipelineUpdatePermission);
        return this.inner.detach(name, ifMatch, caller);
      },
    );
  }

  async patch(name: string, input: DocumentInput, caller: Caller) {
    await this.require(name, caller, scalephPipelineReadPermission);
    return this.inner.patch(name, input, caller);
  }

  private async require(
    name: string,
    caller: Caller,
    permission: Parameters<OwnershipAuthorizer['require']>[3],
  ): Promise<void> {
    const { directory, pipelines } = this.options;
    const resource = directory.owners([name]).then(([found]) => found);
    await pipelines.require(`Pipeline "${name}"`, resource, caller, permission);
  }
}
