import { DocumentProblem, PipelineDocument } from '../types';
import { fillGraph } from './fillGraph';
import { locateProblems } from './locateProblems';
import { normaliseDocument } from './normaliseDocument';
import { readText } from './readText';
import { shapeProblems } from './shapeProblems';
import { toPlainData } from './toPlainData';

const EMPTY: DocumentProblem = {
  severity: 'error',
  code: 'wrong-type',
  pointer: '',
  message: 'The document is empty',
  fix: 'Start with apiVersion, kind, metadata and spec.',
};

/**
 * Reads a pipeline from YAML or JSON text, or from data. Only its shape is looked at; `checkPipeline` looks at the meaning.
 *
 * `document` is set when there is no problem of severity error. It is normalised (defaults filled in, `owner` and `system` full
 * refs) and keeps the order of what was read, so pointers into it are pointers into the input. Problems of a text carry line and
 * column. Never throws, whatever comes in.
 * @public
 */
export function parsePipeline(input: string | unknown): {
  document?: PipelineDocument;
  problems: DocumentProblem[];
} {
  const result = parse(input);
  if (typeof input !== 'string' || result.problems.length === 0) return result;
  return { ...result, problems: located(input, result.problems) };
}

function parse(input: unknown): ReturnType<typeof parsePipeline> {
  const read =
    typeof input === 'string'
      ? readText(input)
      : { value: input, problems: [] };
  if (read.problems.length > 0) return { problems: read.problems };
  if (read.value === undefined || read.value === null) {
    return { problems: [EMPTY] };
  }
  const plain = toPlainData(read.value);
  if (plain.problems.length > 0) return { problems: plain.problems };
  const whole = fillGraph(plain.value);
  const problems = shapeProblems(whole);
  if (problems.length > 0) return { problems };
  // shapeProblems found none, so it is one.
  const normal = normaliseDocument(whole as PipelineDocument);
  return normal.problems.length > 0 ? { problems: normal.problems } : normal;
}

// A text that could not be read has no places that could be found.
const UNREADABLE = [
  'document-too-large',
  'document-too-deep',
  'too-many-aliases',
  'malformed-yaml',
];

function located(text: string, problems: DocumentProblem[]): DocumentProblem[] {
  return problems.some(({ code }) => UNREADABLE.includes(code))
    ? problems
    : locateProblems(text, problems);
}
