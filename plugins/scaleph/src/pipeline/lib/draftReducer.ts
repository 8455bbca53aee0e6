import type { Pipeline } from '@scaleph/backstage-plugin-scaleph-common';
import { fromDocument, sameContent } from './draftContent';
import type { DraftContent } from './draftContent';
import { createHistory, historyReducer } from './history';
import type { History } from './history';
import { mergeDocuments } from './mergeDocuments';

/** What the bar says about saving. `at` is in milliseconds since the epoch. @internal */
export type SaveStatus =
  | { type: 'saved'; at?: number }
  | { type: 'unsaved' }
  | { type: 'unreadable' }
  | { type: 'saving' }
  | { type: 'conflict'; theirs: Pipeline }
  | { type: 'failed'; error: Error };

/** @internal */
export interface DraftState {
  /** As the server last answered it. */
  pipeline: Pipeline;
  history: History<DraftContent>;
  /** What of the content the server has. */
  saved: DraftContent;
  /** When the server took it last, in milliseconds since the epoch; absent before the first save of this visit. */
  savedAt?: number;
  status: SaveStatus;
}

/** @internal */
export type DraftAction =
  | { type: 'loaded'; pipeline: Pipeline }
  | { type: 'restored'; content: DraftContent }
  | { type: 'edit'; content: DraftContent; group?: string; at: number }
  | { type: 'undo' }
  | { type: 'redo' }
  | { type: 'saving' }
  | { type: 'saved'; pipeline: Pipeline; content: DraftContent; at: number }
  | { type: 'published'; pipeline: Pipeline }
  | { type: 'conflict'; theirs: Pipeline }
  | { type: 'failed'; error: Error }
  | { type: 'take-theirs'; at: number }
  | { type: 'keep-mine' }
  /** Nothing where the two can no longer be merged. */
  | { type: 'keep-both'; at: number };

/** @internal */
export function createDraft(pipeline: Pipeline): DraftState {
  const content = fromDocument(pipeline.document);
  return {
    pipeline,
    history: createHistory(content),
    saved: content,
    status: { type: 'saved' },
  };
}

function statusOf(content: DraftContent, saved: DraftContent): SaveStatus {
  if (content.textProblems.length) {
    return { type: 'unreadable' };
  }
  return sameContent(content, saved) ? { type: 'saved' } : { type: 'unsaved' };
}

// A conflict stays until somebody decides it, whatever else is edited.
function withHistory(
  state: DraftState,
  history: History<DraftContent>,
): DraftState {
  if (history === state.history) {
    return state;
  }
  if (state.status.type === 'conflict' || state.status.type === 'saving') {
    return { ...state, history };
  }
  const status = statusOf(history.present, state.saved);
  return {
    ...state,
    history,
    // Undone is saved, since the time when it was.
    status:
      status.type === 'saved' ? { type: 'saved', at: state.savedAt } : status,
  };
}

/** Whether the page holds something that the server has not. @internal */
export function isDirty(state: DraftState): boolean {
  return !sameContent(state.history.present, state.saved);
}

/** @internal */
export function draftReducer(
  state: DraftState,
  action: DraftAction,
): DraftState {
  switch (action.type) {
    case 'loaded':
      // A newer copy from the server never replaces what is not saved yet.
      if (isDirty(state) || state.status.type === 'saving') {
        return state;
      }
      // A new version or run changes nothing here: what could be undone still can.
      return sameContent(fromDocument(action.pipeline.document), state.saved)
        ? { ...state, pipeline: action.pipeline }
        : createDraft(action.pipeline);
    case 'restored':
      return withHistory(
        state,
        historyReducer(state.history, {
          type: 'apply',
          next: action.content,
          at: 0,
        }),
      );
    case 'edit': {
      const { content: next, group, at } = action;
      return withHistory(
        state,
        historyReducer(state.history, { type: 'apply', next, group, at }),
      );
    }
    case 'undo':
    case 'redo':
      return withHistory(state, historyReducer(state.history, action));
    case 'saving':
      return { ...state, status: { type: 'saving' } };
    case 'saved': {
      const { pipeline, content, at } = action;
      const status = statusOf(state.history.present, content);
      return {
        ...state,
        pipeline,
        saved: content,
        savedAt: at,
        status: status.type === 'saved' ? { type: 'saved', at } : status,
      };
    }
    case 'published':
      return { ...state, pipeline: action.pipeline };
    case 'conflict':
      return { ...state, status: { type: 'conflict', theirs: action.theirs } };
    case 'failed':
      return { ...state, status: { type: 'failed', error: action.error } };
    case 'take-theirs': {
      if (state.status.type !== 'conflict') {
        return state;
      }
      const { theirs } = state.status;
      const next = fromDocument(theirs.document);
      return {
        pipeline: theirs,
        saved: next,
        status: { type: 'saved' },
        // A step like any other: undo brings mine back.
        history: historyReducer(state.history, {
          type: 'apply',
          next,
          at: action.at,
        }),
      };
    }
    case 'keep-mine': {
      if (state.status.type !== 'conflict') {
        return state;
      }
      const { theirs } = state.status;
      return {
        ...state,
        // From here on mine is an edit of theirs: the next save carries their ETag.
        pipeline: theirs,
        saved: fromDocument(theirs.document),
        status: statusOf(state.history.present, fromDocument(theirs.document)),
      };
    }
    case 'keep-both': {
      if (state.status.type !== 'conflict') {
        return state;
      }
      const { theirs } = state.status;
      const { document, textProblems } = state.history.present;
      // Of what is there now: an edit may be newer than the page that was pressed.
      const both = textProblems.length
        ? undefined
        : mergeDocuments(state.saved.document, document, theirs.document);
      if (!both) {
        return state;
      }
      const saved = fromDocument(theirs.document);
      const next = fromDocument(both);
      return {
        pipeline: theirs,
        saved,
        status: statusOf(next, saved),
        // A step like any other: undo brings mine back.
        history: historyReducer(state.history, {
          type: 'apply',
          next,
          at: action.at,
        }),
      };
    }
    default:
      return state;
  }
}
