/**
 * Names of the columns of a result as DuckDB takes them: names that are equal but for their case get a number.
 * @internal
 */
export function distinctNames(names: string[]): string[] {
  const taken = new Set<string>();
  return names.map(name => {
    let distinct = name;
    for (let n = 1; taken.has(distinct.toLowerCase()); n++) {
      distinct = `${name}_${n}`;
    }
    taken.add(distinct.toLowerCase());
    return distinct;
  });
}

/** Throws Error when a sink gives columns that the table lacks. @internal */
export function checkColumns(
  table: string,
  given: string[],
  existing: string[],
): void {
  const known = new Set(existing);
  const missing = given.filter(name => !known.has(name));
  if (missing.length === 0) return;
  throw new Error(
    `Table "${table}" has no column ${missing
      .map(n => `"${n}"`)
      .join(', ')}; its columns are ${existing.join(', ')}`,
  );
}

/** Throws Error when a key column is not among the columns that a sink gives. @internal */
export function checkKeys(keys: string[], given: string[]): void {
  const missing = keys.filter(key => !given.includes(key));
  if (missing.length === 0) return;
  throw new Error(
    `primary_keys names ${missing
      .map(n => `"${n}"`)
      .join(', ')}, which the node above does not give; it gives ${given.join(
      ', ',
    )}`,
  );
}
