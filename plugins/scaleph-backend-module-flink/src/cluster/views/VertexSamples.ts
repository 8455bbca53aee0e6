import { FlinkRequestError } from '../../http/FlinkRequestError';
import { FlinkRestClient } from '../../rest/FlinkRestClient';
import { JobDetail, JobPlan } from '../../rest/types/JobTypes';
import { Clock } from '../Clock';
import { RequestBudget } from '../RequestBudget';
import { VertexEnds } from './toThroughputPoint';
import { metricsToAsk, toSample, VertexSample } from './VertexSample';

/** A list of names counts so long when it is whole; operators register their metrics bit by bit after they have started. */
const NAMES_AGE = 300_000;
const FIRST_NAMES_AGE = 5_000;
const FIRST = 3;

interface Names {
  /** Those to ask for. */
  names: string[];
  until: number;
  tries: number;
}

/** Keeps what the vertices of one job do, within a budget that all viewers of the cluster share. @internal */
export class VertexSamples {
  private readonly samples = new Map<string, VertexSample>();
  private readonly names = new Map<string, Names>();

  constructor(
    private readonly options: {
      client: FlinkRestClient;
      clock: Clock;
      budget: RequestBudget;
    },
  ) {}

  get latest(): ReadonlyMap<string, VertexSample> {
    return this.samples;
  }

  /** Asks for as many vertices as the budget allows, sources and sinks first, then those that were not asked for the longest time. */
  async refresh(job: JobDetail, plan: JobPlan | undefined): Promise<void> {
    const running = job.vertices.filter(it => it.status === 'RUNNING');
    for (const [id, { at, sourceRecords, sinkRecords }] of this.samples) {
      // What a vertex has done stays; it does nothing any more.
      if (running.every(it => it.id !== id)) {
        this.samples.set(id, { at, sourceRecords, sinkRecords });
      }
    }
    const order = running
      .map(({ id }) => ({ id, ends: endsOf(id, plan) }))
      .sort((a, b) => this.rank(a) - this.rank(b));
    const allowed = order.filter(() => this.options.budget.tryTake());
    await Promise.all(allowed.map(it => this.ask(job.id, it.id, it.ends)));
  }

  private rank({ id, ends }: { id: string; ends: VertexEnds }): number {
    const at = this.samples.get(id)?.at ?? 0;
    const isEnd = ends.isSource || ends.isSink;
    // An inner vertex comes before an end that was asked 6 s later.
    return at - (isEnd ? 6_000 : 0);
  }

  private async ask(jobId: string, id: string, ends: VertexEnds) {
    const { client, clock } = this.options;
    try {
      const names = await this.namesOf(jobId, id, ends);
      if (names.length === 0) return;
      const metrics = await client.vertices.aggregatedMetrics(jobId, id, names);
      // One of the names is gone, or all: the vertex has started again.
      if (metrics.length === 0) this.names.delete(id);
      else this.samples.set(id, toSample(metrics, clock.now()));
    } catch (error) {
      // The vertex is gone, as after a rescaling: it has no sample then.
      if (!(error instanceof FlinkRequestError)) throw error;
      this.samples.delete(id);
    }
  }

  private async namesOf(
    jobId: string,
    id: string,
    ends: VertexEnds,
  ): Promise<string[]> {
    const { client, clock } = this.options;
    const known = this.names.get(id);
    const now = clock.now();
    if (known && now < known.until) return known.names;
    const names = await client.vertices.subtaskMetricNames(jobId, id);
    const tries = (known?.tries ?? 0) + 1;
    const isFirst = names.length === 0 || tries <= FIRST;
    this.names.set(id, {
      names: metricsToAsk(names, ends),
      until: now + (isFirst ? FIRST_NAMES_AGE : NAMES_AGE),
      tries,
    });
    return metricsToAsk(names, ends);
  }
}

/** @internal */
export function endsOf(id: string, plan: JobPlan | undefined): VertexEnds {
  const nodes = plan?.nodes ?? [];
  const node = nodes.find(it => it.id === id);
  return {
    isSource: node !== undefined && node.inputs.length === 0,
    isSink:
      node !== undefined &&
      !nodes.some(({ inputs }) => inputs.some(input => input.id === id)),
  };
}
