import { LineCounter, parseDocument } from 'yaml';
import { DocumentProblem } from '../types';

/** The longest text of a document: 1 MiB of UTF-8. @internal */
export const MAX_BYTES = 1024 * 1024;

// What a pipeline needs of YAML's anchors is little; many aliases are a bomb.
const MAX_ALIASES = 100;

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
    });
    const problems = [...document.errors, ...document.warnings].map(error => {
      const { line, col } = lineCounter.linePos(error.pos[0]);
      return {
        severity: 'error' as const,
        code:
          error.code === 'DUPLICATE_KEY' ? 'duplicate-key' : 'malformed-yaml',
        pointer: '',
        message: `Line ${line}, column ${col}: ${error.message}`,
        line,
        column: col,
      };
    });
    if (problems.length > 0) return { problems };
    return {
      value: document.toJS({ maxAliasCount: MAX_ALIASES }),
      problems: [],
    };
  } catch (error) {
    return { problems: [unreadable(error)] };
  }
}

function unreadable(error: unknown): DocumentProblem {
  const problem = { severity: 'error' as const, pointer: '' };
  // The parser descends once for each level; what overflows the stack is no pipeline.
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
