import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { RUN_STATES, RunState } from '@scaleph/backstage-plugin-scaleph-common';
import { PipelineService } from '../pipelines/PipelineService';
import {
  pageInputShape,
  pageShape,
  pipelineSchema,
  toPipelineOutput,
} from './schemas';

/** @internal */
export function registerListPipelinesAction(options: {
  actionsRegistry: ActionsRegistryService;
  pipelines: PipelineService;
}): void {
  options.actionsRegistry.register({
    name: 'list-pipelines',
    title: 'List data pipelines',
    description:
      'Lists the data pipelines that you may read, sorted by name, with the state of their last run. Filter by words, owner, tag, used data source or state of the last run.',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z =>
        z.object({
          search: z
            .string()
            .max(200)
            .optional()
            .describe('Part of name, title, description or tag'),
          owner: z.string().optional().describe('Entity ref of the owner'),
          tag: z.string().optional(),
          dataSource: z.string().optional().describe('Name of a data source'),
          state: z
            .enum([...RUN_STATES] as [RunState, ...RunState[]])
            .optional()
            .describe('State of the last run'),
          ...pageInputShape(z),
        }),
      output: z =>
        z.object({ items: z.array(pipelineSchema(z)), ...pageShape(z) }),
    },
    action: async ({ input, credentials }) => {
      const { search, owner, tag, dataSource, state, limit, cursor } = input;
      const page = await options.pipelines.list(
        {
          search,
          owner: owner === undefined ? undefined : [owner],
          tag,
          dataSource,
          state,
          sort: 'name',
          limit: limit ?? 50,
          cursor,
        },
        { credentials },
      );
      return { output: { ...page, items: page.items.map(toPipelineOutput) } };
    },
  });
}
