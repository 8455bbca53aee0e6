import {
  NodeFields,
  NodePreview,
  PipelineNode,
} from '@scaleph/backstage-plugin-scaleph-common';
import { ConnectionWithSecrets } from '@scaleph/backstage-plugin-scaleph-node';
import { PlanStep } from '../plan/EmbeddedPlan';
import { WorkerOrder } from '../runDirectory/WorkerStatus';

/** One node as the sampling worker takes it. @internal */
export interface SampleStep {
  node: Pick<PipelineNode, 'id' | 'kind' | 'connector' | 'options'>;
  inputs: string[];
  /** What the engine does for it; absent when it cannot run the node. */
  step?: PlanStep;
  /** Why it cannot, for a person. */
  reason?: string;
}

/** What the sampling worker is to do; it comes over standard input and is written nowhere. @internal */
export interface SampleOrder
  extends Pick<WorkerOrder, 'limits' | 'roots' | 'network' | 'baseDirectory'> {
  /** A directory of its own; whoever made it removes it. */
  directory: string;
  /** In topological order; those above `target` alone when there is one. */
  steps: SampleStep[];
  connections: Record<string, ConnectionWithSecrets>;
  /** Whose rows are asked; the fields of all nodes when absent. */
  target?: { node: string; limit: number };
}

/** What it answers on standard output. @internal */
export type SampleAnswer =
  | { kind: 'fields'; fields: Record<string, NodeFields> }
  | { kind: 'rows'; preview: Omit<NodePreview, 'durationMs'> };

/** How many rows of each source a preview reads. @internal */
export const SOURCE_ROWS = 10_000;
