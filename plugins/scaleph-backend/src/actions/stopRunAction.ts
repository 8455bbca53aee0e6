import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { RunService } from '../runs/RunService';
import { runSchema, toRunOutput } from './schemas';

/** @internal */
export function registerStopRunAction(options: {
  actionsRegistry: ActionsRegistryService;
  runs: RunService;
}): void {
  options.actionsRegistry.register({
    name: 'stop-run',
    title: 'Stop a run of a data pipeline',
    description:
      'Asks for the end of a run. It goes through CANCELLING to CANCELED as soon as the engine has stopped; follow it with get-run. Asking again is harmless; a run that has ended is a conflict.',
    attributes: { readOnly: false, destructive: true, idempotent: true },
    schema: {
      input: z => z.object({ id: z.string().describe('UUID of the run') }),
      output: z => runSchema(z),
    },
    action: async ({ input, credentials }) => {
      const run = await options.runs.act(
        input.id,
        { action: 'cancel' },
        { credentials },
      );
      return { output: toRunOutput(run) };
    },
  });
}
