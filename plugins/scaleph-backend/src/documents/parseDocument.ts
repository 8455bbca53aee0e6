import {
  DocumentProblem,
  parsePipeline,
  PipelineDocument,
} from '@scaleph/backstage-plugin-scaleph-common';
import { holdsNul } from '../http/holdsNul';

const NUL_PROBLEM: DocumentProblem = {
  severity: 'error',
  code: 'invalid-value',
  pointer: '',
  message: 'The document holds the character NUL',
  fix: 'Remove it.',
};

/** A document, unless it has problems of severity error. @internal */
export interface ParsedDocument {
  document?: PipelineDocument;
  problems: DocumentProblem[];
}

/** As parsePipeline, without what PostgreSQL cannot store. @internal */
export function parseDocument(input: string | unknown): ParsedDocument {
  const parsed = parsePipeline(input);
  // YAML writes it as "\0".
  return holdsNul(parsed.document) ? { problems: [NUL_PROBLEM] } : parsed;
}
