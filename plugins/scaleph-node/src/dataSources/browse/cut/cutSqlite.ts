import { ColumnCutter } from './CutColumn';

/** Any column may hold any value there, whatever its type says. @internal */
export const cutSqlite: ColumnCutter = (column, _type, characters) => {
  const bytes = Math.floor(characters / 2);
  return {
    sql: `CASE typeof(${column}) WHEN 'text' THEN substr(${column}, 1, ${characters}) WHEN 'blob' THEN substr(${column}, 1, ${bytes}) ELSE ${column} END`,
    at: { characters },
  };
};
