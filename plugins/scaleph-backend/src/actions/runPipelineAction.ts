import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { RunService } from '../runs/RunService';
import { runSchema, startFromSchema, toRunOutput } from './schemas';

/** @internal */
export function registerRunPipelineAction(options: {
  actionsRegistry: ActionsRegistryService;
  runs: RunService;
}): void {
  options.actionsRegistry.register({
    name: 'run-pipeline',
    title: 'Run a data pipeline',
    description:
      'Starts a run of a published data pipeline and answers it at once, in state CREATED; follow it with get-run. A run writes to the sinks of the pipeline, and may replace what is there. Repeating a call with the same idempotencyKey starts nothing again.',
    attributes: { readOnly: false, destructive: true, idempotent: false },
    schema: {
      input: z =>
        z.object({
          pipeline: z.string().describe('Name of the pipeline'),
          version: z
            .number()
            .int()
            .min(1)
            .optional()
            .describe('The newest when absent'),
          target: z
            .string()
            .optional()
            .describe('Where to run; the first that can when absent'),
          parameters: z
            .record(z.string())
            .optional()
            .describe('Values of parameters that the pipeline declares'),
          startFrom: startFromSchema(z),
          idempotencyKey: z.string().min(1).max(200).optional(),
        }),
      output: z => runSchema(z),
    },
    action: async ({ input, credentials }) => {
      const { pipeline, idempotencyKey, ...body } = input;
      const run = await options.runs.create(pipeline, body, {
        credentials,
        idempotencyKey,
      });
      return { output: toRunOutput(run) };
    },
  });
}
