import { useEffect, useRef } from 'react';

/** @internal */
export interface EditorKeys {
  editing: boolean;
  onSave(): void;
  onUndo(): void;
  onRedo(): void;
  onClose(): void;
  onHelp(): void;
  /** Takes the whole page, or gives it back. */
  onFull(): void;
}

// Text fields and the YAML editor have an undo and a question mark of their own.
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('input, textarea, select, [contenteditable="true"]') !== null
  );
}

// A dialog or menu above the tab takes the keys first.
function isElsewhere(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('[role="dialog"], [role="menu"], [role="listbox"]') !== null
  );
}

/** Keys that work wherever the focus is while the tab is open. @internal */
export function useEditorKeys(keys: EditorKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { editing, onSave, onUndo, onRedo, onClose, onHelp, onFull } =
        latest.current;
      if (event.defaultPrevented || isElsewhere(event.target)) {
        return;
      }
      const run = (act: () => void) => {
        event.preventDefault();
        act();
      };
      const key = event.key.toLocaleLowerCase('en-US');
      const mod = event.ctrlKey || event.metaKey;
      if (mod && key === 's' && editing) {
        run(onSave);
      } else if (mod && key === 'z' && editing && !isTyping(event.target)) {
        run(event.shiftKey ? onRedo : onUndo);
      } else if (mod && key === 'y' && editing && !isTyping(event.target)) {
        run(onRedo);
      } else if (key === 'escape') {
        onClose();
      } else if (key === '?' && !mod && !isTyping(event.target)) {
        run(onHelp);
      } else if (
        key === 'f' &&
        event.shiftKey &&
        !mod &&
        !event.altKey &&
        !isTyping(event.target)
      ) {
        run(onFull);
      }
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
