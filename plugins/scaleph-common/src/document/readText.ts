import { Document, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import { DocumentProblem } from '../types';
import { limited } from './limited';

/** The longest text of a document: 1 MiB of UTF-8. @internal */
export const MAX_BYTES = 1024 * 1024;

// More are of no help to anybody.
const MAX_PROBLEMS = 100;

// What a pipeline needs of YAML's anchors is little; many aliases are a bomb.
const MAX_ALIASES = 100;

// The parser descends once for each level, and tells what overflows the stack like a mistake in the text.
const OVERFLOW = /call stack/i;

/** @internal */
export type TextReading = { value?: unknown; problems: DocumentProblem[] };

/** @internal */
export const TOO_DEEP = {
  code: 'document-too-deep',
  message: 'The document is nested too deeply',
  fix: 'Keep to 100 levels.',
};

/**
 * Reads YAML 1.2 (of which JSON is a part) into plain data. Refused are texts that are too long, repeated keys, several documents,
 * unknown tags, and aliases that grow without end. Never throws.
 * @internal
 */
export function readText(text: string): TextReading {
  if (utf8Length(text) > MAX_BYTES) {
    return {
      problems: [
        {
          severity: 'error',
          code: 'document-too-large',
          pointer: '',
          message: 'The document is longer than 1 MiB',
          fix: 'Move data out of the document, e.g. into a file that a source reads.',
        },
      ],
    };
  }
  try {
    const lineCounter = new LineCounter();
    const document = parseDocument(text, {
      lineCounter,
      stringKeys: true,
      intAsBigInt: true,
      prettyErrors: false,
      // Its own check compares each key with all before it: minutes for a megabyte of keys.
      uniqueKeys: false,
    });
    const problemAt = (offset: number, code: string, message: string) => {
      const { line, col: column } = lineCounter.linePos(offset);
      return {
        severity: 'error' as const,
        code,
        pointer: '',
        message: `Line ${line}, column ${column}: ${message}`,
        line,
        column,
      };
    };
    if (document.errors.some(({ message }) => OVERFLOW.test(message))) {
      return { problems: [{ severity: 'error', pointer: '', ...TOO_DEEP }] };
    }
    const problems = [
      ...[...document.errors, ...document.warnings].map(({ pos, message }) =>
        problemAt(pos[0], 'malformed-yaml', message),
      ),
      ...repeatedKeys(document).map(offset =>
        problemAt(offset, 'duplicate-key', 'Map keys must be unique'),
      ),
    ];
    if (problems.length > 0) {
      return { problems: limited(problems, MAX_PROBLEMS) };
    }
    return {
      value: document.toJS({ maxAliasCount: MAX_ALIASES }),
      problems: [],
    };
  } catch (error) {
    return { problems: [unreadable(error)] };
  }
}

/** Where keys stand that their map has before, as offsets into the text. */
function repeatedKeys(document: Document): number[] {
  const offsets: number[] = [];
  visit(document, {
    Map(_, { items }) {
      const seen = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        if (seen.has(key.value)) offsets.push(key.range?.[0] ?? 0);
        seen.add(key.value);
      }
    },
  });
  return offsets;
}

function unreadable(error: unknown): DocumentProblem {
  const problem = { severity: 'error' as const, pointer: '' };
  // What overflows the stack is no pipeline.
  if (error instanceof RangeError) return { ...problem, ...TOO_DEEP };
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof ReferenceError && /excessive alias/i.test(message)) {
    return {
      ...problem,
      code: 'too-many-aliases',
      message: 'The document has aliases that grow without end',
      fix: 'Write out what the aliases stand for.',
    };
  }
  return {
    ...problem,
    code: 'malformed-yaml',
    message: `The document cannot be read: ${message}`,
  };
}

/** Length in bytes of a text as UTF-8; TextEncoder is not there in every place where this runs. @internal */
export function utf8Length(text: string): number {
  let bytes = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80) bytes += 1;
    else if (unit < 0x800) bytes += 2;
    // Half of a pair; two halves make the four bytes of a character.
    else if (unit >= 0xd800 && unit < 0xe000) bytes += 2;
    else bytes += 3;
  }
  return bytes;
}
