import type { JobThroughput } from '@scaleph/backstage-plugin-scaleph-common';

/** @internal */
export type ThroughputPoint = JobThroughput['points'][number];

/** A point with its time in milliseconds; only `time` in the middle of a gap. @internal */
export type ChartPoint = Omit<ThroughputPoint, 'at'> & { time: number };

// Two polls may be lost without the line being broken.
const PATIENCE = 3;

function usualStep(times: number[]): number {
  const steps = times
    .slice(1)
    .map((time, index) => time - times[index])
    .sort((a, b) => a - b);
  return steps[Math.floor(steps.length / 2)] ?? 0;
}

/**
 * Points in order of time with an empty one where nobody looked, so that a
 * line that is drawn through them breaks there.
 *
 * @internal
 */
export function withGaps(points: ThroughputPoint[]): ChartPoint[] {
  const sorted = points
    .map(({ at, ...rest }) => ({ ...rest, time: Date.parse(at) }))
    .filter(({ time }) => Number.isFinite(time))
    .sort((a, b) => a.time - b.time);
  const step = usualStep(sorted.map(it => it.time));
  return sorted.flatMap((point, index): ChartPoint[] => {
    const before = sorted[index - 1];
    return before && point.time - before.time > PATIENCE * step
      ? [{ time: (before.time + point.time) / 2 }, point]
      : [point];
  });
}
