import {
  LanguageSupport,
  StreamLanguage,
  StringStream,
} from '@codemirror/language';
import { Tag, tags } from '@lezer/highlight';
import {
  SqlDialect,
  SqlToken,
  tokenizeSql,
} from '@scaleph/backstage-plugin-scaleph-common';
import { SHOWN_AS } from '../completion/words';

interface LineState {
  /** What a token that is not closed on the line before begins with. */
  open: string;
  /** Tokens of this line that are still to come. */
  tokens: SqlToken[];
}

const STYLE: Partial<Record<SqlToken['kind'], string>> = {
  lineComment: 'comment',
  blockComment: 'comment',
  hint: 'meta',
  executableComment: 'meta',
  string: 'string',
  quotedIdentifier: 'name',
  number: 'number',
  placeholder: 'meta',
  operator: 'operator',
  semicolon: 'separator',
};

function styleOf({ kind, text }: SqlToken, next?: SqlToken): string | null {
  if (kind !== 'word') return STYLE[kind] ?? null;
  const word = text.toUpperCase();
  if (SHOWN_AS.constant.has(word)) return 'atom';
  if (SHOWN_AS.type.has(word)) return 'type';
  if (SHOWN_AS.keyword.has(word)) return 'keyword';
  return next?.text === '(' ? 'function' : 'name';
}

/** What has to stand before the next line for it to go on as this token. */
function openerOf({ kind, text }: SqlToken): string {
  if (kind === 'hint') return '/*+';
  if (kind === 'executableComment') return '/*!';
  if (kind === 'blockComment') return '/*';
  return text.match(/^(?:\$[^$]*\$|[^'"`[]*['"`[])/)?.[0] ?? '';
}

/** The tokens of a line, which a token of the line before may reach into. */
function readLine(line: string, state: LineState, dialect: SqlDialect) {
  const { open } = state;
  const tokens = tokenizeSql(`${open}${line}\n`, dialect);
  const last = tokens[tokens.length - 1];
  state.open = last?.unterminated ? openerOf(last) : '';
  state.tokens = tokens
    .map(it => ({
      ...it,
      start: it.start - open.length,
      end: it.end - open.length,
    }))
    .filter(it => it.end > 0 && it.kind !== 'whitespace');
}

function nextStyle(
  stream: StringStream,
  state: LineState,
  dialect: SqlDialect,
) {
  if (stream.sol()) readLine(stream.string, state, dialect);
  const token = state.tokens[0];
  if (!token || token.start >= stream.string.length) {
    stream.skipToEnd();
    return null;
  }
  if (token.start > stream.pos) {
    stream.pos = token.start;
    return null;
  }
  state.tokens.shift();
  stream.pos = Math.max(
    stream.pos + 1,
    Math.min(token.end, stream.string.length),
  );
  return styleOf(token, state.tokens[0]);
}

const tokenTable: Record<string, Tag> = {
  function: tags.function(tags.name),
  type: tags.typeName,
};

/** Colours of a dialect's tokens, by our own tokenizer. @internal */
export function sqlHighlight(dialect: SqlDialect): LanguageSupport {
  return new LanguageSupport(
    StreamLanguage.define<LineState>({
      name: `sql-${dialect}`,
      startState: () => ({ open: '', tokens: [] }),
      copyState: state => ({ ...state, tokens: [...state.tokens] }),
      blankLine: () => {},
      token: (stream, state) => nextStyle(stream, state, dialect),
      tokenTable,
      languageData: {
        commentTokens: { line: '--', block: { open: '/*', close: '*/' } },
        closeBrackets: { brackets: ['(', '[', "'", '"', '`'] },
      },
    }),
  );
}
