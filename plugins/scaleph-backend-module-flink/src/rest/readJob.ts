import { JsonReader } from '../json/JsonReader';
import {
  IoMetrics,
  JobDetail,
  JobPlan,
  JobState,
  JobSummary,
  JobVertex,
} from './types/JobTypes';

/** @internal */
export function readJobSummary(job: JsonReader): JobSummary {
  return {
    id: job.string('jid'),
    name: job.string('name'),
    state: job.string('state') as JobState,
    startTime: job.number('start-time'),
    endTime: readTime(job, 'end-time'),
    lastModification:
      job.optionalNumber('last-modification') ?? job.number('start-time'),
    tasks: job.optionalObject('tasks')?.numbers() ?? {},
    pendingOperators: job.optionalNumber('pending-operators'),
  };
}

/** @internal */
export function readJobDetail(job: JsonReader): JobDetail {
  const plan = job.optionalObject('plan');
  return {
    id: job.string('jid'),
    name: job.string('name'),
    state: job.string('state') as JobState,
    type: job.optionalString('job-type'),
    startTime: job.number('start-time'),
    endTime: readTime(job, 'end-time'),
    now: job.number('now'),
    timestamps: job.optionalObject('timestamps')?.numbers() ?? {},
    vertices: job.list('vertices', readVertex),
    plan: plan && readPlan(plan),
  };
}

/** @internal */
export function readPlan(plan: JsonReader): JobPlan {
  return {
    name: plan.optionalString('name') ?? '',
    nodes: plan.optionalList('nodes', node => ({
      id: node.string('id'),
      parallelism: node.optionalNumber('parallelism') ?? 0,
      description: node.optionalString('description') ?? '',
      inputs: node.optionalList('inputs', input => ({
        id: input.string('id'),
        shipStrategy: input.optionalString('ship_strategy'),
        exchange: input.optionalString('exchange'),
      })),
    })),
  };
}

function readVertex(vertex: JsonReader): JobVertex {
  return {
    id: vertex.string('id'),
    name: vertex.string('name'),
    parallelism: vertex.number('parallelism'),
    maxParallelism: vertex.optionalNumber('maxParallelism'),
    status: vertex.string('status'),
    startTime: readTime(vertex, 'start-time'),
    endTime: readTime(vertex, 'end-time'),
    tasks: vertex.optionalObject('tasks')?.numbers() ?? {},
    metrics: readIoMetrics(vertex.optionalObject('metrics')),
  };
}

/** @internal */
export function readIoMetrics(metrics: JsonReader | undefined): IoMetrics {
  const count = (name: string) => metrics?.optionalNumber(name) ?? 0;
  const isComplete = [
    'read-bytes',
    'write-bytes',
    'read-records',
    'write-records',
  ]
    .map(name => metrics?.optionalBoolean(`${name}-complete`))
    .every(complete => complete !== false);
  return {
    readBytes: count('read-bytes'),
    writeBytes: count('write-bytes'),
    readRecords: count('read-records'),
    writeRecords: count('write-records'),
    complete: isComplete,
    backpressuredMs: metrics?.optionalNumber('accumulated-backpressured-time'),
    idleMs: metrics?.optionalNumber('accumulated-idle-time'),
    busyMs: metrics?.optionalNumber('accumulated-busy-time'),
  };
}

/** Flink writes -1, and for a moment 0, for a time that has not come. @internal */
export function readTime(item: JsonReader, field: string): number | undefined {
  const time = item.optionalNumber(field);
  return time !== undefined && time > 0 ? time : undefined;
}
