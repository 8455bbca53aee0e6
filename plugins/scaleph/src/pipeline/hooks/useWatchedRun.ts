import { useApi } from '@backstage/core-plugin-api';
import { isActive } from '@scaleph/backstage-plugin-scaleph-common';
import type {
  NodeMetrics,
  Pipeline,
  Run,
} from '@scaleph/backstage-plugin-scaleph-common';
import { useEffect, useMemo, useState } from 'react';
import { scalephApiRef } from '../../api';
import { useNow, useSignalRefresh } from '../../hooks';
import { useRun } from '../../runs/useRun';
import { nodeRates } from '../lib/nodeRates';

const NO_METRICS: NodeMetrics[] = [];

/** @internal */
export interface WatchedRun {
  run?: Run;
  metrics: NodeMetrics[];
  /** Rows a second by node id. */
  rates: Record<string, number>;
  watch(id: string): void;
  /** Asks for the run again. */
  reload(): void;
}

/** The run that the canvas shows: one started here, or one that is under way. @internal */
export function useWatchedRun(pipeline: Pipeline | undefined): WatchedRun {
  const api = useApi(scalephApiRef);
  const [id, setId] = useState<string>();
  const last = pipeline?.lastRun;
  useEffect(() => {
    if (last && isActive(last.state)) {
      setId(last.id);
    }
  }, [last]);

  // Somebody else, or a schedule, may start one while the tab is open.
  const name = pipeline?.name;
  useSignalRefresh({
    matches: signal => signal.type === 'run' && signal.id !== id,
    pollEvery: 15_000,
    paused: name === undefined,
    refresh: async () => {
      if (name === undefined) {
        return;
      }
      try {
        const page = await api.listRuns({
          pipeline: name,
          active: true,
          limit: 1,
        });
        setId(current => page.items[0]?.id ?? current);
      } catch {
        // What is shown stays; the next signal or poll asks again.
      }
    },
  });

  const { value: run, reload } = useRun(id);
  const now = useNow(run && isActive(run.state) ? 1000 : undefined);
  const metrics = run?.nodes ?? NO_METRICS;
  const rates = useMemo(() => nodeRates(metrics, now), [metrics, now]);
  return { run, metrics, rates, watch: setId, reload };
}
