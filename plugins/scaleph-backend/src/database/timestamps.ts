/**
 * Times are stored as text in ISO 8601, UTC, with milliseconds: SQLite and
 * PostgreSQL give back exactly what was written, they sort as time does, and
 * they are what the API answers.
 *
 * @internal
 */
export function toTimestamp(time: Date | number = Date.now()): string {
  return new Date(time).toISOString();
}
