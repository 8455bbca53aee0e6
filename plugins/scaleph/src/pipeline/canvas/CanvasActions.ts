import { createContext, useContext } from 'react';
import type { NodePlace } from '../lib/editGraph';

/** What a card or an edge can ask the canvas for. @internal */
export interface CanvasActions {
  editable: boolean;
  /** Seen from afar: only names can be read, nothing on a card can be hit. */
  far: boolean;
  /** Where what stands on the edges is drawn, above their lines; absent before the first paint. */
  edgeLayer?: Element;
  /** Opens the palette for a node at this place. */
  onAdd(place: NodePlace): void;
  /** Changes the text or the size of a comment. */
  onComment(
    id: string,
    change: { text?: string; position?: number[]; size?: number[] },
  ): void;
}

const Context = createContext<CanvasActions>({
  editable: false,
  far: false,
  onAdd: () => {},
  onComment: () => {},
});

/** @internal */
export const CanvasActionsProvider = Context.Provider;

/** @internal */
export function useCanvasActions(): CanvasActions {
  return useContext(Context);
}
