/** The parts of `table` or `schema.table`. @internal */
export function tableParts(table: string): string[] {
  return table.split('.');
}

/** The name quoted part by part. @internal */
export function quoteTable(
  table: string,
  quote: (name: string) => string,
): string {
  return tableParts(table).map(quote).join('.');
}
