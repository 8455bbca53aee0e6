/** One row of CSV: NULL is nothing, text is always quoted so that an empty one differs. @internal */
export function csvRow(values: (string | null)[]): string {
  return `${values.map(csvField).join(',')}\n`;
}

function csvField(value: string | null): string {
  return value === null ? '' : `"${value.replace(/"/g, '""')}"`;
}
