import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { RunService } from '../runs/RunService';
import { runSchema, startFromSchema, toRunOutput } from './schemas';

/** @internal */
export function registerOperateRunAction(options: {
  actionsRegistry: ActionsRegistryService;
  runs: RunService;
}): void {
  options.actionsRegistry.register({
    name: 'operate-run',
    title: 'Suspend, resume, restart or upgrade a run of a data pipeline',
    description:
      'Asks something of a run that has not ended, of what its `actions` allow: stop (takes a savepoint, then ends), suspend (takes a savepoint; the run waits), resume, restart, savepoint, checkpoint, rescale (with parallelism), upgrade (to a newer version with its state; answers the new run, and goes back when that fails). It is recorded and answered at once; follow it with get-run. Asking again for what is under way is harmless.',
    attributes: { readOnly: false, destructive: true, idempotent: true },
    schema: {
      input: z =>
        z.object({
          id: z.string().describe('UUID of the run'),
          action: z.enum([
            ...(['stop', 'suspend', 'resume', 'restart'] as const),
            ...(['savepoint', 'checkpoint', 'rescale', 'upgrade'] as const),
          ]),
          startFrom: startFromSchema(z),
          parallelism: z
            .number()
            .int()
            .min(1)
            .max(1024)
            .optional()
            .describe('Of rescale'),
          version: z
            .number()
            .int()
            .min(1)
            .optional()
            .describe('Of upgrade; the newest when absent'),
        }),
      output: z => runSchema(z),
    },
    action: async ({ input, credentials }) => {
      const { id, ...body } = input;
      const run = await options.runs.act(id, body, { credentials });
      return { output: toRunOutput(run) };
    },
  });
}
