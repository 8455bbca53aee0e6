import { sinkMetrics, sourceMetrics } from '../../rest/countMetrics';
import { AggregatedMetric } from '../../rest/types/ClusterTypes';

/** What a vertex does right now; all subtasks together. @internal */
export interface VertexSample {
  /** Milliseconds since 1970. */
  at: number;
  recordsInPerSecond?: number;
  recordsOutPerSecond?: number;
  bytesOutPerSecond?: number;
  /** From 0 to 1, of the subtask that has most to do. */
  busy?: number;
  backpressured?: number;
  idle?: number;
  /** Milliseconds since 1970. */
  watermark?: number;
  /** Of sources, when their connector tells. */
  lagMs?: number;
  pendingRecords?: number;
  /** What its operators read from outside, and what they write there; the vertex itself counts only what vertices hand on. */
  sourceRecords?: number;
  sinkRecords?: number;
  sourceRecordsPerSecond?: number;
  sinkRecordsPerSecond?: number;
}

const TASK_METRICS: readonly string[] = [
  'numRecordsInPerSecond',
  'numRecordsOutPerSecond',
  'numBytesOutPerSecond',
  'busyTimeMsPerSecond',
  'backPressuredTimeMsPerSecond',
  'idleTimeMsPerSecond',
  'currentInputWatermark',
];

const LAGS = /\.(currentEmitEventTimeLag|currentFetchEventTimeLag)$/;
const PENDING = /\.pendingRecords$/;
const OUTPUT_WATERMARK = /\.currentOutputWatermark$/;
const RATE = 'PerSecond';
const SOURCE = 'numRecordsOut';
const SINK = 'numRecordsIn';

/**
 * Metrics of a vertex to ask for, out of those that it has: Flink answers nothing at all when it lacks one of them.
 * @internal
 */
export function metricsToAsk(
  names: readonly string[],
  { isSource, isSink }: { isSource: boolean; isSink: boolean },
): string[] {
  const patterns = isSource ? [LAGS, PENDING, OUTPUT_WATERMARK] : [];
  const counts = ['', RATE].flatMap(unit => [
    ...(isSource ? sourceMetrics(names, SOURCE + unit) : []),
    ...(isSink ? sinkMetrics(names, SINK + unit) : []),
  ]);
  return names.filter(
    name =>
      TASK_METRICS.includes(name) ||
      counts.includes(name) ||
      patterns.some(pattern => pattern.test(name)),
  );
}

/** @internal */
export function toSample(
  metrics: readonly AggregatedMetric[],
  at: number,
): VertexSample {
  const find = (id: string) => metrics.find(it => it.id === id);
  const sums = (pattern: RegExp) =>
    total(metrics.filter(it => pattern.test(it.id)).map(it => it.sum));
  const names = metrics.map(({ id }) => id);
  const count = (ids: string[]) =>
    total(metrics.filter(({ id }) => ids.includes(id)).map(it => it.sum));
  const lags = metrics.filter(it => LAGS.test(it.id)).map(it => it.max);
  const watermarks = [
    find('currentInputWatermark')?.min,
    ...metrics.filter(it => OUTPUT_WATERMARK.test(it.id)).map(it => it.min),
  ];
  return {
    at,
    recordsInPerSecond: find('numRecordsInPerSecond')?.sum,
    recordsOutPerSecond: find('numRecordsOutPerSecond')?.sum,
    bytesOutPerSecond: find('numBytesOutPerSecond')?.sum,
    busy: share(find('busyTimeMsPerSecond')?.max),
    backpressured: share(find('backPressuredTimeMsPerSecond')?.max),
    idle: share(find('idleTimeMsPerSecond')?.min),
    watermark: lowest(watermarks.filter(isTime)),
    // A source without a record yet answers a lag of negative or endless years.
    lagMs: highest(lags.filter(isTime)),
    pendingRecords: sums(PENDING),
    sourceRecords: count(sourceMetrics(names, SOURCE)),
    sinkRecords: count(sinkMetrics(names, SINK)),
    sourceRecordsPerSecond: count(sourceMetrics(names, SOURCE + RATE)),
    sinkRecordsPerSecond: count(sinkMetrics(names, SINK + RATE)),
  };
}

function share(ms: number | undefined): number | undefined {
  return ms === undefined ? undefined : Math.min(1, Math.max(0, ms / 1000));
}

/** Flink's "none" are the least and the greatest long. */
function isTime(ms: number | undefined): ms is number {
  return ms !== undefined && ms >= 0 && ms < 8.64e15;
}

function total(values: (number | undefined)[]): number | undefined {
  const known = values.filter((it): it is number => it !== undefined);
  return known.length > 0 ? known.reduce((a, b) => a + b) : undefined;
}

function highest(values: number[]): number | undefined {
  return values.length > 0 ? Math.max(...values) : undefined;
}

function lowest(values: number[]): number | undefined {
  return values.length > 0 ? Math.min(...values) : undefined;
}
