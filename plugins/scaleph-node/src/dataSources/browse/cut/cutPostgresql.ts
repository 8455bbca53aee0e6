import { ColumnCutter, fits } from './CutColumn';

/** Of a size that is bounded by its type. */
const SMALL =
  /^(?:(?:boolean|smallint|integer|bigint|real|double precision|numeric|money|oid|name|uuid|date|time|timestamp|interval|inet|cidr|macaddr8?|pg_lsn|xid8?)\b|"char"$)/;
const ARRAY = /\[\]$/;

/** Every type can be cast to text there, so that arrays and documents are cut as well. @internal */
export const cutPostgresql: ColumnCutter = (column, type, characters) => {
  if (type === 'bytea') {
    const bytes = Math.floor(characters / 2);
    return { sql: `substring(${column} from 1 for ${bytes})`, at: { bytes } };
  }
  if (SMALL.test(type) && !ARRAY.test(type)) return { sql: column };
  if (/^character/.test(type) && fits(type, characters)) return { sql: column };
  return {
    sql: `pg_catalog.left(${column}::text, ${characters})`,
    at: { characters },
  };
};
