import { ColumnCutter, fits } from './CutColumn';

const TEXT = /^(?:tiny|medium|long)?text|^json|^n?(?:var)?char/;
const BINARY = /^(?:tiny|medium|long)?blob|^(?:var)?binary/;
const GEOMETRY =
  /^(?:geometry|geometrycollection|geomcollection|point|multipoint|linestring|multilinestring|polygon|multipolygon)$/;

/** LEFT counts characters of text and bytes of what is binary. @internal */
export const cutMysql: ColumnCutter = (column, type, characters) => {
  const bytes = Math.floor(characters / 2);
  if (GEOMETRY.test(type)) {
    const hex = `LOWER(HEX(LEFT(ST_AsWKB(${column}), ${bytes})))`;
    return { sql: `CONCAT('0x', ${hex})`, at: { bytes } };
  }
  if (fits(type, bytes)) return { sql: column };
  if (TEXT.test(type)) {
    return { sql: `LEFT(${column}, ${characters})`, at: { characters } };
  }
  return BINARY.test(type)
    ? { sql: `LEFT(${column}, ${bytes})`, at: { bytes } }
    : { sql: column };
};

/** Doris and StarRocks have types of their own, of which LEFT takes texts alone. @internal */
export const cutDoris: ColumnCutter = (column, type, characters) =>
  /^(?:string|text|(?:var)?char)/i.test(type) && !fits(type, characters)
    ? { sql: `LEFT(${column}, ${characters})`, at: { characters } }
    : { sql: column };
