import { useStore } from '@xyflow/react';
import type { ReactFlowState } from '@xyflow/react';
import { useRef } from 'react';

// Smaller than this no line of a card can be read, but its name can be shown larger.
const FAR_BELOW = 0.45;

// Unknown until the whole graph has been fitted into the canvas.
const isFar = ({ fitViewQueued, transform }: ReactFlowState) =>
  fitViewQueued ? undefined : transform[2] < FAR_BELOW;

/**
 * Whether the nodes are seen from so far away that only their names can be
 * read.
 *
 * @param initial - the answer until it is known
 * @internal
 */
export function useFar(initial: boolean): boolean {
  const far = useStore(isFar);
  const last = useRef(initial);
  last.current = far ?? last.current;
  return last.current;
}
