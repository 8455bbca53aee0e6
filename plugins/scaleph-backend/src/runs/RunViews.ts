import { Run, RunSummary } from '@scaleph/backstage-plugin-scaleph-common';
import { EngineCapabilities } from '@scaleph/backstage-plugin-scaleph-node';
import { EngineRegistry } from '../targets/EngineRegistry';
import { TargetDirectory } from '../targets/TargetDirectory';
import { allowedActions } from './allowedActions';
import { StoredRun, StoredRunSummary } from './runRows';

/** Runs as the API shows them: what is stored, and what their targets allow now. @internal */
export class RunViews {
  constructor(
    private readonly options: {
      engines: EngineRegistry;
      targets: Pick<TargetDirectory, 'connection'>;
    },
  ) {}

  async summaries(runs: StoredRunSummary[]): Promise<RunSummary[]> {
    const known = new Map<string, Promise<EngineCapabilities['actions']>>();
    return Promise.all(
      runs.map(async run => {
        const { handle: _handle, ...summary } = run;
        const key = `${run.engine} ${run.target}`;
        const actions = known.get(key) ?? this.capabilities(run);
        known.set(key, actions);
        return { ...summary, actions: allowedActions(run, await actions) };
      }),
    );
  }

  async run(run: StoredRun, startedFrom?: Run['startedFrom']): Promise<Run> {
    const { handle, restore: _restore, ...stored } = run;
    const engine = this.options.engines.get(run.engine);
    const jobId = engine?.jobId?.(handle, {
      runId: run.id,
      deployment: run.deployment,
    });
    return {
      ...stored,
      actions: allowedActions(run, await this.capabilities(run)),
      ...(jobId && run.state !== 'CREATED' && { jobId }),
      ...(startedFrom && { startedFrom }),
    };
  }

  private async capabilities(
    run: Pick<StoredRunSummary, 'engine' | 'target'>,
  ): Promise<EngineCapabilities['actions']> {
    const { engines, targets } = this.options;
    const engine = engines.get(run.engine);
    if (!engine) return [];
    return engine.capabilities(await targets.connection(run.target)).actions;
  }
}
