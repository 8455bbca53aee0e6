import { useApi } from '@backstage/core-plugin-api';
import { toError } from '@backstage/errors';
import type { SqlQuery } from '@scaleph/backstage-plugin-scaleph-common';
import { useEffect, useRef, useState } from 'react';
import { scalephApiRef } from '../../api';

/** The saved query that the URL names; its text is handed over once. */
export function useSavedQuery(
  id: string,
  onLoaded: (query: SqlQuery) => void,
): {
  query?: SqlQuery;
  error?: Error;
  setQuery(query: SqlQuery | undefined): void;
} {
  const api = useApi(scalephApiRef);
  const [query, setQuery] = useState<SqlQuery>();
  const [error, setError] = useState<Error>();
  const latest = useRef({ query, onLoaded });
  latest.current = { query, onLoaded };
  useEffect(() => {
    setError(undefined);
    if (!id || latest.current.query?.id === id) return undefined;
    const aborter = new AbortController();
    const { signal } = aborter;
    api.getSqlQuery(id, { signal }).then(
      found => {
        if (signal.aborted) return;
        setQuery(found);
        latest.current.onLoaded(found);
      },
      cause => {
        if (!signal.aborted) setError(toError(cause));
      },
    );
    return () => aborter.abort();
  }, [api, id]);
  return { query: query?.id === id ? query : undefined, error, setQuery };
}
