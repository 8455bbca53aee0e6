import type { Diagnostic } from '@codemirror/lint';
import type { DocumentProblem } from '@scaleph/backstage-plugin-scaleph-common';
import { parseDocument } from 'yaml';
import { locateProblem } from './locateProblem';

/** Problems as marks in the YAML text. @internal */
export function toDiagnostics(
  text: string,
  problems: DocumentProblem[],
): Diagnostic[] {
  if (!problems.length) {
    return [];
  }
  const root = parseDocument(text, { uniqueKeys: false });
  return problems.map(problem => ({
    ...locateProblem(text, problem, root),
    severity: problem.severity,
    source: problem.code,
    message: problem.fix
      ? `${problem.message}\n${problem.fix}`
      : problem.message,
  }));
}
