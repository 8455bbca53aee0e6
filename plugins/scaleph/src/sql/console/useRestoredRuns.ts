import { useApi } from '@backstage/core-plugin-api';
import type {
  SqlOperation,
  SqlSession,
} from '@scaleph/backstage-plugin-scaleph-common';
import { useEffect, useRef } from 'react';
import { scalephApiRef } from '../../api';
import type { StatementRunner } from '../run/StatementRunner';

// More tabs than this are no help; the others are in the session's list.
const MOST_RESTORED = 5;

/** Shows again what ran when the page was left, and the result that the URL names. */
export function useRestoredRuns(
  runner: StatementRunner,
  session: SqlSession | undefined,
  operation: string,
) {
  const api = useApi(scalephApiRef);
  const wanted = useRef(operation);
  const { id, state } = session ?? {};
  useEffect(() => {
    if (!id || state !== 'open' || runner.snapshot().length) return undefined;
    const aborter = new AbortController();
    const { signal } = aborter;
    api.listSqlOperations(id, { signal }).then(
      ({ items }) => {
        const isWanted = (it: SqlOperation) =>
          it.state === 'running' || it.id === wanted.current;
        if (!signal.aborted) {
          runner.restore(
            items.filter(isWanted).slice(0, MOST_RESTORED).reverse(),
          );
        }
      },
      // Nothing to take up again; the session says itself when it has ended.
      () => {},
    );
    return () => aborter.abort();
  }, [api, runner, id, state]);
}
