/** Where the grammar stumbles: offsets in the statement, in UTF-16 units. */
export interface GrammarProblem {
  start: number;
  end: number;
  message: string;
}

/** What the name at the cursor may be. */
export type NameKind =
  | 'catalog'
  | 'database'
  | 'table'
  | 'column'
  | 'function'
  | 'optionKey'
  | 'optionValue';

/** What the grammar allows at a place of a statement. */
export interface Expected {
  kinds: NameKind[];
  keywords: string[];
}

/**
 * The grammar of Flink SQL. Its methods may take their time: they run beside
 * the page where the browser lets them.
 */
export interface SqlLanguage {
  /** The first mistake of each statement, in their order. */
  check(statements: string[]): Promise<(GrammarProblem | undefined)[]>;
  /** What may stand at an offset of one statement; undefined when the grammar is lost. */
  expectedAt(statement: string, offset: number): Promise<Expected | undefined>;
  /** Ends what runs beside the page. */
  dispose(): void;
}
