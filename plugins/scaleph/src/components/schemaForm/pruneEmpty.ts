const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Without fields that say nothing, and without parts that have no other fields: a part that nobody filled in is left out. */
export function pruneEmpty(
  value: Record<string, unknown>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, field]) => {
      if (field === undefined) return [];
      if (!isObject(field)) return [[name, field]];
      const part = pruneEmpty(field);
      return Object.keys(part).length ? [[name, part]] : [];
    }),
  );
}
