import { FlinkRestClient } from '../rest/FlinkRestClient';
import { bytes } from './bytes';
import { Recording } from './recordings';
import { queryOf } from './replay';

export type RestCall = (
  client: FlinkRestClient,
  ids: string[],
  it: Recording,
) => unknown;

/** What asks for each path: how this client is used. */
export const REST_CALLS: readonly [string, RegExp, RestCall][] = [
  ['GET', /^\/overview$/, it => it.cluster.overview()],
  ['GET', /^\/config$/, it => it.cluster.config()],
  ['GET', /^\/taskmanagers$/, it => it.processes.taskManagers()],
  ['GET', /^\/jobmanager\/config$/, it => it.processes.configuration()],
  ['GET', /^\/jobmanager\/environment$/, it => it.processes.environment()],
  ['GET', /^\/jobmanager\/logs$/, it => it.processes.logFiles('jobmanager')],
  [
    'GET',
    /^\/jobmanager\/metrics$/,
    (it, _, { path }) =>
      it.processes.metrics('jobmanager', queryOf(path).get.split(',')),
  ],
  [
    'GET',
    /^\/taskmanagers\/([^/]+)$/,
    (it, [id]) => it.processes.taskManager(id),
  ],
  [
    'GET',
    /^\/taskmanagers\/([^/]+)\/logs$/,
    (it, [id]) => it.processes.logFiles({ taskManager: id }),
  ],
  [
    'GET',
    /^\/taskmanagers\/([^/]+)\/thread-dump$/,
    (it, [id]) => it.processes.threadDump({ taskManager: id }),
  ],
  [
    'GET',
    /^\/taskmanagers\/([^/]+)\/metrics$/,
    (it, [id], { path }) =>
      queryOf(path).get
        ? it.processes.metrics(
            { taskManager: id },
            queryOf(path).get.split(','),
          )
        : it.processes.metricNames({ taskManager: id }),
  ],
  ['GET', /^\/jars$/, it => it.jars.list()],
  [
    'POST',
    /^\/jars\/upload$/,
    it => it.jars.upload({ name: 'any.jar', content: bytes('any') }),
  ],
  [
    'POST',
    /^\/jars\/([^/]+)\/run$/,
    (it, [id], { body }) => it.jars.run(id, body as object),
  ],
  ['POST', /^\/jars\/([^/]+)\/plan$/, (it, [id]) => it.jars.plan(id, {})],
  ['DELETE', /^\/jars\/([^/]+)$/, (it, [id]) => it.jars.delete(id)],
  ['GET', /^\/jobs\/overview$/, it => it.jobs.overview()],
  [
    'GET',
    /^\/jobs\/metrics$/,
    (it, _, { path }) =>
      it.jobs.aggregatedMetrics(queryOf(path).get.split(','), {
        aggregations: ['max'],
      }),
  ],
  ['GET', /^\/jobs\/([^/]+)$/, (it, [id]) => it.jobs.detail(id)],
  ['GET', /^\/jobs\/([^/]+)\/status$/, (it, [id]) => it.jobs.state(id)],
  ['GET', /^\/jobs\/([^/]+)\/plan$/, (it, [id]) => it.jobs.plan(id)],
  ['GET', /^\/jobs\/([^/]+)\/config$/, (it, [id]) => it.jobs.config(id)],
  [
    'GET',
    /^\/jobs\/([^/]+)\/accumulators$/,
    (it, [id]) => it.jobs.accumulators(id),
  ],
  [
    'GET',
    /^\/jobs\/([^/]+)\/exceptions$/,
    (it, [id], { path }) =>
      it.jobs.exceptions(id, { max: Number(queryOf(path).maxExceptions) }),
  ],
  [
    'GET',
    /^\/jobs\/([^/]+)\/metrics$/,
    (it, [id], { path }) =>
      queryOf(path).get
        ? it.jobs.metrics(id, queryOf(path).get.split(','))
        : it.jobs.metricNames(id),
  ],
  ['PATCH', /^\/jobs\/([^/]+)$/, (it, [id]) => it.jobs.cancel(id)],
  [
    'GET',
    /^\/jobs\/([^/]+)\/checkpoints$/,
    (it, [id]) => it.checkpoints.statistics(id),
  ],
  [
    'GET',
    /^\/jobs\/([^/]+)\/checkpoints\/config$/,
    (it, [id]) => it.checkpoints.config(id),
  ],
  [
    'GET',
    /^\/jobs\/([^/]+)\/checkpoints\/details\/(\d+)$/,
    (it, [id, number]) => it.checkpoints.detail(id, Number(number)),
  ],
  [
    'GET',
    /^\/jobs\/([^/]+)\/checkpoints\/details\/(\d+)\/subtasks\/([^/]+)$/,
    (it, [id, number, vertex]) =>
      it.checkpoints.subtasks(id, Number(number), vertex),
  ],
  [
    'POST',
    /^\/jobs\/([^/]+)\/checkpoints$/,
    (it, [id]) => it.triggers.checkpoint(id, { type: 'FULL' }),
  ],
  [
    'GET',
    /^\/jobs\/([^/]+)\/checkpoints\/([0-9a-f]{32})$/,
    (it, [id, trigger]) => it.triggers.checkpointStatus(id, trigger),
  ],
  [
    'POST',
    /^\/jobs\/([^/]+)\/savepoints$/,
    (it, [id]) => it.triggers.savepoint(id, { formatType: 'CANONICAL' }),
  ],
  [
    'GET',
    /^\/jobs\/([^/]+)\/savepoints\/([^/]+)$/,
    (it, [id, trigger]) => it.triggers.savepointStatus(id, trigger),
  ],
  [
    'POST',
    /^\/jobs\/([^/]+)\/stop$/,
    (it, [id], { body }) => it.triggers.stop(id, body as object),
  ],
  [
    'POST',
    /^\/savepoint-disposal$/,
    (it, _, { body }) =>
      it.triggers.dispose((body as Record<string, string>)['savepoint-path']),
  ],
  [
    'GET',
    /^\/savepoint-disposal\/([^/]+)$/,
    (it, [trigger]) => it.triggers.disposalStatus(trigger),
  ],
  [
    'GET',
    /^\/jobs\/([^/]+)\/resource-requirements$/,
    (it, [id]) => it.resources.requirements(id),
  ],
  [
    'PUT',
    /^\/jobs\/([^/]+)\/resource-requirements$/,
    (it, [id], { body }) =>
      it.resources.setRequirements(id, boundsOf(body as object)),
  ],
  [
    'GET',
    /^\/jobs\/([^/]+)\/vertices\/([^/]+)$/,
    (it, [id, vertex]) => it.vertices.detail(id, vertex),
  ],
  [
    'GET',
    /^\/jobs\/([^/]+)\/vertices\/([^/]+)\/backpressure$/,
    (it, [id, vertex]) => it.vertices.backpressure(id, vertex),
  ],
  [
    'GET',
    /^\/jobs\/([^/]+)\/vertices\/([^/]+)\/watermarks$/,
    (it, [id, vertex]) => it.vertices.watermarks(id, vertex),
  ],
  [
    'GET',
    /^\/jobs\/([^/]+)\/vertices\/([^/]+)\/metrics$/,
    (it, [id, vertex], { path }) =>
      queryOf(path).get
        ? it.vertices.metrics(id, vertex, queryOf(path).get.split(','))
        : it.vertices.metricNames(id, vertex),
  ],
  [
    'GET',
    /^\/jobs\/([^/]+)\/vertices\/([^/]+)\/subtasks\/metrics$/,
    (it, [id, vertex], { path }) =>
      it.vertices.aggregatedMetrics(id, vertex, queryOf(path).get.split(',')),
  ],
];

/** What this client does not ask for. */
export const UNUSED_PATHS =
  /^\/(jobs|datasets|nope)$|\/(subtasktimes|taskmanagers|rescaling)$|vertices\/[^/]+\/accumulators$/;

function boundsOf(body: object) {
  const entries = Object.entries(body).map(([id, value]) => [
    id,
    (value as { parallelism: object }).parallelism,
  ]);
  return Object.fromEntries(entries);
}
