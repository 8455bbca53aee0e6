import { useScalephTranslation } from '../../translation';
import { describeStep } from '../lib/describeStep';
import { fromDocument } from '../lib/draftContent';
import type { DraftContent } from '../lib/draftContent';
import { stepText } from '../lib/stepText';
import type { PipelineDraft } from './usePipelineDraft';
import { useStable } from './useStable';

/** The ways in which the page changes a draft; none of them ever is another function. @internal */
export interface EditSteps {
  /** @param group - edits of one group are one step of undo */
  onEdit(document: DraftContent['document'], group?: string): void;
  onUndo(): void;
  onRedo(): void;
}

/** @internal */
export function useEditSteps(
  { state, dispatch }: PipelineDraft,
  say: (message: () => string) => void,
): EditSteps {
  const { t } = useScalephTranslation();
  const onStep = (type: 'undo' | 'redo') => {
    const { past = [], present, future = [] } = state?.history ?? {};
    const other = type === 'undo' ? past[past.length - 1] : future[0];
    if (!present || !other) {
      return;
    }
    dispatch({ type });
    const [from, to] = type === 'undo' ? [other, present] : [present, other];
    say(() => stepText(type, describeStep(from, to), t));
  };
  return {
    onEdit: useStable((document, group) => {
      if (document !== state?.history.present.document) {
        dispatch({
          type: 'edit',
          content: fromDocument(document),
          group,
          at: Date.now(),
        });
      }
    }),
    onUndo: useStable(() => onStep('undo')),
    onRedo: useStable(() => onStep('redo')),
  };
}
