import { ColumnCutter } from './CutColumn';

/** Only `(max)` and the types from before it are longer than a page. @internal */
export const cutSqlserver: ColumnCutter = (column, type, characters) => {
  const bytes = Math.floor(characters / 2);
  switch (type) {
    case 'varchar(max)':
    case 'nvarchar(max)':
      return { sql: `LEFT(${column}, ${characters})`, at: { characters } };
    case 'text':
    case 'ntext':
    case 'xml':
    case 'json':
      return {
        sql: `LEFT(CAST(${column} AS nvarchar(max)), ${characters})`,
        at: { characters },
      };
    case 'varbinary(max)':
      return { sql: `SUBSTRING(${column}, 1, ${bytes})`, at: { bytes } };
    case 'image':
    case 'geography':
    case 'geometry':
      return {
        sql: `SUBSTRING(CAST(${column} AS varbinary(max)), 1, ${bytes})`,
        at: { bytes },
      };
    default:
      return { sql: column };
  }
};
