import { useEffect, useRef } from 'react';

/** @internal */
export interface ClipboardKeys {
  /** The text of what is picked; absent when nothing is. */
  onCopy(): string | undefined;
  /** Absent where nothing may be changed. */
  onCut?: () => string | undefined;
  onPaste?: (text: string) => void;
}

// Text that is being written or is marked is what the user means then.
function isText(target: EventTarget | null): boolean {
  const isField =
    target instanceof HTMLElement &&
    target.closest(
      'input, textarea, select, [contenteditable="true"], [role="dialog"], [role="menu"]',
    ) !== null;
  return isField || !(window.getSelection()?.isCollapsed ?? true);
}

/**
 * Ctrl+C, X and V (or the browser's menu) for what is picked on the page. The
 * browser's own events are used: they need no permission, and work on plain
 * HTTP as well.
 *
 * @param keys - absent while there is nothing to copy or paste into
 * @internal
 */
export function useClipboard(keys: ClipboardKeys | undefined): void {
  const latest = useRef(keys);
  latest.current = keys;
  const isOn = keys !== undefined;
  useEffect(() => {
    if (!isOn) {
      return undefined;
    }
    const take = (event: ClipboardEvent, act?: () => string | undefined) => {
      if (event.defaultPrevented || isText(event.target)) {
        return;
      }
      const text = act?.();
      if (text !== undefined) {
        event.clipboardData?.setData('text/plain', text);
        event.preventDefault();
      }
    };
    const onCopy = (event: ClipboardEvent) =>
      take(event, () => latest.current?.onCopy());
    const onCut = (event: ClipboardEvent) =>
      take(event, () => latest.current?.onCut?.());
    const onPaste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text/plain');
      const paste = latest.current?.onPaste;
      if (paste && text && !event.defaultPrevented && !isText(event.target)) {
        event.preventDefault();
        paste(text);
      }
    };
    document.addEventListener('copy', onCopy);
    document.addEventListener('cut', onCut);
    document.addEventListener('paste', onPaste);
    return () => {
      document.removeEventListener('copy', onCopy);
      document.removeEventListener('cut', onCut);
      document.removeEventListener('paste', onPaste);
    };
  }, [isOn]);
}
