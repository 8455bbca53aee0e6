import {
  DocumentProblem,
  PlaceholderValues,
} from '@scaleph/backstage-plugin-scaleph-common';
import {
  PlanArtifact,
  PlanRequest,
} from '@scaleph/backstage-plugin-scaleph-node';
import { FlinkTargetConfig } from '../targetType/FlinkTargetConfig';
import { FlinkJobPayload } from './FlinkPayload';

/** What the planner of one type of pipelines knows. @internal */
export interface PlanContext {
  request: PlanRequest;
  config: FlinkTargetConfig;
  settings: Record<string, string>;
  /** With every secret masked. */
  masked: PlaceholderValues;
}

/** What it makes of it. @internal */
export interface PlannedJob {
  artifacts: PlanArtifact[];
  warnings: DocumentProblem[];
  /** Uploads that the target brings. */
  uploads?: string[];
  job: FlinkJobPayload;
}

/** JSON for a person. @internal */
export function jsonArtifact(name: string, content: unknown): PlanArtifact {
  return {
    name,
    mediaType: 'application/json',
    content: `${JSON.stringify(content, null, 2)}\n`,
  };
}
