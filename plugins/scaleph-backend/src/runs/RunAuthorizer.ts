import {
  scalephPipelineReadPermission,
  scalephPipelineRunPermission,
  scalephRunCancelPermission,
} from '@scaleph/backstage-plugin-scaleph-common';
import { Caller } from '../http/Caller';
import { OwnershipAuthorizer } from '../permissions/OwnershipAuthorizer';
import { OwnershipFilter } from '../permissions/ownershipFilter';
import { PipelineDirectory } from '../pipelines/PipelineDirectory';
import { RunStore } from './RunStore';

type RunPermission = typeof scalephRunCancelPermission;
type PipelinePermission =
  | typeof scalephPipelineReadPermission
  | typeof scalephPipelineRunPermission;

/** What callers may do with runs and with the pipelines whose runs they are. @internal */
export class RunAuthorizer {
  constructor(
    private readonly options: {
      runs: OwnershipAuthorizer;
      pipelinesAuthorizer: OwnershipAuthorizer;
      pipelines: Pick<PipelineDirectory, 'owners'>;
      store: Pick<RunStore, 'summaries'>;
    },
  ) {}

  visible(caller: Caller): Promise<OwnershipFilter> {
    return this.options.runs.filter(caller);
  }

  /** Throws NotFoundError unless the caller may read it, NotAllowedError without the permission. Answers where it belongs. */
  async requireRun(
    id: string,
    caller: Caller,
    permission?: RunPermission,
  ): Promise<{ pipeline: string; target: string }> {
    const { runs, store } = this.options;
    const run = (await store.summaries([id])).get(id);
    return runs.require(`Run "${id}"`, run, caller, permission);
  }

  /** Which of these runs the caller may read. */
  async readable(ids: string[], caller: Caller): Promise<Set<string>> {
    const { runs, store } = this.options;
    const known = [...(await store.summaries([...new Set(ids)])).values()];
    const readable = await runs.allowed(known, caller);
    return new Set(readable.map(({ id }) => id));
  }

  async requirePipeline(
    name: string,
    caller: Caller,
    permission?: PipelinePermission,
  ): Promise<void> {
    const { pipelines, pipelinesAuthorizer } = this.options;
    const [owner] = await pipelines.owners([name]);
    await pipelinesAuthorizer.require(
      `Pipeline "${name}"`,
      owner,
      caller,
      permission,
    );
  }
}
