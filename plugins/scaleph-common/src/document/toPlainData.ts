import { DocumentProblem } from '../types';
import { Path, toPointer } from './pointer';
import { MAX_BYTES, TOO_DEEP, utf8Length } from './readText';

const MAX_DEPTH = 100;

class TooDeep extends Error {}

/**
 * A copy of a value as plain JSON data, so that what is stored, sent and compared is what was read. What JSON cannot carry exactly (a
 * number that is not finite or not exact, `__proto__` as a key) is a problem, and so is what is nested too deeply.
 * @internal
 */
export function toPlainData(input: unknown): {
  value?: unknown;
  problems: DocumentProblem[];
} {
  const problems: DocumentProblem[] = [];

  function refuse(path: Path, code: string, message: string, fix: string) {
    problems.push({
      severity: 'error',
      code,
      pointer: toPointer(path),
      message,
      fix,
    });
  }

  function copy(value: unknown, path: Path): unknown {
    if (path.length > MAX_DEPTH) throw new TooDeep();
    if (typeof value === 'bigint' || typeof value === 'number') {
      return number(value, path);
    }
    if (Array.isArray(value)) {
      return value.map((item, index) => copy(item ?? null, [...path, index]));
    }
    if (typeof value === 'object' && value !== null) {
      return object(value, path);
    }
    if (['string', 'boolean'].includes(typeof value) || value === null) {
      return value;
    }
    refuse(
      path,
      'wrong-type',
      `A ${typeof value} is not a value of JSON`,
      'Give a string, a number, a boolean, a list or an object.',
    );
    return null;
  }

  function number(value: bigint | number, path: Path): unknown {
    const result = Number(value);
    const exact = typeof value === 'number' || Number.isSafeInteger(result);
    if (exact && Number.isFinite(result)) return result;
    refuse(
      path,
      'number-not-exact',
      `The number ${value} cannot be kept exactly`,
      'Write it in quotes.',
    );
    return null;
  }

  function object(value: object, path: Path): Record<string, unknown> {
    const result: Record<string, unknown> = {};
    for (const [key, child] of Object.entries(value)) {
      if (key === '__proto__') {
        refuse(
          [...path, key],
          'unknown-field',
          'The key "__proto__" is not allowed',
          'Remove it.',
        );
      } else if (child !== undefined) {
        result[key] = copy(child, [...path, key]);
      }
    }
    return result;
  }

  try {
    const value = copy(input, []);
    if (utf8Length(JSON.stringify(value)) > MAX_BYTES) {
      refuse(
        [],
        'document-too-large',
        'The document is longer than 1 MiB',
        'Move data out of the document, e.g. into a file that a source reads.',
      );
    }
    return problems.length > 0 ? { problems } : { value, problems };
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error;
    return { problems: [{ severity: 'error', pointer: '', ...TOO_DEEP }] };
  }
}
