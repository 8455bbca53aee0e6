import { useRef, useState } from 'react';

/**
 * A text as it is typed, while its field has the focus: the document has it a
 * moment later, and a list that follows the text would take that moment for a
 * change and open again.
 *
 * @internal
 */
export function useTypedText(
  value: string,
  onChange: (text: string) => void,
): {
  text: string;
  change(text: string): void;
  focus(): void;
  leave(): void;
} {
  const [typed, setTyped] = useState<string>();
  const isFocused = useRef(false);
  return {
    text: typed ?? value,
    change(text) {
      if (isFocused.current) setTyped(text);
      if (text !== value) onChange(text);
    },
    focus() {
      isFocused.current = true;
    },
    leave() {
      isFocused.current = false;
      setTyped(undefined);
    },
  };
}
