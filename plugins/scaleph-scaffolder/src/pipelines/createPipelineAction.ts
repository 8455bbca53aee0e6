import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { pipelineEntityRef } from '@scaleph/backstage-plugin-scaleph-common';
import { idempotencyKey } from '../task/idempotencyKey';
import { ActionServices, TaskApi } from '../task/TaskApi';
import { CatalogEntries, CatalogLookup } from '../catalog/CatalogEntries';
import { examples } from './createPipelineAction.examples';
import { createPipelineInput } from './createPipelineInput';
import { FormNode } from './formDocument';
import { PipelineCreator } from './PipelineCreator';
import { readInput } from './readInput';

/**
 * The action `scaleph:pipeline:create`: creates a pipeline, and publishes it where that is asked for.
 *
 * @internal
 */
export function createPipelineAction(
  services: ActionServices & { catalog: CatalogLookup },
) {
  return createTemplateAction({
    id: 'scaleph:pipeline:create',
    description:
      'Creates a data pipeline in Scaleph. Trying again is harmless: an existing pipeline that means the same is a success.',
    examples,
    supportsDryRun: true,
    schema: {
      input: createPipelineInput,
      output: {
        name: z => z.string().describe('Name of the pipeline'),
        entityRef: z =>
          z.string().describe('Ref of the catalog Component of the pipeline'),
        version: z =>
          z
            .number()
            .int()
            .optional()
            .describe('The published version; absent for a draft'),
      },
    },
    async handler(context) {
      const { input, logger } = context;
      const task = new TaskApi(services, context);
      const catalog = new CatalogEntries(
        services.catalog,
        await context.getInitiatorCredentials(),
      );
      const named = async (node?: FormNode) =>
        node?.dataSource
          ? {
              ...node,
              dataSource: await catalog.dataSourceName(node.dataSource),
            }
          : node;
      const body = {
        ...readInput({
          ...input,
          source: await named(input.source),
          sink: await named(input.sink),
        }),
        publish: input.publish,
        message: input.message,
      };

      const creator = new PipelineCreator(task, logger);
      if (context.isDryRun) {
        const { name } = await creator.validate(body);
        logger.info(`Pipeline "${name}" is valid; a dry run creates nothing`);
        context.output('name', name);
        context.output('entityRef', pipelineEntityRef(name));
        return;
      }

      const pipeline = await creator.create(
        body,
        idempotencyKey(context, body),
      );
      const { name, entityRef, publishedVersion } = pipeline;
      logger.info(
        publishedVersion === undefined
          ? `Pipeline "${name}" is created as a draft`
          : `Pipeline "${name}" is created, version ${publishedVersion} is published`,
      );
      context.output('name', name);
      context.output('entityRef', entityRef);
      context.output('version', publishedVersion);
      await catalog.waitFor(entityRef, context);
    },
  });
}
