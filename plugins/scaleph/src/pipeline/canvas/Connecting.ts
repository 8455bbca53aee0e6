import { createContext, useContext, useSyncExternalStore } from 'react';
import type { ConnectionProblem } from '../lib/connectionProblem';

/** Whether an edge that is being drawn may end at a node, and why not. @internal */
export type ConnectionAnswer = ConnectionProblem | 'allowed';

/**
 * The edge that is being drawn, known to all cards without being drawn again
 * themselves: each asks for its own answer, which only changes when the edge
 * is begun and when it ends.
 *
 * @internal
 */
export class Connecting {
  private answers: ReadonlyMap<string, ConnectionProblem | undefined> =
    new Map();
  private listeners = new Set<() => void>();

  /** Tells every card whether the edge may end there. */
  begin(answers: ReadonlyMap<string, ConnectionProblem | undefined>): void {
    this.tell(answers);
  }

  end(): void {
    this.tell(new Map());
  }

  /** `undefined` while no edge is drawn. */
  answerOf(node: string): ConnectionAnswer | undefined {
    return this.answers.has(node)
      ? this.answers.get(node) ?? 'allowed'
      : undefined;
  }

  subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  private tell(
    answers: ReadonlyMap<string, ConnectionProblem | undefined>,
  ): void {
    this.answers = answers;
    for (const listener of this.listeners) {
      listener();
    }
  }
}

const Context = createContext(new Connecting());

/** @internal */
export const ConnectingProvider = Context.Provider;

/** The answer for one node. @internal */
export function useConnectionAnswer(
  node: string,
): ConnectionAnswer | undefined {
  const connecting = useContext(Context);
  return useSyncExternalStore(connecting.subscribe, () =>
    connecting.answerOf(node),
  );
}
