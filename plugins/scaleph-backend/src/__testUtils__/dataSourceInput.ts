import { DataSourceInput } from '@scaleph/backstage-plugin-scaleph-common';

/** A PostgreSQL data source that nothing connects to. */
export function dataSourceInput(
  name: string,
  change: Partial<DataSourceInput> = {},
): DataSourceInput {
  return {
    name,
    type: 'postgresql',
    owner: 'group:default/data',
    config: { host: 'db.example.com', database: 'shop', user: 'etl' },
    ...change,
  };
}
