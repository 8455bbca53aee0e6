import { createContext, useContext } from 'react';
import type { NodePlace } from '../lib/editGraph';

/** What a card or an edge can ask the canvas for. @internal */
export interface CanvasActions {
  editable: boolean;
  /** Opens the palette for a node at this place. */
  onAdd(place: NodePlace): void;
}

const Context = createContext<CanvasActions>({
  editable: false,
  onAdd: () => {},
});

/** @internal */
export const CanvasActionsProvider = Context.Provider;

/** @internal */
export function useCanvasActions(): CanvasActions {
  return useContext(Context);
}
