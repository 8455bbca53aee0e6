import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { RunService } from '../runs/RunService';
import { runSchema, toRunOutput } from './schemas';

const LOG_LINES = 1000;
const LOG_LINES_SHOWN = 50;

/** @internal */
export function registerGetRunAction(options: {
  actionsRegistry: ActionsRegistryService;
  runs: RunService;
}): void {
  options.actionsRegistry.register({
    name: 'get-run',
    title: 'Get a run of a data pipeline',
    description:
      'Answers a run: its state and why, rows by node, what it has written, and the last warnings and errors of its log.',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z => z.object({ id: z.string().describe('UUID of the run') }),
      output: z =>
        runSchema(z).extend({
          nodes: z.array(
            z.object({
              node: z.string(),
              state: z.string(),
              rowsIn: z.number(),
              rowsOut: z.number(),
              error: z.string().optional(),
            }),
          ),
          outputs: z.array(
            z.object({
              node: z.string(),
              kind: z.string(),
              location: z.string(),
              rows: z.number().optional(),
              bytes: z.number().optional(),
            }),
          ),
          log: z
            .array(z.string())
            .describe('The last warnings and errors, oldest first'),
        }),
    },
    action: async ({ input, credentials }) => {
      const caller = { credentials };
      const run = await options.runs.get(input.id, caller);
      const { items } = await options.runs.logs(
        input.id,
        { level: 'warn', limit: LOG_LINES },
        caller,
      );
      return {
        output: {
          ...toRunOutput(run),
          nodes: run.nodes.map(({ node, state, rowsIn, rowsOut, error }) => ({
            node,
            state,
            rowsIn,
            rowsOut,
            error,
          })),
          outputs: run.outputs.map(output => ({ ...output })),
          log: items
            .slice(-LOG_LINES_SHOWN)
            .map(({ at, level, node, message }) =>
              [at, level, node, message].filter(Boolean).join(' '),
            ),
        },
      };
    },
  });
}
