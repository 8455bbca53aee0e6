import {
  scalephRunSnapshotDeletePermission,
  Snapshot,
} from '@scaleph/backstage-plugin-scaleph-common';
import { Audit } from '../audit/Audit';
import { Caller } from '../http/Caller';
import { RunAuthorizer } from './RunAuthorizer';
import { SnapshotService } from './SnapshotService';

/** Lets through what the permission policy allows, and audits every write. @internal */
export class AuthorizedSnapshotService implements SnapshotService {
  constructor(
    private readonly inner: SnapshotService,
    private readonly options: { authorizer: RunAuthorizer; audit: Audit },
  ) {}

  async listOfRun(run: string, caller: Caller): Promise<Snapshot[]> {
    await this.options.authorizer.requireRun(run, caller);
    return this.inner.listOfRun(run, caller);
  }

  async listOfPipeline(pipeline: string, caller: Caller): Promise<Snapshot[]> {
    const { authorizer } = this.options;
    await authorizer.requirePipeline(pipeline, caller);
    const found = await this.inner.listOfPipeline(pipeline, caller);
    const readable = await authorizer.readable(
      found.map(({ run }) => run),
      caller,
    );
    return found.filter(({ run }) => readable.has(run));
  }

  delete(run: string, snapshot: string, caller: Caller): Promise<void> {
    const { authorizer, audit } = this.options;
    return audit.record(
      { eventId: 'run-snapshot-delete', caller, meta: { run, snapshot } },
      async () => {
        await authorizer.requireRun(
          run,
          caller,
          scalephRunSnapshotDeletePermission,
        );
        await this.inner.delete(run, snapshot, caller);
      },
    );
  }
}
