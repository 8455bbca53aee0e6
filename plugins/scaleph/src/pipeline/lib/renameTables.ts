const STRING = /('(?:[^']|'')*')/;
const NAME = '[A-Za-z_][A-Za-z0-9_]*';
const PLACES = new RegExp(
  `(\\b(?:from|join)\\s+"?)(${NAME})\\b|(?<![\\w.])(${NAME})(?=\\s*\\.)`,
  'gi',
);

/**
 * Gives tables in a query other names, all at once. Only places that can name a
 * table are changed (behind FROM and JOIN, before a dot), so that a column or a
 * text of the same name stays what it is.
 *
 * @param names - old name to new name
 * @internal
 */
export function renameTables(
  query: string,
  names: ReadonlyMap<string, string>,
): string {
  const byName = new Map(
    [...names].map(([from, to]) => [from.toLowerCase(), to]),
  );
  const nextOf = (name: string) => byName.get(name.toLowerCase()) ?? name;
  return query
    .split(STRING)
    .map((part, index) =>
      index % 2
        ? part
        : part.replace(
            PLACES,
            (_, before: string | undefined, table: string, prefix: string) =>
              before === undefined
                ? nextOf(prefix)
                : `${before}${nextOf(table)}`,
          ),
    )
    .join('');
}
