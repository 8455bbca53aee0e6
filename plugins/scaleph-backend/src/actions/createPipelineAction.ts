import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { PipelineService } from '../pipelines/PipelineService';
import { pipelineSchema, problemSchema, toPipelineOutput } from './schemas';

/** @internal */
export function registerCreatePipelineAction(options: {
  actionsRegistry: ActionsRegistryService;
  pipelines: PipelineService;
}): void {
  options.actionsRegistry.register({
    name: 'create-pipeline',
    title: 'Create a data pipeline',
    description:
      'Creates a data pipeline from YAML, as a draft or published at once. Fails when the name is taken, and with publish when the document has problems; validate-pipeline tells them beforehand. Repeating a call with the same idempotencyKey creates nothing again.',
    attributes: { readOnly: false, destructive: false, idempotent: false },
    schema: {
      input: z =>
        z.object({
          yaml: z.string().describe('The document, YAML or JSON'),
          publish: z
            .boolean()
            .optional()
            .describe('Publish as version 1, so that it can be run'),
          message: z.string().max(500).optional().describe('Of the version'),
          idempotencyKey: z.string().min(1).max(200).optional(),
        }),
      output: z =>
        pipelineSchema(z).extend({ problems: z.array(problemSchema(z)) }),
    },
    action: async ({ input, credentials }) => {
      const { yaml, publish, message, idempotencyKey } = input;
      const pipeline = await options.pipelines.create(
        { yaml, publish, message },
        { credentials, idempotencyKey },
      );
      const { problems } = pipeline;
      return { output: { ...toPipelineOutput(pipeline), problems } };
    },
  });
}
