import { useApi } from '@backstage/core-plugin-api';
import type {
  SqlOperation,
  SqlSession,
} from '@scaleph/backstage-plugin-scaleph-common';
import { useEffect } from 'react';
import { scalephApiRef } from '../../api';
import type { KeptRun } from '../run/StatementRun';
import type { StatementRunner } from '../run/StatementRunner';

// More tabs than this are no help; the others are in the session's list.
const MOST_RESTORED = 5;

const keyOf = (session: string) => `scaleph.sql.runs.${session}`;

function readKept(session: string): KeptRun[] {
  const text = sessionStorage.getItem(keyOf(session));
  return text ? JSON.parse(text) : [];
}

function writeKept(session: string, runs: KeptRun[]) {
  try {
    sessionStorage.setItem(keyOf(session), JSON.stringify(runs));
  } catch {
    // They do not fit: what still runs is taken up again without its rows.
    sessionStorage.removeItem(keyOf(session));
  }
}

/**
 * Shows again what ran and was shown when the page was left. Places give rows
 * out once, so the tab of the browser keeps those that it showed.
 */
export function useRestoredRuns(
  runner: StatementRunner,
  session: SqlSession | undefined,
) {
  const api = useApi(scalephApiRef);
  const { id, state } = session ?? {};
  useEffect(() => {
    if (!id) return undefined;
    const keep = () => writeKept(id, runner.keep());
    window.addEventListener('pagehide', keep);
    return () => {
      keep();
      window.removeEventListener('pagehide', keep);
    };
  }, [runner, id]);
  useEffect(() => {
    if (!id || state !== 'open' || runner.snapshot().length) return undefined;
    const aborter = new AbortController();
    const { signal } = aborter;
    api.listSqlOperations(id, { signal }).then(
      ({ items }) => {
        if (signal.aborted) return;
        const kept = readKept(id);
        const isWanted = (it: SqlOperation) =>
          it.state === 'running' || kept.some(own => own.operation === it.id);
        const wanted = items.filter(isWanted).slice(0, MOST_RESTORED);
        runner.restore(wanted.reverse(), kept);
      },
      // Nothing to take up again; the session says itself when it has ended.
      () => {},
    );
    return () => aborter.abort();
  }, [api, runner, id, state]);
}
