import { InputError } from '@backstage/errors';
import {
  DocumentProblem,
  PipelineDocument,
} from '@scaleph/backstage-plugin-scaleph-common';
import { DocumentReader } from '../documents/DocumentReader';
import { parseDocument, ParsedDocument } from '../documents/parseDocument';
import { ProblemsError } from '../http/httpErrors';
import { DocumentInput } from './PipelineService';

/**
 * Reads a document's shape. Throws InputError unless exactly one of `document`
 * and `yaml` is given.
 *
 * @internal
 */
export async function parseInput(
  input: DocumentInput,
  documents: Pick<DocumentReader, 'parse'>,
): Promise<ParsedDocument> {
  if ((input.document === undefined) === (input.yaml === undefined)) {
    throw new InputError(
      'Give the pipeline either as "document" or as "yaml", and not as both',
    );
  }
  return input.yaml === undefined
    ? parseDocument(input.document)
    : documents.parse(input.yaml);
}

/** The document; throws ProblemsError when its shape is wrong. @internal */
export async function readDocument(
  input: DocumentInput,
  documents: Pick<DocumentReader, 'parse'>,
): Promise<PipelineDocument> {
  const { document, problems } = await parseInput(input, documents);
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
