import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { ScmIntegrationRegistry } from '@backstage/integration';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ActionServices, TaskApi } from '../task/TaskApi';
import { examples } from './editPipelineFileAction.examples';
import { readRepository } from './readRepository';

/**
 * The action `scaleph:pipeline:edit-file`: writes the edited file of a pipeline that comes from a repository into the workspace, for an
 * action that makes a pull request of it.
 *
 * @internal
 */
export function editPipelineFileAction(
  services: ActionServices & { integrations: ScmIntegrationRegistry },
) {
  return createTemplateAction({
    id: 'scaleph:pipeline:edit-file',
    description:
      'Writes the edited file of a pipeline that comes from a repository into the workspace, and tells of which repository it is.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        name: z => z.string().describe('Name of the pipeline'),
        yaml: z => z.string().describe('The whole file as it is to be'),
      },
      output: {
        provider: z =>
          z.string().describe('Type of the integration, e.g. github'),
        repoUrl: z =>
          z
            .string()
            .describe('Of the repository, as the publish actions take it'),
        branch: z =>
          z.string().optional().describe('The branch that the file is on'),
        path: z => z.string().describe('Of the file in its repository'),
        patch: z => z.string().describe('What changes, as a unified diff'),
      },
    },
    async handler(context) {
      const { name, yaml } = context.input;
      const task = new TaskApi(services, context);
      const { origin } = await task.api.getPipeline(name, await task.options());
      if (!origin) {
        throw new InputError(
          `Pipeline "${name}" does not come from a repository: save it in the portal`,
        );
      }
      const edited = await task.api.createPipelinePatch(
        name,
        { yaml },
        await task.options(),
      );
      if (!edited.patch) {
        throw new InputError(
          `Pipeline "${name}": the file is as it is in its repository already`,
        );
      }
      const repository = readRepository(origin.url, services.integrations);
      const path = resolveSafeChildPath(context.workspacePath, edited.path);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, edited.yaml);
      context.logger.info(`Changed ${edited.path}:\n${edited.patch}`);
      context.output('provider', repository.provider);
      context.output('repoUrl', repository.repoUrl);
      context.output('branch', repository.branch);
      context.output('path', edited.path);
      context.output('patch', edited.patch);
    },
  });
}
