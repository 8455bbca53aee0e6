import {
  pipelineEntityRef,
  Run,
} from '@scaleph/backstage-plugin-scaleph-common';
import { NewRun } from './RunRecord';

/** A run as the API shows it right after its intent is recorded. @internal */
export function toNewRunView(run: NewRun): Run {
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
    nodes: [],
    outputs: [],
    parameters: run.parameters,
    document: run.document,
  };
}
