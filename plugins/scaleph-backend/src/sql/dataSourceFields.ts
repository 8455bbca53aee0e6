import {
  connectionFields,
  ConnectionWithSecrets,
  DataSourceType,
  secretFieldNames,
  secretTexts,
} from '@scaleph/backstage-plugin-scaleph-node';

/** What SQL asks of data sources. @internal */
export interface DataSourceFields {
  /** What `${data-source.NAME.…}` may name: configuration, what the type makes of it, and secrets. */
  of(connection: ConnectionWithSecrets): Record<string, string>;
  /** Names of those that hold a secret or a file. */
  secret(connection: ConnectionWithSecrets): string[];
  /** Every text by which a secret may go out. */
  texts(connection: ConnectionWithSecrets): string[];
}

/** @internal */
export function dataSourceFields(
  types: readonly DataSourceType[],
): DataSourceFields {
  const typeOf = ({ type }: ConnectionWithSecrets) =>
    types.find(it => it.type === type);
  return {
    of: connection => connectionFields(typeOf(connection), connection),
    secret: connection => secretFieldNames(typeOf(connection), connection),
    texts: connection => secretTexts(typeOf(connection), connection),
  };
}
