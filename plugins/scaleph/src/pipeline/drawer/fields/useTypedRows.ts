import { useEffect, useRef, useState } from 'react';

/**
 * Rows of a field as they are typed. What has no name yet is no part of the
 * value: such rows are kept here. What was typed is shown at once, although the
 * document has it a moment later; any other change of the document (undo, the
 * YAML) replaces it.
 *
 * @param given - the rows of the document
 * @param toValue - what rows are written as
 * @param write - puts a value into the document
 * @internal
 */
export function useTypedRows<Row, Value>(
  given: Row[],
  toValue: (rows: Row[]) => Value,
  write: (value: Value) => void,
): {
  rows: Row[];
  /** Shows rows and writes what they say. */
  change(rows: Row[]): void;
  /** Shows rows that say nothing new, e.g. one more that is empty. */
  show(rows: Row[]): void;
} {
  const keyOf = (rows: Row[]) => JSON.stringify(toValue(rows)) ?? '';
  const key = keyOf(given);
  const [typed, setTyped] = useState({ rows: given, key });
  // The document as it was when something was written that it does not have yet.
  const before = useRef<string>();
  useEffect(() => {
    if (before.current !== key) before.current = undefined;
  }, [key]);
  const isOwn = typed.key === key || before.current === key;
  return {
    rows: isOwn ? typed.rows : given,
    change(rows) {
      const value = toValue(rows);
      before.current = key;
      setTyped({ rows, key: JSON.stringify(value) ?? '' });
      write(value);
    },
    show: rows => setTyped({ rows, key: keyOf(rows) }),
  };
}
