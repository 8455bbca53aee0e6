import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { RunLogLine } from '@scaleph/backstage-plugin-scaleph-common';
import { Caller } from '../http/Caller';
import { RunService } from '../runs/RunService';
import { runSchema, toRunOutput } from './schemas';

const LOG_PAGE = 1000;
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
      const warnings = await lastWarnings(options.runs, input.id, caller);
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
          log: warnings.map(({ at, level, node, message }) =>
            [at, level, node, message].filter(Boolean).join(' '),
          ),
        },
      };
    },
  });
}

/** The log is read from its start, page by page; the store bounds its length. */
async function lastWarnings(
  runs: RunService,
  id: string,
  caller: Caller,
): Promise<RunLogLine[]> {
  let last: RunLogLine[] = [];
  let after = 0;
  for (;;) {
    const query = { level: 'warn' as const, limit: LOG_PAGE, after };
    const { items } = await runs.logs(id, query, caller);
    last = [...last, ...items].slice(-LOG_LINES_SHOWN);
    if (items.length < LOG_PAGE) return last;
    after = items[items.length - 1].seq;
  }
}
