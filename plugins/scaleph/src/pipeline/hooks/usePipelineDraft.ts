import { useApi } from '@backstage/core-plugin-api';
import { toError } from '@backstage/errors';
import { ScalephApiError } from '@scaleph/backstage-plugin-scaleph-common';
import type { Pipeline } from '@scaleph/backstage-plugin-scaleph-common';
import {
  Dispatch,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { scalephApiRef } from '../../api';
import { useSignalRefresh } from '../../hooks';
import { fromKeptText, sameContent } from '../lib/draftContent';
import type { DraftContent } from '../lib/draftContent';
import { createDraft, draftReducer, isDirty } from '../lib/draftReducer';
import type { DraftAction, DraftState } from '../lib/draftReducer';
import { readUnsavedText } from '../lib/unsavedText';
import { useAutosave } from './useAutosave';
import { useKeepUnsaved } from './useKeepUnsaved';

/** @internal */
export interface PipelineDraft {
  state?: DraftState;
  /** Why the pipeline could not be loaded. */
  error?: Error;
  /** The content is what an earlier visit left unsaved. */
  restored: boolean;
  dispatch: Dispatch<DraftAction>;
  reload(): void;
  /** Saves what is there; answers the saved pipeline, or `undefined` when it could not be saved. */
  save(): Promise<Pipeline | undefined>;
}

function reduce(
  state: DraftState | undefined,
  action: DraftAction,
): DraftState | undefined {
  if (state) {
    return draftReducer(state, action);
  }
  return action.type === 'loaded' ? createDraft(action.pipeline) : undefined;
}

/** The draft of a pipeline: loaded, edited with undo, saved by itself, never lost. @internal */
export function usePipelineDraft(name: string): PipelineDraft {
  const api = useApi(scalephApiRef);
  const [state, setState] = useState<DraftState>();
  const [error, setError] = useState<Error>();
  const [restored, setRestored] = useState(false);
  // Reduced at once, not at the next render: a save that follows another one
  // has to see the ETag that the first was answered.
  const latest = useRef<DraftState>();
  const dispatch = useCallback((action: DraftAction) => {
    latest.current = reduce(latest.current, action);
    setState(latest.current);
  }, []);
  const saving = useRef<Promise<Pipeline | undefined>>();

  const reload = useCallback(async () => {
    try {
      const pipeline = await api.getPipeline(name);
      const before = latest.current;
      const first = !before;
      dispatch({ type: 'loaded', pipeline });
      // No save would find out that the file has changed below the edit.
      if (before && pipeline.origin && isDirty(before)) {
        const same = sameContent(
          createDraft(pipeline).saved,
          createDraft(before.pipeline).saved,
        );
        if (!same) dispatch({ type: 'conflict', theirs: pipeline });
      }
      setError(undefined);
      const unsaved = first && readUnsavedText(sessionStorage, name);
      if (!unsaved) {
        return;
      }
      const loaded = createDraft(pipeline).saved;
      const content = fromKeptText(loaded, unsaved.text);
      if (!sameContent(content, loaded)) {
        dispatch({ type: 'restored', content });
        setRestored(true);
        if (unsaved.etag !== pipeline.etag) {
          dispatch({ type: 'conflict', theirs: pipeline });
        }
      }
    } catch (cause) {
      setError(toError(cause));
    }
  }, [api, name, dispatch]);

  useEffect(() => {
    reload();
  }, [reload]);

  useSignalRefresh({
    matches: signal => signal.type === 'pipeline',
    refresh: reload,
    pollEvery: 30_000,
  });

  const saveOnce = useCallback(
    async (content: DraftContent, etag: string) => {
      dispatch({ type: 'saving' });
      try {
        const pipeline = await api.updatePipeline(
          name,
          { document: content.document },
          { ifMatch: etag },
        );
        dispatch({ type: 'saved', pipeline, content, at: Date.now() });
        setRestored(false);
        return pipeline;
      } catch (cause) {
        if (cause instanceof ScalephApiError && cause.statusCode === 412) {
          const theirs = await api.getPipeline(name);
          dispatch({ type: 'conflict', theirs });
        } else {
          dispatch({ type: 'failed', error: toError(cause) });
        }
        return undefined;
      }
    },
    [api, name, dispatch],
  );

  const save = useCallback(async () => {
    // One write at a time: the next one needs the ETag of the one before.
    await saving.current?.catch(() => undefined);
    const current = latest.current;
    if (!current) {
      return undefined;
    }
    const content = current.history.present;
    // An edit of what comes from a repository stays here until it is a patch.
    if (!isDirty(current) || current.pipeline.origin) {
      return current.pipeline;
    }
    if (content.textProblems.length || current.status.type === 'conflict') {
      return undefined;
    }
    saving.current = saveOnce(content, current.pipeline.etag).catch(cause => {
      dispatch({ type: 'failed', error: toError(cause) });
      return undefined;
    });
    return saving.current;
  }, [saveOnce, dispatch]);

  useAutosave(state, save);
  useKeepUnsaved(name, state);

  return useMemo(
    () => ({ state, error, restored, dispatch, reload, save }),
    [state, error, restored, dispatch, reload, save],
  );
}
