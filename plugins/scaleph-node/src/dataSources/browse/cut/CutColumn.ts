/** A column of a SELECT list of which the server sends no more than is looked at. @internal */
export interface CutColumn {
  sql: string;
  /** A value that is as long as this was cut; absent where nothing is. Characters of text, or bytes of what is binary. */
  at?: { characters: number } | { bytes: number };
}

/**
 * How a dialect cuts a column.
 * @param column - quoted
 * @param type - as the browser of the dialect writes it
 * @param characters - most of them of a text; of what is binary, which is shown in hexadecimal, half as many bytes
 * @internal
 */
export type ColumnCutter = (
  column: string,
  type: string,
  characters: number,
) => CutColumn;

/** The length in `varchar(20)`, and whether nothing of that length is cut. @internal */
export function fits(type: string, characters: number): boolean {
  const length = /^[^(]*\((\d+)\)/.exec(type)?.[1];
  return length !== undefined && Number(length) <= characters;
}
