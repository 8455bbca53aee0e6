import { countableEnds } from './countableEnds';
import { FlinkRestClient } from '../rest/FlinkRestClient';
import { sinkMetrics, sourceMetrics } from '../rest/countMetrics';
import { JobDetail } from '../rest/types/JobTypes';

/** What the operators of a vertex have counted, all subtasks together. @internal */
export interface VertexCount {
  /** Rows that its sources have read from outside. */
  read?: number;
  /** Rows that its sinks have written. */
  written?: number;
  /** What the vertex itself had handed on by then. */
  handedOn?: number;
  /** And what it took. */
  taken?: number;
}

const NAMES_AGE = 300_000;
/** Operators register their metrics bit by bit after they have started: names are asked for again until all kinds are there, and once more. */
const FIRST_NAMES_AGE = 5_000;
const SECOND_NAMES_AGE = 30_000;
const FIRST = 3;

interface Asked {
  names: string[];
  namesUntil: number;
  tries: number;
  /** When its numbers were asked for; 0 while they can be and were not. */
  at: number;
}

/** The counts of one job's ends, one request at a time. @internal */
export class VertexCounts {
  readonly latest = new Map<string, VertexCount>();
  private readonly asked = new Map<string, Asked>();

  /** When an end was asked for last, of the one for which that is longest ago; 0 for one that is still to be asked, undefined without any. */
  askedAt(detail: JobDetail): number | undefined {
    const times = countableEnds(detail).map(
      ({ id }) => this.asked.get(id)?.at ?? 0,
    );
    return times.length > 0 ? Math.min(...times) : undefined;
  }

  /** Asks once for the end that was not asked for the longest time; false when there is none. */
  async askNext(
    client: FlinkRestClient,
    detail: JobDetail,
    now: number,
  ): Promise<boolean> {
    const [next] = countableEnds(detail)
      .map(end => ({ end, at: this.asked.get(end.id)?.at ?? 0 }))
      .sort((a, b) => a.at - b.at);
    if (!next) return false;
    await this.ask(client, detail.id, next.end, now);
    return true;
  }

  /** Asks for all of them once more; `turn` is awaited before each request. */
  async askAll(
    client: FlinkRestClient,
    detail: JobDetail,
    now: number,
    turn: () => Promise<void>,
  ): Promise<void> {
    for (const end of countableEnds(detail)) {
      await turn();
      await this.ask(client, detail.id, end, now);
      if (this.asked.get(end.id)?.at !== 0) continue;
      await turn();
      await this.ask(client, detail.id, end, now);
    }
  }

  /** Names first, then numbers: Flink answers nothing at all when it lacks one of the names. */
  private async ask(
    client: FlinkRestClient,
    jobId: string,
    {
      id,
      isSource,
      isSink,
    }: { id: string; isSource: boolean; isSink: boolean },
    now: number,
  ): Promise<void> {
    const known = this.asked.get(id);
    if (!known || now >= known.namesUntil) {
      const all = await client.vertices.subtaskMetricNames(jobId, id);
      const sources = isSource ? sourceMetrics(all, 'numRecordsOut') : [];
      const sinks = isSink ? sinkMetrics(all, 'numRecordsIn') : [];
      const own = ['numRecordsIn', 'numRecordsOut'].filter(it =>
        all.includes(it),
      );
      const tries = (known?.tries ?? 0) + 1;
      const isWhole = (!isSource || sources[0]) && (!isSink || sinks[0]);
      const names = [...sources, ...sinks, ...own];
      this.asked.set(id, {
        names,
        namesUntil: now + namesAge(tries, Boolean(isWhole)),
        tries,
        // Its numbers are next, where there are some.
        at: names.length > 0 ? 0 : now,
      });
      return;
    }
    known.at = now;
    if (known.names.length === 0) return;
    const metrics = await client.vertices.aggregatedMetrics(
      jobId,
      id,
      known.names,
    );
    // One of the names is gone: the vertex has started again, or has ended.
    if (metrics.length === 0) {
      known.namesUntil = now;
      return;
    }
    const sum = (names: string[]) => {
      const sums = metrics
        .filter(it => names.includes(it.id))
        .flatMap(it => it.sum ?? []);
      return sums.length ? sums.reduce((a, b) => a + b) : undefined;
    };
    this.latest.set(id, {
      read: isSource
        ? sum(sourceMetrics(known.names, 'numRecordsOut'))
        : undefined,
      written: isSink
        ? sum(sinkMetrics(known.names, 'numRecordsIn'))
        : undefined,
      handedOn: sum(['numRecordsOut']),
      taken: sum(['numRecordsIn']),
    });
  }
}

function namesAge(tries: number, isWhole: boolean): number {
  if (tries > FIRST) return NAMES_AGE;
  return isWhole ? SECOND_NAMES_AGE : FIRST_NAMES_AGE;
}
