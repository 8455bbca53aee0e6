import { useEffect, useRef } from 'react';
import { keptText } from '../lib/draftContent';
import { isDirty } from '../lib/draftReducer';
import type { DraftState } from '../lib/draftReducer';
import { writeUnsavedText } from '../lib/unsavedText';

// Keeping a large document takes a part of a frame: it waits for a pause.
const PAUSE_MILLISECONDS = 300;

/** Keeps what is not saved over a reload, and asks before the browser leaves it. @internal */
export function useKeepUnsaved(
  name: string,
  state: DraftState | undefined,
): void {
  const dirty = state ? isDirty(state) : false;
  const content = state?.history.present;
  const etag = state?.pipeline.etag;
  const waiting = useRef<() => void>();

  useEffect(() => {
    if (!content || etag === undefined) {
      return undefined;
    }
    const write = () => {
      waiting.current = undefined;
      writeUnsavedText(
        sessionStorage,
        name,
        dirty ? { text: keptText(content), etag } : undefined,
      );
    };
    if (!dirty) {
      write();
      return undefined;
    }
    waiting.current = write;
    const timer = setTimeout(write, PAUSE_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [name, dirty, content, etag]);

  useEffect(() => {
    const flush = () => waiting.current?.();
    // A page that is left or thrown away has no pause any more.
    window.addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', flush);
      flush();
    };
  }, []);

  useEffect(() => {
    if (!dirty) {
      return undefined;
    }
    const ask = (event: BeforeUnloadEvent) => {
      event.preventDefault();
      // Chromium before 119 asks only when this is set.
      event.returnValue = '';
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [dirty]);
}
