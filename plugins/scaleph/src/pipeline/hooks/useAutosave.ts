import { useEffect, useRef } from 'react';
import type { DraftState } from '../lib/draftReducer';

const QUIET_MILLISECONDS = 2000;

/** Saves a draft once nobody has typed for two seconds, and when the page is left. @internal */
export function useAutosave(
  state: DraftState | undefined,
  save: () => Promise<unknown>,
): void {
  const latest = useRef(save);
  latest.current = save;
  const content = state?.history.present;
  const unsaved = state?.status.type === 'unsaved';

  useEffect(() => {
    if (!unsaved) {
      return undefined;
    }
    const timer = setTimeout(() => latest.current(), QUIET_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [unsaved, content]);

  const failed = state?.status.type === 'failed';
  useEffect(() => {
    if (!failed) {
      return undefined;
    }
    const retry = () => latest.current();
    window.addEventListener('online', retry);
    return () => window.removeEventListener('online', retry);
  }, [failed]);

  const waiting = useRef(false);
  waiting.current = unsaved;
  useEffect(
    () => () => {
      if (waiting.current) {
        latest.current();
      }
    },
    [],
  );
}
