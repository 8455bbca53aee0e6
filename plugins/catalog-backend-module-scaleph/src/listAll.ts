/** One page of a list of the Scaleph API. @internal */
export type Page<T> = { items: T[]; nextCursor?: string };

/** Everything of a list, page by page. @internal */
export async function listAll<T>(
  fetchPage: (cursor: string | undefined) => Promise<Page<T>>,
): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | undefined;
  do {
    const page = await fetchPage(cursor);
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return items;
}
