import { scrubSecrets } from '../scrubSecrets';
import { messageOf } from './messageOf';

/**
 * The message for a person of an error that a database gave to a statement, e.g.
 * `Table "orders" does not exist in db:5432/shop`. What it does not know keeps the database's own words, without secrets.
 * @public
 */
export function explainQueryError(
  error: unknown,
  context: {
    /** Of the data source: `DataSourceType.location`. */
    location: string;
    secrets: Record<string, string>;
  },
): string {
  const text = messageOf(error);
  const message = scrubSecrets(text, context.secrets);
  const { code } = error as { code?: string };
  const table = tableOf(code, message);
  if (table) return `Table "${table}" does not exist in ${context.location}`;
  switch (code) {
    case '42501':
    case 'ER_TABLEACCESS_DENIED_ERROR':
    case 'ER_DBACCESS_DENIED_ERROR':
      return `The user of the data source lacks a right in ${context.location}: ${message}`;
    case 'SQLITE_READONLY':
      return `${context.location} may not be written to: ${message}`;
    default:
      return `${context.location}: ${message}`;
  }
}

function tableOf(code: string | undefined, message: string) {
  switch (code) {
    case '42P01':
      return message.match(/relation "(.+)" does not exist/)?.[1];
    case 'ER_NO_SUCH_TABLE':
      return message.match(/Table '(.+)' doesn't exist/)?.[1];
    case 'SQLITE_ERROR':
      return message.match(/^no such table: (.+)$/)?.[1];
    default:
      return undefined;
  }
}
