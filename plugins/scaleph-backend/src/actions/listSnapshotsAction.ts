import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { SnapshotService } from '../runs/SnapshotService';

/** @internal */
export function registerListSnapshotsAction(options: {
  actionsRegistry: ActionsRegistryService;
  snapshots: SnapshotService;
}): void {
  options.actionsRegistry.register({
    name: 'list-snapshots',
    title: 'List savepoints and checkpoints of a data pipeline',
    description:
      'Answers the savepoints and retained checkpoints of the runs of a pipeline, newest first: what run-pipeline and operate-run can start from.',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z =>
        z.object({ pipeline: z.string().describe('Name of the pipeline') }),
      output: z =>
        z.object({
          items: z.array(
            z.object({
              id: z.string(),
              run: z.string(),
              version: z.number(),
              kind: z.string().describe('savepoint or checkpoint'),
              location: z.string(),
              createdAt: z.string(),
              sizeBytes: z.number().optional(),
            }),
          ),
        }),
    },
    action: async ({ input, credentials }) => {
      const found = await options.snapshots.listOfPipeline(input.pipeline, {
        credentials,
      });
      return {
        output: {
          items: found.map(
            ({ id, run, version, kind, location, createdAt, sizeBytes }) => ({
              ...{ id, run, version, kind, location, createdAt, sizeBytes },
            }),
          ),
        },
      };
    },
  });
}
