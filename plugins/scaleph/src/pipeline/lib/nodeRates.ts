import type { NodeMetrics } from '@scaleph/backstage-plugin-scaleph-common';

/** Rows a second of each node that is running, on average since it started. @internal */
export function nodeRates(
  metrics: NodeMetrics[],
  now: number,
): Record<string, number> {
  const rates: Record<string, number> = {};
  for (const { node, state, rowsOut, startedAt } of metrics) {
    const seconds = startedAt ? (now - Date.parse(startedAt)) / 1000 : 0;
    if (state === 'running' && seconds >= 1) {
      rates[node] = Math.round(rowsOut / seconds);
    }
  }
  return rates;
}
