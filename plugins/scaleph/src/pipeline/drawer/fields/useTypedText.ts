import { useEffect, useRef, useState } from 'react';

/**
 * A text as it is typed: shown at once, although the document has it a moment
 * later. A list that follows the text would take that moment for a change and
 * open again. Any other change of the document (undo, the YAML) replaces it.
 *
 * @internal
 */
export function useTypedText(
  value: string,
  onChange: (text: string) => void,
): { text: string; change(text: string): void } {
  const [typed, setTyped] = useState(value);
  // The document as it was when something was typed that it does not have yet.
  const before = useRef<string>();
  useEffect(() => {
    if (before.current !== value) before.current = undefined;
  }, [value]);
  const isOwn = typed === value || before.current === value;
  return {
    text: isOwn ? typed : value,
    change(text) {
      before.current = value;
      setTyped(text);
      onChange(text);
    },
  };
}
