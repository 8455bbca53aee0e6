import { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { SupervisedRun } from './RunRecord';
import { RunStore } from './RunStore';

/** Runs by state, and how long those took that this process saw end. @internal */
export function registerRunMetrics(
  metrics: MetricsService,
  store: Pick<RunStore, 'countByState'>,
): { durations: (run: SupervisedRun) => void } {
  metrics
    .createObservableGauge<{ state: string }>('scaleph.runs', {
      description: 'Runs in the database by state',
      unit: '{run}',
    })
    .addCallback(async result => {
      const counts = await store.countByState();
      for (const [state, count] of Object.entries(counts)) {
        result.observe(count, { state });
      }
    });
  const histogram = metrics.createHistogram<{ state: string; engine: string }>(
    'scaleph.run.duration',
    { description: 'From start to end of a run', unit: 's' },
  );
  return {
    durations: run => {
      const { startedAt, endedAt, state, engine } = run;
      if (!startedAt || !endedAt) return;
      const seconds = (Date.parse(endedAt) - Date.parse(startedAt)) / 1000;
      histogram.record(Math.max(0, seconds), { state, engine });
    },
  };
}
