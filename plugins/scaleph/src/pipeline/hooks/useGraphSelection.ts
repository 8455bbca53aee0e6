import { useCallback, useEffect, useMemo, useState } from 'react';

const NONE: ReadonlySet<string> = new Set();

/**
 * What is picked on the canvas or in the table: any number of nodes and
 * comments. The node that is open beside it (in the URL) is picked as well.
 *
 * @param known - ids that there are
 * @internal
 */
export function useGraphSelection(
  opened: string | undefined,
  known: readonly string[],
): [ReadonlySet<string>, (ids: string[]) => void] {
  const [ids, setIds] = useState<ReadonlySet<string>>(
    () => new Set(opened ? [opened] : []),
  );
  useEffect(() => {
    if (opened) {
      setIds(current => (current.has(opened) ? current : new Set([opened])));
    }
  }, [opened]);
  const pick = useCallback(
    (next: string[]) =>
      setIds(current =>
        current.size === next.length && next.every(id => current.has(id))
          ? current
          : new Set(next),
      ),
    [],
  );
  const picked = useMemo(() => {
    // Undo may have taken some of them away.
    const there = new Set(known);
    const left = [...ids].filter(id => there.has(id));
    if (!left.length) {
      return NONE;
    }
    return left.length === ids.size ? ids : new Set(left);
  }, [ids, known]);
  return [picked, pick];
}
