import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { RUN_STATES, RunState } from '@scaleph/backstage-plugin-scaleph-common';
import { RunService } from '../runs/RunService';
import { pageInputShape, pageShape, runSchema, toRunOutput } from './schemas';

/** @internal */
export function registerListRunsAction(options: {
  actionsRegistry: ActionsRegistryService;
  runs: RunService;
}): void {
  options.actionsRegistry.register({
    name: 'list-runs',
    title: 'List runs of data pipelines',
    description:
      'Lists runs that you may read, newest first. Filter by pipeline, by state, or by whether they are still active.',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z =>
        z.object({
          pipeline: z.string().optional().describe('Name of a pipeline'),
          state: z
            .enum([...RUN_STATES] as [RunState, ...RunState[]])
            .optional(),
          active: z
            .boolean()
            .optional()
            .describe('true: only runs that have not ended'),
          ...pageInputShape(z),
        }),
      output: z => z.object({ items: z.array(runSchema(z)), ...pageShape(z) }),
    },
    action: async ({ input, credentials }) => {
      const { pipeline, state, active, limit, cursor } = input;
      const page = await options.runs.list(
        {
          pipeline,
          state,
          active,
          sort: '-createdAt',
          limit: limit ?? 50,
          cursor,
        },
        { credentials },
      );
      return { output: { ...page, items: page.items.map(toRunOutput) } };
    },
  });
}
