import type { SqlDialect } from './SqlDialect';
import { isName, nameOf } from './identifiers';
import { isSqlTrivia, SqlToken } from './SqlToken';
import { tokenizeSql } from './tokenizeSql';

/**
 * A table that a statement names where the cursor can see it. `columns` are
 * known of a query in brackets or in WITH; a table's own are in the metadata.
 * @public
 */
export interface SqlTableRef {
  path: string[];
  alias?: string;
  columns?: string[];
  /** Columns that a window function adds. */
  added?: string[];
}

const AFTER_TABLE =
  /^(?:ON|WHERE|GROUP|ORDER|HAVING|LIMIT|OFFSET|FETCH|UNION|EXCEPT|INTERSECT|MINUS|JOIN|INNER|LEFT|RIGHT|FULL|CROSS|NATURAL|USING|SET|VALUES|SELECT|WINDOW|FOR|MATCH_RECOGNIZE|PARTITION|WITH|TABLESAMPLE|LATERAL|BEGIN|END|QUALIFY)$/;
const WINDOW_COLUMNS = ['window_start', 'window_end', 'window_time'];

const upper = (token: SqlToken | undefined) => token?.text.toUpperCase() ?? '';

/** Reads the tables of one statement from its tokens. */
class ScopeReader {
  private readonly closeOf = new Map<number, number>();

  constructor(private readonly tokens: SqlToken[]) {
    const open: number[] = [];
    tokens.forEach(({ text }, index) => {
      if (text === '(') open.push(index);
      else if (text === ')' && open.length) {
        this.closeOf.set(open.pop()!, index);
      }
    });
  }

  /** The end of brackets; of the text while they are still open. */
  private close(open: number): number {
    return this.closeOf.get(open) ?? this.tokens.length;
  }

  /** Whether brackets between the two are closed before the cursor. */
  isVisible(at: number, cursor: number): boolean {
    for (let index = at; index >= 0; index--) {
      if (this.tokens[index].text !== '(') continue;
      const { start } = this.tokens[index];
      const end = this.tokens[this.close(index)]?.start ?? Infinity;
      const isAround = index < at && this.close(index) > at;
      if (isAround && (cursor <= start || cursor > end)) return false;
    }
    return true;
  }

  /** Names of the columns that a query answers; undefined when not known. */
  private columnsOf(open: number): string[] | undefined {
    let at = open + 1;
    if (upper(this.tokens[at]) !== 'SELECT') return undefined;
    const columns: string[] = [];
    let last: SqlToken | undefined;
    for (at += 1; at < this.close(open); at++) {
      const token = this.tokens[at];
      const isEnd = upper(token) === 'FROM';
      if (token.text === '*' && (!last || last.text === '.')) return undefined;
      if (isEnd || token.text === ',') {
        if (isName(last)) columns.push(nameOf(last));
        last = undefined;
        if (isEnd) break;
      } else {
        last = token;
        if (token.text === '(') {
          at = this.close(at);
          last = this.tokens[at];
        }
      }
    }
    if (isName(last)) columns.push(nameOf(last));
    return columns;
  }

  /** The table that stands at `at`, and the index after it. */
  private tableAt(at: number): { ref?: SqlTableRef; next: number } {
    let index = at;
    let ref: SqlTableRef | undefined;
    if (upper(this.tokens[index]) === 'LATERAL') index += 1;
    const isFunction =
      upper(this.tokens[index]) === 'TABLE' &&
      this.tokens[index + 1]?.text === '(';
    if (isFunction) {
      const close = this.close(index + 1);
      const inner = this.tokens.findIndex(
        (token, place) =>
          place > index + 1 && place < close && upper(token) === 'TABLE',
      );
      const { ref: read } = inner > 0 ? this.tableAt(inner + 1) : {};
      ref = read && { path: read.path, added: WINDOW_COLUMNS };
      index = close + 1;
    } else if (this.tokens[index]?.text === '(') {
      ref = { path: [], columns: this.columnsOf(index) };
      index = this.close(index) + 1;
    } else if (isName(this.tokens[index])) {
      const path = [nameOf(this.tokens[index])];
      index += 1;
      while (this.tokens[index]?.text === '.') {
        const part = this.tokens[index + 1];
        if (isName(part)) path.push(nameOf(part));
        index += 2;
      }
      ref = { path };
    }
    return this.withAlias(ref, index);
  }

  private withAlias(ref: SqlTableRef | undefined, from: number) {
    let index = from;
    if (this.tokens[index]?.kind === 'hint') index += 1;
    if (upper(this.tokens[index]) === 'FOR') {
      // FOR SYSTEM_TIME AS OF a.b
      index += 5;
      while (this.tokens[index]?.text === '.') index += 2;
    }
    if (upper(this.tokens[index]) === 'AS') index += 1;
    const token = this.tokens[index];
    if (!isName(token) || AFTER_TABLE.test(upper(token))) {
      return { ref, next: index };
    }
    return { ref: ref && { ...ref, alias: nameOf(token) }, next: index + 1 };
  }

  /** Tables after FROM, JOIN and such that the cursor can see. */
  tables(cursor: number): SqlTableRef[] {
    const found: SqlTableRef[] = [];
    this.tokens.forEach((token, at) => {
      if (!/^(?:FROM|JOIN|INTO|UPDATE|OVERWRITE)$/.test(upper(token))) return;
      if (!this.isVisible(at, cursor)) return;
      let next = at + 1;
      for (;;) {
        const read = this.tableAt(next);
        if (read.ref) found.push(read.ref);
        if (upper(token) !== 'FROM') break;
        if (this.tokens[read.next]?.text !== ',') break;
        next = read.next + 1;
      }
    });
    return found;
  }

  /** Queries of WITH. */
  withQueries(): SqlTableRef[] {
    const found: SqlTableRef[] = [];
    this.tokens.forEach((token, at) => {
      const before = upper(this.tokens[at - 1]);
      const isPlace = before === 'WITH' || before === ',';
      const isQuery =
        isName(token) &&
        upper(this.tokens[at + 1]) === 'AS' &&
        this.tokens[at + 2]?.text === '(' &&
        /^(?:SELECT|WITH|VALUES)$/.test(upper(this.tokens[at + 3]));
      if (isPlace && isQuery) {
        found.push({ path: [nameOf(token)], columns: this.columnsOf(at + 2) });
      }
    });
    return found;
  }
}

/**
 * The tables that can be seen from an offset of a statement: of the query
 * around it and of those around that one, and the queries of WITH. Works on
 * statements that are not complete.
 *
 * @public
 */
export function statementScope(
  statement: string,
  offset: number,
  dialect: SqlDialect = 'flink',
): { tables: SqlTableRef[]; withQueries: SqlTableRef[] } {
  const tokens = tokenizeSql(statement, dialect).filter(
    token => !isSqlTrivia(token),
  );
  const reader = new ScopeReader(tokens);
  return {
    tables: reader.tables(offset),
    withQueries: reader.withQueries(),
  };
}
