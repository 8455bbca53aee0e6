import {
  autocompletion,
  Completion,
  CompletionContext,
  CompletionResult,
} from '@codemirror/autocomplete';
import type { Extension } from '@codemirror/state';
import {
  SqlDialect,
  splitStatements,
  tokenizeSql,
} from '@scaleph/backstage-plugin-scaleph-common';
import { completeSql, SqlCompletion } from '../completion/completeSql';
import { functionHelp } from '../completion/flinkFunctions';
import { guessExpected } from '../completion/guessExpected';
import type { GetSqlServices, SqlServices } from './SqlServices';

// CodeMirror has its own icons for these kinds.
const ICON: Record<SqlCompletion['type'], string> = {
  catalog: 'namespace',
  database: 'namespace',
  table: 'class',
  view: 'interface',
  column: 'property',
  function: 'function',
  keyword: 'keyword',
  alias: 'variable',
};

function toOption(
  { label, apply, type, detail, boost }: SqlCompletion,
  language: SqlServices['language'],
): Completion {
  const help = type === 'function' ? functionHelp(label) : undefined;
  return {
    label,
    apply,
    type: ICON[type],
    detail,
    boost,
    info: help?.[language],
  };
}

/** The statement that is being typed at an offset; empty between two. */
function typedStatement(script: string, offset: number, dialect: SqlDialect) {
  const statements = splitStatements(script, dialect);
  const own = statements.find(it => it.start <= offset && offset <= it.end);
  if (own) return own;
  const before = statements.filter(it => it.end < offset).at(-1);
  // White space after a statement without its `;` still belongs to it.
  return before && !before.terminated ? before : undefined;
}

/** Whether nothing is completed here: in literals, comments and numbers. */
function isInside(text: string, offset: number, dialect: SqlDialect): boolean {
  const last = tokenizeSql(text.slice(0, offset), dialect).at(-1);
  if (!last) return false;
  if (last.kind === 'lineComment' || last.kind === 'number') return true;
  return Boolean(last.unterminated) && last.kind !== 'quotedIdentifier';
}

// An answer takes less than a key: CodeMirror's own 100 ms would be most of the wait.
const TYPING_MS = 0;

// Who asked by a key waits a little for the place; who types does not.
const HINTS_WITHIN_MS = 250;

/** What the place itself would complete, when it says so in time. */
async function hintsOf(
  text: string,
  at: number,
  { metadata }: SqlServices,
): Promise<Completion[]> {
  if (!metadata) return [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<string[]>(resolve => {
    timer = setTimeout(() => resolve([]), HINTS_WITHIN_MS);
  });
  const hints = await Promise.race([metadata.hints(text, at), late]);
  clearTimeout(timer);
  return hints.map(label => ({ label, type: 'text', boost: -1 }));
}

/**
 * What can be written at an offset of a script.
 *
 * @param explicit - asked for by a key: the place is asked too
 * @internal
 */
export async function completeScript(
  script: string,
  offset: number,
  services: SqlServices,
  explicit = false,
): Promise<CompletionResult | null> {
  const { dialect, grammar, metadata, language } = services;
  const own = typedStatement(script, offset, dialect);
  const start = own?.start ?? offset;
  const text = script.slice(start, Math.max(own?.end ?? offset, offset));
  const at = offset - start;
  if (isInside(text, at, dialect)) return null;
  const guessed = guessExpected(text, at, dialect);
  const isBegun = text.slice(0, at).trim().includes(' ');
  const expected =
    dialect === 'flink' && isBegun
      ? (await grammar?.expectedAt(text, at)) ?? guessed
      : guessed;
  const { from, completions } = await completeSql({
    statement: text,
    offset: at,
    dialect,
    expected,
    metadata,
  });
  const hints = explicit ? await hintsOf(text, at, services) : [];
  const options = completions.map(it => toOption(it, language));
  const known = new Set(options.map(it => it.label.toUpperCase()));
  // The place answers whole paths; names of one part fit after what is written.
  const more = hints.filter(
    ({ label }) => !known.has(label.toUpperCase()) && !label.includes('.'),
  );
  if (!options.length && !more.length) return null;
  return {
    from: start + from,
    options: [...options, ...more],
    validFor: /^[`"]?[\p{L}\p{Nd}_$]*$/u,
  };
}

/** Completion from the grammar and from what there is. @internal */
export function sqlCompletion(get: GetSqlServices): Extension {
  const source = async (context: CompletionContext) => {
    const { state, pos, explicit } = context;
    const before = state.sliceDoc(Math.max(0, pos - 1), pos);
    if (!explicit && !/[\p{L}_.`]/u.test(before)) return null;
    const result = await completeScript(
      state.doc.toString(),
      pos,
      get(),
      explicit,
    );
    return context.aborted ? null : result;
  };
  return autocompletion({
    override: [source],
    icons: true,
    activateOnTypingDelay: TYPING_MS,
  });
}
