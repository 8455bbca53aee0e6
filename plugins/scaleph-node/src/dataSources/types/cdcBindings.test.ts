import { JsonObject } from '@backstage/types';
import { builtInDataSourceTypes } from './builtInDataSourceTypes';

const server = { host: 'db', database: 'shop', user: 'etl' };

test.each<[string, string, JsonObject]>([
  [
    'mysql',
    'MySQL-CDC',
    {
      'base-url':
        'jdbc:mysql://db:3306/shop?sslMode=DISABLED&allowLoadLocalInfile=false',
      username: 'etl',
      debezium: {
        'database.ssl.mode': 'disabled',
        'database.sslMode': 'DISABLED',
      },
    },
  ],
  [
    'postgresql',
    'Postgres-CDC',
    {
      'base-url': 'jdbc:postgresql://db:5432/shop?sslmode=disable',
      username: 'etl',
      debezium: { 'database.sslmode': 'disable' },
    },
  ],
])('%s gives options to %s', (type, connector, options) => {
  const known = builtInDataSourceTypes.find(it => it.type === type);
  const binding = known?.bindings[connector];
  expect(binding?.toOptions(server)).toEqual(options);
  expect(binding?.secretOptions).toEqual({ password: 'password' });
});
