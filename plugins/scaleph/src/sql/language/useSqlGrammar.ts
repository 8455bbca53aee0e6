import { useEffect, useMemo } from 'react';
import { createSqlLanguage } from './createSqlLanguage';
import type { SqlLanguage } from './SqlLanguage';

/** The grammar of an editor, ended with it; undefined where none is wanted. */
export function useSqlGrammar(isWanted: boolean): SqlLanguage | undefined {
  const grammar = useMemo(
    () => (isWanted ? createSqlLanguage() : undefined),
    [isWanted],
  );
  useEffect(() => () => grammar?.dispose(), [grammar]);
  return grammar;
}
