import { isActive } from '@scaleph/backstage-plugin-scaleph-common';
import type { RunSummary } from '@scaleph/backstage-plugin-scaleph-common';

/** Runs that have not ended first, each once; otherwise in the order given. @internal */
export function pinActive(
  active: RunSummary[],
  page: RunSummary[],
): RunSummary[] {
  const newest = new Map<string, RunSummary>();
  for (const run of [...active, ...page]) {
    const known = newest.get(run.id);
    // Two lists of two moments: the later one knows better.
    if (!known || run.revision > known.revision) {
      newest.set(run.id, run);
    }
  }
  const runs = [...newest.values()];
  return [
    ...runs.filter(it => isActive(it.state)),
    ...runs.filter(it => !isActive(it.state)),
  ];
}
