import { JobView, JobVertex } from '@scaleph/backstage-plugin-scaleph-common';
import {
  JobDetail,
  JobPlan,
  JobVertex as FlinkVertex,
} from '../../rest/types/JobTypes';
import { timeOf } from './timeOf';
import { VertexSample } from './VertexSample';

/** The graph of a job as it is now. @internal */
export function toJobView(input: {
  detail: JobDetail;
  plan: JobPlan | undefined;
  samples: ReadonlyMap<string, VertexSample>;
  rescalable: boolean | undefined;
  /** Milliseconds since 1970. */
  at: number;
}): JobView {
  const { detail, plan, samples, rescalable, at } = input;
  const type = detail.type?.toLowerCase();
  return {
    jobId: detail.id,
    name: detail.name,
    state: detail.state,
    type: type === 'streaming' || type === 'batch' ? type : undefined,
    at: new Date(at).toISOString(),
    startedAt: timeOf(detail.startTime),
    endedAt: timeOf(detail.endTime),
    parallelism: Math.max(0, ...detail.vertices.map(it => it.parallelism)),
    rescalable,
    vertices: detail.vertices.map(it => toVertex(it, samples.get(it.id))),
    edges: (plan?.nodes ?? []).flatMap(node =>
      node.inputs.map(input_ => ({
        from: input_.id,
        to: node.id,
        strategy: input_.shipStrategy,
      })),
    ),
    missing: [
      ...(type === undefined ? ['type'] : []),
      ...(plan === undefined ? ['edges'] : []),
    ],
  };
}

function toVertex(
  vertex: FlinkVertex,
  sample: VertexSample | undefined,
): JobVertex {
  const { metrics } = vertex;
  const tasks = Object.entries(vertex.tasks).filter(([, count]) => count > 0);
  return {
    id: vertex.id,
    name: unescape(vertex.name),
    parallelism: vertex.parallelism,
    maxParallelism: vertex.maxParallelism,
    state: vertex.status,
    tasks: Object.fromEntries(tasks),
    // A source reads from outside and a sink writes there, which Flink counts by operator.
    recordsIn: metrics.readRecords || sample?.sourceRecords || 0,
    recordsOut: metrics.writeRecords || sample?.sinkRecords || 0,
    bytesIn: metrics.readBytes,
    bytesOut: metrics.writeBytes,
    recordsInPerSecond:
      sample?.recordsInPerSecond || sample?.sourceRecordsPerSecond,
    recordsOutPerSecond:
      sample?.recordsOutPerSecond || sample?.sinkRecordsPerSecond,
    busy: sample?.busy,
    backpressured: sample?.backpressured,
    idle: sample?.idle,
    watermark: timeOf(sample?.watermark),
    startedAt: timeOf(vertex.startTime),
    endedAt: timeOf(vertex.endTime),
  };
}

const ENTITIES: Record<string, string> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
};

/** Some releases write names for HTML. */
function unescape(name: string): string {
  return name.replace(/&(lt|gt|quot|#39|amp);/g, it => ENTITIES[it]);
}
