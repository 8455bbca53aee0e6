import { useEffect } from 'react';
import { isDirty } from '../lib/draftReducer';
import type { DraftState } from '../lib/draftReducer';
import { writeUnsavedText } from '../lib/unsavedText';

/** Keeps what is not saved over a reload, and asks before the browser leaves it. @internal */
export function useKeepUnsaved(
  name: string,
  state: DraftState | undefined,
): void {
  const dirty = state ? isDirty(state) : false;
  const text = state?.history.present.text;
  const etag = state?.pipeline.etag;

  useEffect(() => {
    if (text !== undefined && etag !== undefined) {
      writeUnsavedText(
        sessionStorage,
        name,
        dirty ? { text, etag } : undefined,
      );
    }
  }, [name, dirty, text, etag]);

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
