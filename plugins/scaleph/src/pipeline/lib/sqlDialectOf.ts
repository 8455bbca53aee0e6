import type { SqlDialect } from '@scaleph/backstage-plugin-scaleph-common';

const BY_TYPE: Record<string, SqlDialect> = {
  postgresql: 'postgresql',
  mysql: 'mysql',
  mariadb: 'mysql',
  sqlite: 'sqlite',
  sqlserver: 'sqlserver',
  clickhouse: 'clickhouse',
  doris: 'mysql',
  starrocks: 'mysql',
};

/** Whose SQL a query of a node is: that of its data source, or of the engine. @internal */
export function sqlDialectOf(dataSourceType: string | undefined): SqlDialect {
  return (
    (dataSourceType !== undefined &&
      Object.hasOwn(BY_TYPE, dataSourceType) &&
      BY_TYPE[dataSourceType]) ||
    'ansi'
  );
}
