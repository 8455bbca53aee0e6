import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

/** @internal */
export const examples: TemplateExample[] = [
  {
    description: 'A file into a table, from the fields of a form',
    example: stringify({
      steps: [
        {
          id: 'create',
          name: 'Create the pipeline',
          action: 'scaleph:pipeline:create',
          input: {
            name: '${{ parameters.name }}',
            owner: '${{ parameters.owner }}',
            system: '${{ parameters.system }}',
            source: {
              connector: 'LocalFile',
              dataSource: 'resource:default/landing-zone',
              options: { path: 'orders.csv', file_format_type: 'csv' },
            },
            sql: 'select * from source where amount > 0',
            sink: {
              connector: 'Jdbc',
              dataSource: 'resource:default/warehouse',
              options: { table: 'orders' },
            },
            publish: true,
          },
        },
      ],
    }),
  },
  {
    description: 'A whole document, kept as a draft',
    example: stringify({
      steps: [
        {
          id: 'create',
          name: 'Create the pipeline',
          action: 'scaleph:pipeline:create',
          input: {
            document: {
              apiVersion: 'scaleph.io/v1alpha1',
              kind: 'Pipeline',
              metadata: { name: 'hello', owner: 'group:default/data' },
              spec: {
                type: 'seatunnel',
                nodes: [
                  {
                    id: 'rows',
                    kind: 'source',
                    connector: 'FakeSource',
                    options: { schema: { fields: { id: 'int' } } },
                  },
                  { id: 'log', kind: 'sink', connector: 'Console' },
                ],
                edges: [{ from: 'rows', to: 'log' }],
              },
            },
          },
        },
      ],
    }),
  },
];
