import { InputError } from '@backstage/errors';
import { PipelineType } from '@scaleph/backstage-plugin-scaleph-common';
import {
  DeploymentPlan,
  PlanRequest,
} from '@scaleph/backstage-plugin-scaleph-node';
import { toFlinkTargetConfig } from '../targetType/FlinkTargetConfig';
import { fromPayload } from './FlinkPayload';
import { jobSettings } from './jobSettings';
import { placeholderValues } from './placeholderFields';
import { PlanContext, PlannedJob } from './PlanContext';
import { refuseErrors } from './PlanProblems';
import { planCdc } from './planCdc';
import { planJar } from './planJar';
import { planSql } from './planSql';
import { planSeaTunnel } from './seatunnel/planSeaTunnel';

const PLANNERS: Partial<
  Record<PipelineType, (context: PlanContext) => PlannedJob>
> = {
  'flink-sql': planSql,
  'flink-jar': planJar,
  'flink-cdc': planCdc,
  seatunnel: planSeaTunnel,
};

/** What a submit would send, without secrets. Pure. Throws InputError, with `problems` when the document has them. @internal */
export function planPipeline(
  engine: string,
  request: PlanRequest,
): DeploymentPlan {
  const { document, parameters, connections, targetConnection } = request;
  const { metadata, spec } = document;
  const planner = PLANNERS[spec.type];
  if (!planner || !targetConnection) {
    throw new InputError(
      `Target "${request.target}" does not run pipelines of type ${spec.type}`,
    );
  }
  const settings = jobSettings(document);
  const { artifacts, warnings, uploads, job } = planner({
    request,
    config: toFlinkTargetConfig(targetConnection.config),
    settings,
    masked: placeholderValues(parameters, connections),
  });
  refuseErrors(metadata.name, warnings);
  return {
    engine,
    target: request.target,
    artifacts,
    warnings,
    ...(uploads && { uploads }),
    payload: fromPayload({
      format: 1,
      pipeline: metadata.name,
      mode: spec.mode ?? 'batch',
      settings,
      ...(spec.env?.parallelism && { parallelism: spec.env.parallelism }),
      parameters,
      ...job,
    }),
  };
}
