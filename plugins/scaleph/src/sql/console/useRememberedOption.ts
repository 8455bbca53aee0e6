import { useState } from 'react';

/** A switch that is remembered in this browser. */
export function useRememberedOption(
  name: string,
  initial: boolean,
): [boolean, (value: boolean) => void] {
  const key = `scaleph.sql.${name}`;
  const [value, setValue] = useState(() => {
    const stored = localStorage.getItem(key);
    return stored === null ? initial : stored === 'true';
  });
  return [
    value,
    next => {
      setValue(next);
      localStorage.setItem(key, String(next));
    },
  ];
}
