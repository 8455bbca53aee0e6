import { FlinkSQL } from 'dt-sql-parser/dist/parser/flink';
import { FlinkSqlLexer } from 'dt-sql-parser/dist/lib/flink/FlinkSqlLexer';
import { Token } from 'antlr4ng';
import { EntityContextType } from 'dt-sql-parser/dist/parser/common/types';
import { maskForGrammar } from './maskForGrammar';
import type { Expected, GrammarProblem, NameKind } from './SqlLanguage';
import { isUnknownToGrammar } from './unknownToGrammar';

const KIND_OF: Partial<Record<EntityContextType, NameKind>> = {
  [EntityContextType.CATALOG]: 'catalog',
  [EntityContextType.DATABASE]: 'database',
  [EntityContextType.TABLE]: 'table',
  [EntityContextType.VIEW]: 'table',
  [EntityContextType.COLUMN]: 'column',
  [EntityContextType.FUNCTION]: 'function',
  [EntityContextType.TABLE_PROPERTY_KEY]: 'optionKey',
  [EntityContextType.TABLE_PROPERTY_VALUE]: 'optionValue',
};

// Words that are nothing but keywords, to the grammar and to Flink.
const CERTAIN = new Set(
  'ALL AND AS BETWEEN BIGINT BOOLEAN BY CASE CREATE DISTINCT DROP ELSE EXCEPT EXISTS EXPLAIN FROM FULL GROUP HAVING IN INNER INSERT INT INTERSECT INTO IS JOIN LEFT NOT NULL ON OR ORDER OUTER RIGHT SELECT TABLE THEN UNION USING WHEN WHERE WITH'.split(
    ' ',
  ),
);

/** Line (from 1) and column (from 1) of an offset. */
function toCaret(text: string, offset: number) {
  const before = text.slice(0, offset);
  const lineNumber = before.split('\n').length;
  const column = offset - (before.lastIndexOf('\n') + 1) + 1;
  return { lineNumber, column };
}

/** The offset of a line (from 1) and a column (from 1). */
function toOffset(text: string, line: number, column: number): number {
  let start = 0;
  for (let number = 1; number < line; number++) {
    const end = text.indexOf('\n', start);
    if (end < 0) return text.length;
    start = end + 1;
  }
  return Math.min(start + column - 1, text.length);
}

/**
 * The grammar of Flink SQL, statement by statement. Not light: 170 kB zipped,
 * and half a second before its first answer, so it is loaded in a worker.
 */
export class Grammar {
  private readonly parser = new FlinkSQL();

  /** The first mistake of a statement; what follows it is often noise. */
  check(statement: string): GrammarProblem | undefined {
    if (isUnknownToGrammar(statement)) return undefined;
    const masked = maskForGrammar(statement, 'name');
    const problem = this.firstProblem(masked);
    if (!problem) return undefined;
    const asNumber = maskForGrammar(statement, 'number');
    return asNumber === masked || this.firstProblem(asNumber)
      ? problem
      : undefined;
  }

  /** What may stand at an offset; undefined when the grammar is lost before. */
  expectedAt(statement: string, offset: number): Expected | undefined {
    const text = maskForGrammar(statement, 'name');
    const found = this.parser.getSuggestionAtCaretPosition(
      text,
      toCaret(text, offset),
    );
    if (!found) return undefined;
    const kinds = found.syntax.flatMap(
      ({ syntaxContextType }) =>
        KIND_OF[syntaxContextType as EntityContextType] ?? [],
    );
    if (!kinds.length && !found.keywords.length) return undefined;
    return { kinds: [...new Set(kinds)], keywords: found.keywords };
  }

  private firstProblem(text: string): GrammarProblem | undefined {
    const [first] = [...this.parser.validate(text)].sort(
      (a, b) => a.startLine - b.startLine || a.startColumn - b.startColumn,
    );
    if (!first) return undefined;
    const start = toOffset(text, first.startLine, first.startColumn);
    if (this.isDoubtful(text, start)) return undefined;
    const end = toOffset(text, first.endLine, first.endColumn);
    // The end of the statement has no width to underline: its last word has.
    const last = this.tokens(text).at(-1);
    const isEnd = !last || start > last.stop;
    const from = isEnd ? last?.start ?? 0 : start;
    const to = isEnd ? (last?.stop ?? 0) + 1 : Math.max(end, start + 1);
    return { start: from, end: to, message: first.message };
  }

  /**
   * The grammar reserves words that Flink does not, such as DATETIME: a mistake
   * at one or right after one may be the grammar's own.
   */
  private isDoubtful(text: string, offset: number): boolean {
    const tokens = this.tokens(text);
    const after = tokens.findIndex(it => it.start >= offset);
    const at = after < 0 ? tokens.length : after;
    return [tokens[at], tokens[at - 1]].some(token => {
      const word = token?.text?.toUpperCase() ?? '';
      const isKeyword =
        /^[A-Z_]+$/.test(word) && token!.type !== FlinkSqlLexer.ID_LITERAL;
      return isKeyword && !CERTAIN.has(word);
    });
  }

  private tokens(text: string): Token[] {
    return this.parser
      .getAllTokens(text)
      .filter(it => it.channel === Token.DEFAULT_CHANNEL);
  }
}
