import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

/** @internal */
export const examples: TemplateExample[] = [
  {
    description:
      'A PostgreSQL database; the form asks for the password as a secret',
    example: stringify({
      steps: [
        {
          id: 'warehouse',
          name: 'Create the data source',
          action: 'scaleph:data-source:create',
          input: {
            name: 'warehouse',
            type: 'postgresql',
            owner: 'group:default/data',
            config: {
              host: 'db.example.com',
              database: 'warehouse',
              user: 'etl',
            },
            secrets: { password: '${{ secrets.PASSWORD }}' },
          },
        },
      ],
    }),
  },
  {
    description:
      'The same with a password that the back end has in its environment',
    example: stringify({
      steps: [
        {
          id: 'warehouse',
          name: 'Create the data source',
          action: 'scaleph:data-source:create',
          input: {
            name: 'warehouse',
            type: 'postgresql',
            owner: 'group:default/data',
            config: {
              host: 'db.example.com',
              database: 'warehouse',
              user: 'etl',
            },
            secrets: {
              password: { environment: 'SCALEPH_SECRET_WAREHOUSE' },
            },
          },
        },
      ],
    }),
  },
];
