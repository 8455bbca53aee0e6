/** ISO 8601 of a time that may not have come. @internal */
export function timeOf(ms: number | undefined): string | undefined {
  return ms === undefined || ms <= 0 ? undefined : new Date(ms).toISOString();
}
