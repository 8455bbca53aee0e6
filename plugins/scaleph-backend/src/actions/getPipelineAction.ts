import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { PipelineService } from '../pipelines/PipelineService';
import { pipelineSchema, problemSchema, toPipelineOutput } from './schemas';

/** @internal */
export function registerGetPipelineAction(options: {
  actionsRegistry: ActionsRegistryService;
  pipelines: PipelineService;
}): void {
  options.actionsRegistry.register({
    name: 'get-pipeline',
    title: 'Get a data pipeline',
    description:
      'Answers a data pipeline by name: its draft as YAML, the problems of the draft, its newest version and its last run.',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z => z.object({ name: z.string().describe('Name, e.g. orders') }),
      output: z =>
        pipelineSchema(z).extend({
          yaml: z.string().describe('The draft'),
          problems: z.array(problemSchema(z)),
        }),
    },
    action: async ({ input, credentials }) => {
      const pipeline = await options.pipelines.get(input.name, { credentials });
      const { yaml, problems } = pipeline;
      return { output: { ...toPipelineOutput(pipeline), yaml, problems } };
    },
  });
}
