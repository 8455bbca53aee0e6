import { Knex } from 'knex';

/**
 * What a row's `search_text` column holds: the words to be found in, lower
 * case. Made here and not by SQL `lower`, which in SQLite knows ASCII only.
 *
 * @internal
 */
export function toSearchText(words: Array<string | undefined>): string {
  return words
    .filter(word => word)
    .join('\n')
    .toLowerCase();
}

/** `WHERE` the `search_text` column holds `text`; `%` and `_` are plain characters. @internal */
export function whereContains(
  query: Knex.QueryBuilder,
  column: string,
  text: string,
): void {
  const pattern = text.toLowerCase().replace(/[\\%_]/g, '\\$&');
  query.whereRaw(`?? like ? escape '\\'`, [column, `%${pattern}%`]);
}
