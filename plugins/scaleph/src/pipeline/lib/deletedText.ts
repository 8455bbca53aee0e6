import type { ScalephT } from '../../translation';

/**
 * "odd deleted. Undo brings it back": a deletion asks nothing, so it says where
 * the way back is.
 *
 * @internal
 */
export function deletedText(
  deleted: { nodes: readonly string[]; edges: number },
  t: ScalephT,
): string {
  const { nodes, edges } = deleted;
  let what: string;
  if (nodes.length === 1) {
    what = t('canvas.stepOf.deleted', { node: nodes[0] });
  } else if (nodes.length) {
    what = t('canvas.step.deleted', { count: nodes.length });
  } else {
    what = t('canvas.step.disconnected', { count: edges });
  }
  return t('canvas.deleted', { what });
}
