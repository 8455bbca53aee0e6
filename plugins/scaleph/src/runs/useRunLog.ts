import { useApi } from '@backstage/core-plugin-api';
import { toError } from '@backstage/errors';
import type {
  LogLevel,
  RunLogLine,
} from '@scaleph/backstage-plugin-scaleph-common';
import { useCallback, useEffect, useRef, useState } from 'react';
import { scalephApiRef } from '../api';
import { usePolling } from '../hooks';

/** @internal */
export interface RunLog {
  lines: RunLogLine[];
  /** Everything there will ever be is here. */
  complete: boolean;
  /** The first answer is there. */
  ready: boolean;
  error?: Error;
}

const EMPTY: RunLog = { lines: [], complete: false, ready: false };
const PAGE = 5000;
// A browser tab holds that many without complaint; of more, the newest count.
const KEEP = 100_000;
const POLL_MILLISECONDS = 1000;

/** The log of a run, followed to its end. @internal */
export function useRunLog(
  id: string,
  filter: { level?: LogLevel; node?: string },
): RunLog & { retry(): void } {
  const api = useApi(scalephApiRef);
  const { level, node } = filter;
  const [log, setLog] = useState(EMPTY);
  const loading = useRef<AbortController>();
  const after = useRef(0);

  const loadPage = useCallback(
    async (signal: AbortSignal): Promise<boolean> => {
      const { items, complete } = await api.listRunLogs(
        id,
        { after: after.current, level, node, limit: PAGE },
        { signal },
      );
      if (signal.aborted) {
        return false;
      }
      after.current = items[items.length - 1]?.seq ?? after.current;
      const full = items.length === PAGE;
      setLog(current => ({
        lines: items.length
          ? [...current.lines, ...items].slice(-KEEP)
          : current.lines,
        complete: complete && !full,
        ready: true,
      }));
      return full;
    },
    [api, id, level, node],
  );

  const load = useCallback(async () => {
    if (loading.current) {
      return;
    }
    const controller = new AbortController();
    loading.current = controller;
    const { signal } = controller;
    try {
      // Page after page until one is not full.
      while (!signal.aborted && (await loadPage(signal))) {
        // The condition does the work.
      }
    } catch (cause) {
      if (!signal.aborted) {
        const error = toError(cause);
        setLog(current => ({ ...current, ready: true, error }));
      }
    } finally {
      if (loading.current === controller) {
        loading.current = undefined;
      }
    }
  }, [loadPage]);

  useEffect(() => {
    after.current = 0;
    setLog(EMPTY);
    load();
    return () => {
      loading.current?.abort();
      loading.current = undefined;
    };
  }, [load]);

  usePolling(load, log.complete ? undefined : POLL_MILLISECONDS);
  return { ...log, retry: load };
}
