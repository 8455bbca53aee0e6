import { useEffect, useRef } from 'react';

// Letters belong to who types them, and to menus, lists and dialogs.
const ELSEWHERE =
  'input, textarea, select, [contenteditable="true"], [role="dialog"], [role="menu"], [role="listbox"], [role="grid"]';

/** Key P shows the rows of the selected node, wherever the focus is on the page. @internal */
export function usePreviewKey(open: (() => void) | undefined): void {
  const latest = useRef(open);
  latest.current = open;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { target } = event;
      const isElsewhere =
        target instanceof Element && target.closest(ELSEWHERE) !== null;
      const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
      const isLetter = event.key.toLocaleLowerCase('en-US') === 'p';
      if (
        latest.current &&
        isLetter &&
        isPlain &&
        !isElsewhere &&
        !event.defaultPrevented
      ) {
        event.preventDefault();
        latest.current();
      }
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
