import { useEffect, useRef } from 'react';
import { errorAdvice } from '../../components';
import type { DraftState } from '../lib/draftReducer';

const QUIET_MILLISECONDS = 2000;
const RETRY_MILLISECONDS = 10_000;

/** Saves a draft once nobody has typed for two seconds, and when the page is left; tries again while the back end does not answer. @internal */
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
  const isUnreachable =
    state?.status.type === 'failed' &&
    errorAdvice(state.status.error) === 'unreachable';
  useEffect(() => {
    if (!failed) {
      return undefined;
    }
    const retry = () => latest.current();
    window.addEventListener('online', retry);
    // The browser may be online and the back end not.
    const timer = isUnreachable ? setTimeout(retry, RETRY_MILLISECONDS) : null;
    return () => {
      window.removeEventListener('online', retry);
      clearTimeout(timer ?? undefined);
    };
  }, [failed, isUnreachable]);

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
