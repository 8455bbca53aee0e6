import { JobThroughput } from '@scaleph/backstage-plugin-scaleph-common';
import { VertexSample } from './VertexSample';

/** Where a vertex stands in the graph. @internal */
export interface VertexEnds {
  isSource: boolean;
  isSink: boolean;
}

/**
 * What goes into the job and out of it at a moment. A vertex that is source and sink at once hands nothing to another: its operators
 * tell then.
 * @internal
 */
export function toThroughputPoint(
  vertices: readonly { ends: VertexEnds; sample: VertexSample }[],
  at: number,
): JobThroughput['points'][number] {
  const sources = vertices.filter(({ ends }) => ends.isSource);
  const sinks = vertices.filter(({ ends }) => ends.isSink);
  const lags = sources.flatMap(({ sample }) => sample.lagMs ?? []);
  return {
    at: new Date(at).toISOString(),
    recordsInPerSecond: sum(
      sources.map(({ ends, sample }) =>
        ends.isSink
          ? sample.sourceRecordsPerSecond
          : sample.recordsOutPerSecond,
      ),
    ),
    recordsOutPerSecond: sum(
      sinks.map(({ ends, sample }) =>
        ends.isSource ? sample.sinkRecordsPerSecond : sample.recordsInPerSecond,
      ),
    ),
    bytesInPerSecond: sum(
      sources.map(({ sample }) => sample.bytesOutPerSecond),
    ),
    lagMs: lags.length > 0 ? Math.max(...lags) : undefined,
    pendingRecords: sum(sources.map(({ sample }) => sample.pendingRecords)),
  };
}

function sum(values: (number | undefined)[]): number | undefined {
  const known = values.filter((it): it is number => it !== undefined);
  return known.length > 0 ? known.reduce((a, b) => a + b) : undefined;
}
