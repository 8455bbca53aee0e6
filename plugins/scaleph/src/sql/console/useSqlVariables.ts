import { useMemo, useState } from 'react';

/** Variables of the console, remembered in this browser under a key. */
export function useSqlVariables(
  key: string,
  defaults: Record<string, string>,
): {
  variables: Record<string, string>;
  /** Keeps those that differ from their default. */
  setVariables(variables: Record<string, string>): void;
} {
  const stored = `scaleph.sql.variables.${key}`;
  const [own, setOwn] = useState<Record<string, string>>(() =>
    JSON.parse(localStorage.getItem(stored) ?? '{}'),
  );
  const variables = useMemo(() => ({ ...defaults, ...own }), [defaults, own]);
  const setVariables = (next: Record<string, string>) => {
    const kept = Object.fromEntries(
      Object.entries(next).filter(([name, value]) => defaults[name] !== value),
    );
    setOwn(kept);
    if (Object.keys(kept).length) {
      localStorage.setItem(stored, JSON.stringify(kept));
    } else localStorage.removeItem(stored);
  };
  return { variables, setVariables };
}
