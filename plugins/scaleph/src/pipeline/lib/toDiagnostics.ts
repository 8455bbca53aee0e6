import type { Diagnostic } from '@codemirror/lint';
import type { DocumentProblem } from '@scaleph/backstage-plugin-scaleph-common';
import { parseDocument } from 'yaml';
import { locateProblem } from './locateProblem';
import type { TextRange } from './locateProblem';

/** Problems as marks in the YAML text. @internal */
export function toDiagnostics(
  text: string,
  problems: DocumentProblem[],
): Diagnostic[] {
  if (!problems.length) {
    return [];
  }
  const root = parseDocument(text, { uniqueKeys: false });
  return problems.map(problem =>
    toDiagnostic(problem, locateProblem(text, problem, root)),
  );
}

/** One problem as a mark at a place. @internal */
export function toDiagnostic(
  problem: DocumentProblem,
  range: TextRange,
): Diagnostic {
  return {
    ...range,
    severity: problem.severity,
    source: problem.code,
    message: problem.fix
      ? `${problem.message}\n${problem.fix}`
      : problem.message,
  };
}
