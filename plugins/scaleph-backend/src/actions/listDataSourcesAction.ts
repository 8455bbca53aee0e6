import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { DataSourceService } from '../data-sources/DataSourceService';
import { pageInputShape, pageShape } from './schemas';

/** @internal */
export function registerListDataSourcesAction(options: {
  actionsRegistry: ActionsRegistryService;
  dataSources: DataSourceService;
}): void {
  options.actionsRegistry.register({
    name: 'list-data-sources',
    title: 'List data sources',
    description:
      'Lists the databases and directories that pipelines may read and write, sorted by name: type, where it points, last connection test, pipelines that use it. Never a secret.',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z =>
        z.object({
          search: z
            .string()
            .max(200)
            .optional()
            .describe('Part of name, title, description or tag'),
          type: z.string().optional().describe('E.g. postgresql'),
          ...pageInputShape(z),
        }),
      output: z =>
        z.object({
          items: z.array(
            z.object({
              name: z.string().describe('What a node of a pipeline names'),
              type: z.string(),
              title: z.string().optional(),
              description: z.string().optional(),
              owner: z.string(),
              location: z.string(),
              usedBy: z.array(z.string()),
              lastTest: z
                .object({
                  ok: z.boolean(),
                  message: z.string(),
                  at: z.string(),
                })
                .optional(),
            }),
          ),
          ...pageShape(z),
        }),
    },
    action: async ({ input, credentials }) => {
      const { search, type, limit, cursor } = input;
      const page = await options.dataSources.list(
        { search, type, sort: 'name', limit: limit ?? 50, cursor },
        { credentials },
      );
      const items = page.items.map(dataSource => ({
        name: dataSource.name,
        type: dataSource.type,
        title: dataSource.title,
        description: dataSource.description,
        owner: dataSource.owner,
        location: dataSource.location,
        usedBy: dataSource.usedBy.map(({ pipeline }) => pipeline),
        lastTest: dataSource.lastTest && {
          ok: dataSource.lastTest.ok,
          message: dataSource.lastTest.message,
          at: dataSource.lastTest.at,
        },
      }));
      return { output: { ...page, items } };
    },
  });
}
