import type { DocumentProblem } from '@scaleph/backstage-plugin-scaleph-common';
import { useCallback, useEffect, useState } from 'react';
import type { DraftContent } from '../lib/draftContent';
import { locateProblem } from '../lib/locateProblem';
import type { TextRange } from '../lib/locateProblem';
import { isInnerPointer } from '../lib/pipelineShape';
import { problemOption } from '../lib/problemsByNode';
import type { PipelineViewName } from '../ViewSwitch';

/** A problem that somebody wants to see. @internal */
export interface ProblemJump {
  problem: DocumentProblem;
  /** Where it is in the text. */
  range: TextRange;
}

const OPENING_MILLISECONDS = 3000;

/** The form opens with the node, and loads what it shows: focuses the field once it is there. */
function focusOption(node: string, option: string): () => void {
  const selector = `[id^="${CSS.escape(node)}-"][id$=".${CSS.escape(option)}"]`;
  const focus = () => {
    const field = document.querySelector<HTMLElement>(selector);
    const target = field?.matches('input, textarea, button, [tabindex]')
      ? field
      : field?.querySelector<HTMLElement>(
          'input, textarea, button, [contenteditable="true"]',
        );
    target?.focus();
    target?.scrollIntoView({ block: 'center' });
    return target !== undefined && target !== null;
  };
  if (focus()) {
    return () => {};
  }
  const observer = new MutationObserver(() => focus() && observer.disconnect());
  observer.observe(document.body, { childList: true, subtree: true });
  const timer = setTimeout(() => observer.disconnect(), OPENING_MILLISECONDS);
  return () => {
    clearTimeout(timer);
    observer.disconnect();
  };
}

/**
 * Goes to problems in the view that is open: to the line of the text, or to
 * the field of the node. What is only in the text opens the text.
 *
 * @internal
 */
export function useProblemJumps(
  view: PipelineViewName,
  content: DraftContent | undefined,
  show: (changes: { view?: PipelineViewName; node?: string }) => void,
): {
  jump?: ProblemJump;
  jumpTo(problem: DocumentProblem): void;
} {
  const [jump, setJump] = useState<ProblemJump>();
  const jumpTo = useCallback(
    (problem: DocumentProblem) => {
      if (!content) {
        return;
      }
      const { node } = problem;
      const unreadable = content.textProblems.length > 0;
      setJump({ problem, range: locateProblem(content.text, problem) });
      if (!unreadable && isInnerPointer(problem.pointer)) {
        show({ view: view === 'split' ? view : 'graph' });
      } else if (view === 'yaml' || view === 'split') {
        show({ node });
      } else if (node === undefined || unreadable) {
        show({ view: 'yaml' });
      } else {
        show({ view: view === 'table' ? view : 'graph', node });
      }
    },
    [view, content, show],
  );

  const isForm = view === 'graph' || view === 'table';
  useEffect(() => {
    const { node } = jump?.problem ?? {};
    const option = jump && problemOption(jump.problem);
    return isForm && node && option ? focusOption(node, option) : undefined;
    // Once for each jump; another view does not repeat it.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [jump]);

  return { jump, jumpTo };
}
