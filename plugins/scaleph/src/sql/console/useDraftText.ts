import { useCallback, useEffect, useRef, useState } from 'react';

const KEEP_AFTER_MS = 400;

/** What was not edited is not kept: the next visit begins with what is new. */
function store(stored: string, text: string, initial: string) {
  if (text === initial) localStorage.removeItem(stored);
  else localStorage.setItem(stored, text);
}

/** The text of an editor, remembered in this browser under a key. */
export function useDraftText(
  key: string,
  initial: string,
): [string, (text: string) => void] {
  const stored = `scaleph.sql.draft.${key}`;
  const read = () => ({ key, text: localStorage.getItem(stored) ?? initial });
  const [draft, setDraft] = useState(read);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  if (draft.key !== key) {
    setDraft(read());
  }
  const change = useCallback(
    (text: string) => {
      setDraft({ key, text });
      clearTimeout(timer.current);
      timer.current = setTimeout(
        () => store(stored, text, initial),
        KEEP_AFTER_MS,
      );
    },
    [key, stored, initial],
  );
  const latest = useRef({ text: draft.text, initial });
  latest.current = { text: draft.text, initial };
  useEffect(() => {
    const keep = () => {
      clearTimeout(timer.current);
      store(stored, latest.current.text, latest.current.initial);
    };
    window.addEventListener('pagehide', keep);
    return () => {
      keep();
      window.removeEventListener('pagehide', keep);
    };
  }, [stored]);
  return [draft.text, change];
}
