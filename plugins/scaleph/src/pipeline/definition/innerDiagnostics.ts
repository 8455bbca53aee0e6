import type { Diagnostic } from '@codemirror/lint';
import type { DocumentProblem } from '@scaleph/backstage-plugin-scaleph-common';
import { locateLine } from '../lib/locateProblem';
import { isInnerPointer } from '../lib/pipelineShape';
import { toDiagnostic } from '../lib/toDiagnostics';

/** Problems of a text within the document, as marks in that text; those of the rest are shown elsewhere. @internal */
export function innerDiagnostics(
  text: string,
  problems: DocumentProblem[],
): Diagnostic[] {
  return problems
    .filter(({ pointer }) => isInnerPointer(pointer))
    .map(problem =>
      toDiagnostic(
        problem,
        locateLine(text, problem.line ?? 1, problem.column),
      ),
    );
}
