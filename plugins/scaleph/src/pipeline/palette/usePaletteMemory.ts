import { useCallback, useState } from 'react';

/** What the palette remembers from visit to visit. @internal */
export interface PaletteMemory {
  open: boolean;
  /** Name of the target that the connectors are held against. */
  target?: string;
}

const KEY = 'scaleph:palette';

function read(): PaletteMemory {
  // On a small screen it would cover what is drawn.
  const open = window.innerWidth >= 1000;
  try {
    const stored = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    return {
      open: typeof stored.open === 'boolean' ? stored.open : open,
      target: typeof stored.target === 'string' ? stored.target : undefined,
    };
  } catch {
    // Written by another version, or storage is switched off.
    return { open };
  }
}

/** @internal */
export function usePaletteMemory(): [
  PaletteMemory,
  (change: Partial<PaletteMemory>) => void,
] {
  const [memory, setMemory] = useState(read);
  const change = useCallback((next: Partial<PaletteMemory>) => {
    setMemory(current => {
      const changed = { ...current, ...next };
      try {
        localStorage.setItem(KEY, JSON.stringify(changed));
      } catch {
        // Full or switched off: it is remembered until the page is left.
      }
      return changed;
    });
  }, []);
  return [memory, change];
}
