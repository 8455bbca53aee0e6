import type { ScalephT } from '../../translation';
import type { EditStep } from './describeStep';

/** "Undone: 3 nodes moved". @internal */
export function stepText(
  type: 'undo' | 'redo',
  step: EditStep,
  t: ScalephT,
): string {
  const { count, node } = step;
  const what =
    node === undefined
      ? t(`canvas.step.${step.type}`, { count })
      : t(`canvas.stepOf.${step.type as NamedStep}`, { node });
  return t(`canvas.${type === 'undo' ? 'undone' : 'redone'}`, { what });
}

/** Steps that can be about one node. */
type NamedStep = 'added' | 'deleted' | 'renamed' | 'changed' | 'moved';
