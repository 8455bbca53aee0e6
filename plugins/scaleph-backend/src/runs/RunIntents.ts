import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import {
  PipelineDocument,
  pipelineDataSources,
  RunSettings,
  StartFrom,
} from '@scaleph/backstage-plugin-scaleph-common';
import { randomUUID } from 'node:crypto';
import { DataSourceDirectory } from '../data-sources/DataSourceDirectory';
import { toTimestamp } from '../database/timestamps';
import { actorOf, Caller } from '../http/Caller';
import { PipelineDirectory } from '../pipelines/PipelineDirectory';
import { TargetDirectory } from '../targets/TargetDirectory';
import { RunPlanner } from './RunPlanner';
import { NewRun, RunRestore } from './RunRecord';
import { toSnapshot } from './snapshotRows';
import { SnapshotStore } from './SnapshotStore';

/** What a run is to be made of. @internal */
export interface IntentRequest {
  pipeline: string;
  version?: number;
  target?: string;
  parameters?: Record<string, string>;
  settings?: RunSettings;
  /** Values for parameters that the version does not declare are left out; for a run that takes over another's. */
  lenient?: boolean;
}

/** Makes the intents of runs: checked, planned, nothing recorded yet. @internal */
export class RunIntents {
  constructor(
    private readonly options: {
      planner: RunPlanner;
      pipelines: PipelineDirectory;
      dataSources: Pick<DataSourceDirectory, 'requireUse'>;
      targets: Pick<TargetDirectory, 'requireUse' | 'usableBy'>;
      snapshots: Pick<SnapshotStore, 'get' | 'newestOfPipeline'>;
    },
  ) {}

  /** Throws as RunService.create does. */
  async plan(request: IntentRequest, caller: Caller): Promise<NewRun> {
    const { pipelines, planner, dataSources, targets } = this.options;
    const { pipeline, settings } = request;
    const found = await pipelines.getVersionForRun(pipeline, request.version);
    const { version, owner, document } = found;
    await dataSources.requireUse(pipelineDataSources(document), caller);
    if (request.target) await targets.requireUse(request.target, caller);
    const own = withSettings(document, settings);
    const { plan, parameters } = await planner.plan({
      document: own,
      target: request.target,
      parameters: request.lenient
        ? declaredOf(document, request.parameters)
        : request.parameters,
      isUsable: await targets.usableBy(caller),
      published: found,
    });
    return {
      id: randomUUID(),
      pipeline,
      version,
      target: plan.target,
      engine: plan.engine,
      owner,
      createdAt: toTimestamp(),
      createdBy: actorOf(caller.credentials),
      parameters,
      document: own,
      plan,
      settings,
    };
  }

  /**
   * The snapshot to start from; undefined for none. Throws ConflictError when
   * the pipeline has none, NotFoundError for one of another pipeline.
   */
  async restore(
    pipeline: string,
    startFrom: StartFrom | undefined,
  ): Promise<RunRestore | undefined> {
    const { snapshots } = this.options;
    if (!startFrom || startFrom.mode === 'none') return undefined;
    const { mode, snapshot: id, allowNonRestored = false } = startFrom;
    if (mode === 'latest') {
      const newest = await snapshots.newestOfPipeline(pipeline);
      if (!newest) {
        throw new ConflictError(
          `Pipeline "${pipeline}" has no savepoint or checkpoint to start from; start it with mode "none"`,
        );
      }
      return { snapshot: toSnapshot(newest), allowNonRestored };
    }
    if (!id) {
      throw new InputError(
        'startFrom.snapshot is missing: it names the snapshot to start from',
      );
    }
    const snapshot = await snapshots.get(id);
    if (!snapshot || snapshot.pipeline !== pipeline) {
      throw new NotFoundError(`Pipeline "${pipeline}" has no snapshot "${id}"`);
    }
    if (snapshot.deleting) {
      throw new ConflictError(`Snapshot "${id}" is being deleted`);
    }
    return { snapshot: toSnapshot(snapshot), allowNonRestored };
  }
}

/** The document with the settings of the run in `spec.env`. */
function withSettings(
  document: PipelineDocument,
  settings: RunSettings | undefined,
): PipelineDocument {
  if (!settings) return document;
  const { env } = document.spec;
  const flink = { ...env?.flink, ...settings.flink };
  const parallelism = settings.parallelism ?? env?.parallelism;
  return {
    ...document,
    spec: {
      ...document.spec,
      env: {
        ...env,
        ...(parallelism !== undefined && { parallelism }),
        ...(Object.keys(flink).length > 0 && { flink }),
      },
    },
  };
}

function declaredOf(
  document: PipelineDocument,
  parameters: Record<string, string> = {},
): Record<string, string> {
  const declared = document.spec.parameters ?? {};
  return Object.fromEntries(
    Object.entries(parameters).filter(([name]) =>
      Object.hasOwn(declared, name),
    ),
  );
}
