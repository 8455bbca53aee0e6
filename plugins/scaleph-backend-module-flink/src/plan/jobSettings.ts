import { PipelineDocument } from '@scaleph/backstage-plugin-scaleph-common';

const RETENTION = 'execution.checkpointing.externalized-checkpoint-retention';

/**
 * Flink's configuration of the job of a document. What the document does not
 * say: its name, its mode, and that checkpoints of a stream outlive the job, so
 * that a run can go on from them.
 *
 * @internal
 */
export function jobSettings({
  metadata,
  spec,
}: PipelineDocument): Record<string, string> {
  const isStream = spec.mode === 'streaming';
  return {
    'pipeline.name': metadata.name,
    ...(isStream && { [RETENTION]: 'RETAIN_ON_CANCELLATION' }),
    ...spec.env?.flink,
    // Pipelines of Flink CDC are streams, and before 3.4 hang otherwise; one that reads a snapshot alone ends by itself.
    'execution.runtime-mode':
      isStream || spec.type === 'flink-cdc' ? 'STREAMING' : 'BATCH',
  };
}
