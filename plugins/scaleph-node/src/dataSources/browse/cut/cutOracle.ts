import { ColumnCutter } from './CutColumn';

/** What a VARCHAR2 and a RAW hold within SQL, whatever the character set is. */
const MOST = { characters: 1_000, bytes: 2_000 };

/** LONG and LONG RAW are left as they are: no function takes them. @internal */
export const cutOracle: ColumnCutter = (column, type, characters) => {
  const length = Math.min(characters, MOST.characters);
  const bytes = Math.min(Math.floor(characters / 2), MOST.bytes);
  if (type === 'CLOB' || type === 'NCLOB') {
    return {
      sql: `DBMS_LOB.SUBSTR(${column}, ${length}, 1)`,
      at: { characters: length },
    };
  }
  return type === 'BLOB'
    ? { sql: `DBMS_LOB.SUBSTR(${column}, ${bytes}, 1)`, at: { bytes } }
    : { sql: column };
};
