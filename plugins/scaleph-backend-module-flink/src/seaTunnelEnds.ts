import { JsonObject } from '@backstage/types';
import {
  NodeMetrics,
  RunState,
} from '@scaleph/backstage-plugin-scaleph-common';
import { FlinkPayload } from './plan/FlinkPayload';
import { Accumulator } from './rest/types/JobTypes';

/** Ids of the one source and the one sink of a graph, as a handle has them. */
interface Ends extends JsonObject {
  source?: string;
  sink?: string;
}

/**
 * The nodes whose rows SeaTunnel counts: it counts what all sources and all
 * sinks did together, so that only a single one of its kind has a number.
 * @internal
 */
export function seaTunnelEnds(payload: FlinkPayload): Ends {
  if (payload.kind !== 'seatunnel') return {};
  const { source, sink } = payload.config;
  return {
    ...(source.length === 1 && { source: source[0].node }),
    ...(sink.length === 1 && { sink: sink[0].node }),
  };
}

const RUNNING = { state: 'running' as const };

/** @internal */
export function hasSeaTunnelEnds(handle: JsonObject): handle is Ends {
  return typeof handle.source === 'string' || typeof handle.sink === 'string';
}

/** What is known of them while it runs: what Flink's operators have counted. @internal */
export function seaTunnelRows(
  { read, written }: { read?: number; written?: number },
  { source, sink }: Ends,
): NodeMetrics[] {
  return [
    ...(source === undefined || read === undefined
      ? []
      : [{ node: source, ...RUNNING, rowsIn: 0, rowsOut: read }]),
    ...(sink === undefined || written === undefined
      ? []
      : [{ node: sink, ...RUNNING, rowsIn: written, rowsOut: written }]),
  ];
}

/** What its counters say of them; Flink itself counts only what goes from one vertex to another. @internal */
export function seaTunnelMetrics(
  accumulators: Accumulator[],
  { source, sink }: Ends,
  state: RunState,
): NodeMetrics[] {
  const counted = (name: string) =>
    Number(accumulators.find(it => it.name === name)?.value ?? 0);
  const ended = stateOf(state);
  const read = counted('SourceReceivedCount');
  const written = counted('SinkWriteCount');
  return [
    ...(source === undefined
      ? []
      : [{ node: source, state: ended, rowsIn: 0, rowsOut: read }]),
    ...(sink === undefined
      ? []
      : [{ node: sink, state: ended, rowsIn: written, rowsOut: written }]),
  ];
}

function stateOf(state: RunState): NodeMetrics['state'] {
  if (state === 'FINISHED') return 'finished';
  return state === 'FAILED' ? 'failed' : 'canceled';
}
