import { useCallback, useEffect, useRef, useState } from 'react';

const KEEP_AFTER_MS = 400;

/** The text of an editor, remembered in this browser by place. */
export function useDraftText(
  key: string,
  sample: string,
): [string, (text: string) => void] {
  const stored = `scaleph.sql.draft.${key}`;
  const [draft, setDraft] = useState({
    key,
    text: localStorage.getItem(stored) ?? sample,
  });
  const timer = useRef<ReturnType<typeof setTimeout>>();
  if (draft.key !== key) {
    setDraft({ key, text: localStorage.getItem(stored) ?? sample });
  }
  const change = useCallback(
    (text: string) => {
      setDraft({ key, text });
      clearTimeout(timer.current);
      timer.current = setTimeout(
        () => localStorage.setItem(stored, text),
        KEEP_AFTER_MS,
      );
    },
    [key, stored],
  );
  const latest = useRef(draft.text);
  latest.current = draft.text;
  useEffect(() => {
    const keep = () => localStorage.setItem(stored, latest.current);
    window.addEventListener('pagehide', keep);
    return () => {
      keep();
      window.removeEventListener('pagehide', keep);
    };
  }, [stored]);
  return [draft.text, change];
}
