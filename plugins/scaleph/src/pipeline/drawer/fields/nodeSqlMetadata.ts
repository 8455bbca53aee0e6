import type {
  DataSourceObject,
  Field,
  ScalephApi,
  SqlObject,
} from '@scaleph/backstage-plugin-scaleph-common';
import { CachedSqlMetadata } from '../../../sql/completion/SqlMetadata';
import type {
  SqlMetadata,
  SqlObjectPath,
} from '../../../sql/completion/SqlMetadata';

const column = ({ name, type }: Field): SqlObject => ({
  kind: 'column',
  name,
  type,
});

/** The nodes above as tables under their ids. @internal */
export function inputMetadata(inputs: Record<string, Field[]>): SqlMetadata {
  return {
    async list({ table }: SqlObjectPath) {
      if (table === undefined) {
        return Object.keys(inputs).map(name => ({
          kind: 'table' as const,
          name,
        }));
      }
      const known = Object.keys(inputs).find(
        it => it.toLowerCase() === table.toLowerCase(),
      );
      return known === undefined ? [] : inputs[known].map(column);
    },
    functions: async () => [],
    hints: async () => [],
    forget() {},
  };
}

const KINDS: Partial<Record<DataSourceObject['kind'], SqlObject['kind']>> = {
  catalog: 'catalog',
  schema: 'database',
  table: 'table',
  view: 'view',
  column: 'column',
};

function toSqlObject(object: DataSourceObject): SqlObject[] {
  const kind = KINDS[object.kind];
  const { name, type, current } = object;
  return kind ? [{ kind, name, type, current }] : [];
}

/** What a data source holds, for the completion of its SQL. @internal */
export function dataSourceMetadata(
  api: ScalephApi,
  dataSource: string,
): SqlMetadata {
  return new CachedSqlMetadata(async ({ catalog, database, table }) => {
    const path = [catalog, database, table].filter(
      (it): it is string => it !== undefined,
    );
    const { items } = await api.listDataSourceObjects(dataSource, { path });
    return { items: items.flatMap(toSqlObject) };
  });
}
