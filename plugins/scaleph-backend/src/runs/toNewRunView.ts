import { pipelineEntityRef } from '@scaleph/backstage-plugin-scaleph-common';
import { NewRun } from './RunRecord';
import { StoredRun } from './runRows';

/** A run as it is right after its intent is recorded. @internal */
export function toNewRunView(run: NewRun): StoredRun {
  return {
    id: run.id,
    pipeline: run.pipeline,
    pipelineEntityRef: pipelineEntityRef(run.pipeline),
    version: run.version,
    target: run.target,
    engine: run.engine,
    state: 'CREATED',
    desired: 'running',
    owner: run.owner,
    createdAt: run.createdAt,
    createdBy: run.createdBy,
    rowsRead: 0,
    rowsWritten: 0,
    revision: 1,
    type: run.document.spec.type,
    mode: run.document.spec.mode ?? 'batch',
    deployment: 1,
    ...(run.upgradeOf && { upgradeOf: run.upgradeOf, activity: 'upgrade' }),
    nodes: [],
    outputs: [],
    parameters: run.parameters,
    document: run.document,
  };
}
