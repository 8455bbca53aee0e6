import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  DataSourceInput,
  dataSourceEntityRef,
  SecretInput,
} from '@scaleph/backstage-plugin-scaleph-common';
import { CatalogEntries, CatalogLookup } from '../catalog/CatalogEntries';
import { idempotencyKey } from '../task/idempotencyKey';
import { ActionServices, TaskApi } from '../task/TaskApi';
import { withoutEmpty } from '../task/withoutEmpty';
import { examples } from './createDataSourceAction.examples';
import { createDataSourceInput } from './createDataSourceInput';
import { DataSourceCreator } from './DataSourceCreator';

/**
 * The action `scaleph:data-source:create`.
 *
 * @internal
 */
export function createDataSourceAction(
  services: ActionServices & { catalog: CatalogLookup },
) {
  return createTemplateAction({
    id: 'scaleph:data-source:create',
    description:
      'Creates a data source in Scaleph. Trying again is harmless: an existing one with the same type and configuration is a success.',
    examples,
    supportsDryRun: true,
    schema: {
      input: createDataSourceInput,
      output: {
        name: z => z.string().describe('Name of the data source'),
        entityRef: z =>
          z.string().describe('Ref of the catalog Resource of the data source'),
      },
    },
    async handler(context) {
      const { logger } = context;
      const { secrets, config, ...fields } = context.input;
      const body: DataSourceInput = withoutEmpty({
        ...fields,
        config: withoutEmpty(config),
        ...(secrets && { secrets: toSecretInputs(secrets) }),
      });
      const creator = new DataSourceCreator(
        new TaskApi(services, context),
        logger,
      );
      if (context.isDryRun) {
        await creator.validate(body);
        logger.info(
          `Data source "${body.name}" can be created; a dry run creates nothing`,
        );
        context.output('name', body.name);
        context.output('entityRef', dataSourceEntityRef(body.name));
        return;
      }
      // Without the secrets: a key is no place for them, not even as a hash.
      const key = idempotencyKey(context, { ...body, secrets: undefined });
      const { name, location, entityRef } = await creator.create(body, key);
      logger.info(`Data source "${name}" points at ${location}`);
      context.output('name', name);
      context.output('entityRef', entityRef);
      const catalog = new CatalogEntries(
        services.catalog,
        await context.getInitiatorCredentials(),
      );
      await catalog.waitFor(entityRef, context);
    },
  });
}

// A plain text is the value itself, as `${{ secrets.PASSWORD }}` gives it.
function toSecretInputs(
  secrets: Record<string, string | NonNullable<SecretInput>>,
): Record<string, SecretInput> {
  return Object.fromEntries(
    Object.entries(secrets).map(([name, secret]) => [
      name,
      typeof secret === 'string' ? { value: secret } : secret,
    ]),
  );
}
