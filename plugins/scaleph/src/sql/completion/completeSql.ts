import {
  isReservedSqlWord,
  quoteSqlName,
  SqlDialect,
  SqlObject,
  SqlTableRef,
  statementScope,
  tokenizeSql,
} from '@scaleph/backstage-plugin-scaleph-common';
import type { Expected } from '../language/SqlLanguage';
import { flinkFunctions } from './flinkFunctions';
import type { SqlMetadata } from './SqlMetadata';
import { currentPath, membersOf, tablePath } from './tablePaths';

/** One line of the completion list. */
export interface SqlCompletion {
  label: string;
  /** What is written, when it is not the label. */
  apply?: string;
  type: SqlObject['kind'] | 'keyword' | 'alias';
  /** Beside the label: a type, a signature, where it comes from. */
  detail?: string;
  /** Higher stands earlier. */
  boost?: number;
}

/** What completion knows about a place of a statement. */
export interface CompletionRequest {
  statement: string;
  offset: number;
  dialect: SqlDialect;
  expected: Expected;
  metadata?: SqlMetadata;
}

const COLUMN = 3;
const TABLE = 2;
const FUNCTION = 1;

/** The names before the cursor: `a.b.` gives a and b. */
export function qualifierAt(
  statement: string,
  offset: number,
  dialect: SqlDialect,
): { qualifier: string[]; from: number } {
  const tokens = tokenizeSql(statement.slice(0, offset), dialect);
  const last = tokens.at(-1);
  const isOpen = last?.unterminated && last.kind === 'quotedIdentifier';
  const isTyping = last?.kind === 'word' || isOpen;
  const from = isTyping && last ? last.start : offset;
  let index = tokens.length - (isTyping ? 2 : 1);
  const qualifier: string[] = [];
  while (tokens[index]?.text === '.') {
    const { kind, text } = tokens[index - 1] ?? {};
    if (kind === 'word') qualifier.unshift(text);
    else if (kind === 'quotedIdentifier') qualifier.unshift(text.slice(1, -1));
    else break;
    index -= 2;
  }
  return { qualifier, from };
}

class Completer {
  private readonly found = new Map<string, SqlCompletion>();

  constructor(private readonly request: CompletionRequest) {}

  async complete(qualifier: string[]): Promise<SqlCompletion[]> {
    const { statement, offset, dialect, expected } = this.request;
    const scope = statementScope(statement, offset, dialect);
    if (qualifier.length) {
      await this.addQualified(qualifier, scope.tables, scope.withQueries);
      return [...this.found.values()];
    }
    const kinds = new Set(expected.kinds);
    if (kinds.has('column')) {
      for (const table of scope.tables) {
        if (table.alias)
          this.add({ label: table.alias, type: 'alias', boost: TABLE });
        await this.addColumns(table, scope.withQueries);
      }
    }
    if (kinds.has('table')) {
      for (const { path } of scope.withQueries) {
        this.addName(path[0], 'table', { boost: COLUMN });
      }
      await this.addTables();
    }
    if (kinds.has('catalog')) await this.addTop('catalog');
    if (kinds.has('database')) await this.addTop('database');
    if (kinds.has('function')) await this.addFunctions();
    for (const label of expected.keywords) this.add({ label, type: 'keyword' });
    return [...this.found.values()];
  }

  private async addQualified(
    qualifier: string[],
    tables: SqlTableRef[],
    withQueries: SqlTableRef[],
  ) {
    const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();
    const last = qualifier[qualifier.length - 1];
    for (const table of tables) {
      const name = table.alias ?? table.path.at(-1);
      if (name && same(name, last)) await this.addColumns(table, withQueries);
    }
    const { metadata } = this.request;
    if (!metadata) return;
    for (const { kind, name } of await membersOf(metadata, qualifier)) {
      this.addName(name, kind, { boost: TABLE });
    }
  }

  private async addColumns(table: SqlTableRef, withQueries: SqlTableRef[]) {
    const from = table.alias ?? table.path.at(-1);
    const named = withQueries.find(
      it => table.path.length === 1 && it.path[0] === table.path[0],
    );
    for (const column of table.added ?? []) {
      this.addName(column, 'column', { detail: from, boost: COLUMN });
    }
    const known = table.columns ?? named?.columns;
    if (known || named) {
      for (const column of known ?? []) {
        this.addName(column, 'column', { detail: from, boost: COLUMN });
      }
      return;
    }
    const { metadata } = this.request;
    if (!metadata || !table.path.length) return;
    const path = await tablePath(metadata, table.path);
    for (const { kind, name, type } of await metadata.list(path)) {
      if (kind !== 'column') continue;
      this.addName(name, kind, { detail: type, boost: COLUMN });
    }
  }

  private async addTables() {
    const { metadata } = this.request;
    if (!metadata) return;
    const here = await currentPath(metadata);
    for (const { kind, name } of await metadata.list(here)) {
      if (kind !== 'table' && kind !== 'view') continue;
      this.addName(name, kind, { boost: TABLE });
    }
    await this.addTop('database');
    await this.addTop('catalog');
  }

  private async addTop(kind: 'catalog' | 'database') {
    const { metadata } = this.request;
    if (!metadata) return;
    const { catalog } = await currentPath(metadata);
    const path = kind === 'database' && catalog ? { catalog } : {};
    for (const object of await metadata.list(path)) {
      if (object.kind === kind) this.addName(object.name, kind, {});
    }
  }

  private async addFunctions() {
    const { dialect, metadata } = this.request;
    if (dialect === 'flink') {
      for (const { name, signature } of flinkFunctions) {
        const takesNone = !signature.includes('(');
        this.add({
          label: name,
          apply: takesNone ? undefined : `${name}(`,
          type: 'function',
          detail: signature.slice(name.length),
          boost: FUNCTION,
        });
      }
    }
    for (const name of (await metadata?.functions()) ?? []) {
      const label = dialect === 'flink' ? name.toUpperCase() : name;
      if (!/^[\w$]+$/.test(name)) continue;
      this.add({ label, apply: `${label}(`, type: 'function', boost: 0 });
    }
  }

  private addName(
    label: string,
    type: SqlCompletion['type'],
    rest: Partial<SqlCompletion>,
  ) {
    const { dialect } = this.request;
    const quoted = quoteSqlName(label, dialect, word =>
      isReservedSqlWord(word, dialect),
    );
    this.add({
      label,
      type,
      ...(quoted !== label && { apply: quoted }),
      ...rest,
    });
  }

  private add(completion: SqlCompletion) {
    const key = `${completion.type} ${completion.label}`;
    if (!this.found.has(key)) this.found.set(key, completion);
  }
}

/** What can be written at an offset, and where the name being typed begins. */
export async function completeSql(
  request: CompletionRequest,
): Promise<{ from: number; completions: SqlCompletion[] }> {
  const { statement, offset, dialect } = request;
  const { qualifier, from } = qualifierAt(statement, offset, dialect);
  const completions = await new Completer(request).complete(qualifier);
  return { from, completions };
}
