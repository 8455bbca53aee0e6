import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { PipelineService } from '../pipelines/PipelineService';
import { problemSchema } from './schemas';

/** @internal */
export function registerValidatePipelineAction(options: {
  actionsRegistry: ActionsRegistryService;
  pipelines: PipelineService;
}): void {
  options.actionsRegistry.register({
    name: 'validate-pipeline',
    title: 'Validate a data pipeline',
    description:
      'Checks the YAML of a data pipeline without storing it. Each problem has a JSON pointer, a message and, where one exists, a fix.',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z =>
        z.object({ yaml: z.string().describe('The document, YAML or JSON') }),
      output: z =>
        z.object({
          valid: z.boolean(),
          problems: z.array(problemSchema(z)),
          yaml: z.string().optional().describe('The canonical text'),
        }),
    },
    action: async ({ input, credentials }) => {
      const { valid, problems, yaml } = await options.pipelines.validate(
        { yaml: input.yaml },
        { credentials },
      );
      return { output: { valid, problems, yaml } };
    },
  });
}
