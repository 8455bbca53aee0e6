/** What differs between the data sources and the targets, which are stored alike. @internal */
export interface RegistrationKind {
  /** In messages, in the middle of a sentence: `data source`. */
  noun: string;
  /** operationId of the create, for idempotency. */
  createOperation: string;
  tables: {
    rows: string;
    secrets: string;
    /** Column of the secrets' table that names the row. */
    owner: string;
  };
}

/** The noun at the start of a sentence, with the name: `Data source "shop"`. @internal */
export function naming(kind: RegistrationKind, name: string): string {
  const { noun } = kind;
  return `${noun[0].toUpperCase()}${noun.slice(1)} "${name}"`;
}
