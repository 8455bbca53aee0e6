import { DataSourceTypeInfo } from '@scaleph/backstage-plugin-scaleph-common';
import { DataSourceType } from '@scaleph/backstage-plugin-scaleph-node';

/** What the API tells of a type. @internal */
export function toTypeInfo(type: DataSourceType): DataSourceTypeInfo {
  return {
    type: type.type,
    title: type.title,
    description: type.description,
    icon: type.icon,
    category: type.category,
    ...(type.documentation && { documentation: type.documentation }),
    schema: type.schema,
    secrets: type.secrets,
    files: type.files ?? [],
    browse: [...(type.browser?.levels ?? [])],
    ...(type.noBrowse && { noBrowse: type.noBrowse }),
    sql: type.sql !== undefined,
  };
}
