import { InputError } from '@backstage/errors';
import {
  DocumentProblem,
  parsePipeline,
  PipelineDocument,
} from '@scaleph/backstage-plugin-scaleph-common';
import { holdsNul } from '../http/holdsNul';
import { ProblemsError } from '../http/httpErrors';
import { DocumentInput } from './PipelineService';

const NUL_PROBLEM: DocumentProblem = {
  severity: 'error',
  code: 'invalid-value',
  pointer: '',
  message: 'The document holds the character NUL',
  fix: 'Remove it.',
};

/**
 * Reads a document's shape. Throws InputError unless exactly one of `document`
 * and `yaml` is given.
 *
 * @internal
 */
export function parseInput(input: DocumentInput): {
  document?: PipelineDocument;
  problems: DocumentProblem[];
} {
  if ((input.document === undefined) === (input.yaml === undefined)) {
    throw new InputError(
      'Give the pipeline either as "document" or as "yaml", and not as both',
    );
  }
  const parsed = parsePipeline(input.yaml ?? input.document);
  // YAML writes it as "\0".
  return holdsNul(parsed.document) ? { problems: [NUL_PROBLEM] } : parsed;
}

/** The document; throws ProblemsError when its shape is wrong. @internal */
export function readDocument(input: DocumentInput): PipelineDocument {
  const { document, problems } = parseInput(input);
  if (!document) {
    throw problemsError('The document is not a pipeline', problems);
  }
  return document;
}

/** `subject` and the first problem make the message; all problems go along. @internal */
export function problemsError(
  subject: string,
  problems: DocumentProblem[],
): ProblemsError {
  const [first, ...others] = errorsOf(problems);
  const rest = others.length ? ` (and ${others.length} more)` : '';
  return new ProblemsError(`${subject}: ${first.message}${rest}`, problems);
}

/** Those of severity error, which block publishing and running. @internal */
export function errorsOf(problems: DocumentProblem[]): DocumentProblem[] {
  return problems.filter(problem => problem.severity === 'error');
}
