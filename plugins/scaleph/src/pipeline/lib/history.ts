/**
 * A value with its past and future. Changes of one group (the letters typed
 * into one field) that follow each other closely are one step.
 *
 * @internal
 */
export interface History<T> {
  past: T[];
  present: T;
  future: T[];
  group?: string;
  /** Milliseconds since the epoch of the last change. */
  at: number;
}

/** @internal */
export type HistoryAction<T> =
  | { type: 'apply'; next: T; group?: string; at: number }
  | { type: 'undo' }
  | { type: 'redo' }
  | { type: 'reset'; present: T };

const LIMIT = 200;
const GROUP_MILLISECONDS = 1000;

/** @internal */
export function createHistory<T>(present: T): History<T> {
  return { past: [], present, future: [], at: 0 };
}

/** @internal */
export function historyReducer<T>(
  state: History<T>,
  action: HistoryAction<T>,
): History<T> {
  switch (action.type) {
    case 'apply': {
      const { next, group, at } = action;
      if (next === state.present) {
        return state;
      }
      const joins =
        group !== undefined &&
        group === state.group &&
        at - state.at < GROUP_MILLISECONDS;
      const past = joins
        ? state.past
        : [...state.past, state.present].slice(-LIMIT);
      return { past, present: next, future: [], group, at };
    }
    case 'undo': {
      if (!state.past.length) {
        return state;
      }
      return {
        past: state.past.slice(0, -1),
        present: state.past[state.past.length - 1],
        future: [state.present, ...state.future],
        at: 0,
      };
    }
    case 'redo': {
      if (!state.future.length) {
        return state;
      }
      return {
        past: [...state.past, state.present],
        present: state.future[0],
        future: state.future.slice(1),
        at: 0,
      };
    }
    case 'reset':
      return createHistory(action.present);
    default:
      return state;
  }
}
