import { ScalephApiError } from '@scaleph/backstage-plugin-scaleph-common';
import type {
  FlinkOption,
  JobCheckpoints,
  JobConfiguration,
  JobExceptions,
  JobThroughput,
  JobView,
  ProcessText,
  ProcessTextQuery,
  Run,
  RunActionBody,
  RunOperation,
  ScalephApi,
  Snapshot,
  Target,
} from '@scaleph/backstage-plugin-scaleph-common';
import {
  aWholeRun,
  MemoryPipelines,
} from '../../pipeline/__testUtils__/MemoryPipelines';
import { documentOf } from '../../pipeline/__testUtils__/documents';
import {
  aCheckpointView,
  aJob,
  aSnapshot,
  AT,
  JOB_ID,
  RUN_ID,
} from './jobFixtures';

type Covered =
  | 'getRunJob'
  | 'getRunJobThroughput'
  | 'getRunJobCheckpoints'
  | 'getRunJobExceptions'
  | 'getRunJobConfiguration'
  | 'listRunJobProcesses'
  | 'getRunJobText'
  | 'listRunOperations'
  | 'listRunSnapshots'
  | 'listPipelineSnapshots'
  | 'deleteRunSnapshot'
  | 'listFlinkOptions';

/** A target that is a Flink session cluster. */
export const aCluster = (changes: Partial<Target> = {}): Target => ({
  name: 'lab',
  engine: 'flink',
  title: 'Lab cluster',
  pipelineTypes: ['flink-sql', 'flink-jar', 'flink-cdc', 'seatunnel'],
  modes: ['batch', 'streaming'],
  actions: [
    'cancel',
    'stop',
    'suspend',
    'resume',
    'restart',
    'savepoint',
    'checkpoint',
    'rescale',
    'upgrade',
  ],
  healthy: true,
  version: '1.20.3',
  slots: 4,
  freeSlots: 3,
  ...changes,
});

/** A streaming run of a SQL script on a cluster. */
export const aJobRun = (changes: Partial<Run> = {}): Run =>
  aWholeRun({
    id: RUN_ID,
    jobId: JOB_ID,
    engine: 'flink',
    target: 'lab',
    type: 'flink-sql',
    mode: 'streaming',
    state: 'RUNNING',
    endedAt: undefined,
    nodes: [],
    outputs: [],
    actions: [
      'cancel',
      'stop',
      'suspend',
      'restart',
      'savepoint',
      'checkpoint',
      'upgrade',
    ],
    document: documentOf(`apiVersion: scaleph.io/v1alpha1
kind: Pipeline
metadata:
  name: clicks
  owner: group:default/data
spec:
  type: flink-sql
  mode: streaming
  env:
    parallelism: 2
  sql:
    script: INSERT INTO a SELECT * FROM b;
`),
    ...changes,
  });

/** Runs that are jobs of a cluster, in memory, with the rules of actions and snapshots that the screens rely on. */
export class MemoryJobs
  extends MemoryPipelines
  implements Pick<ScalephApi, Covered>
{
  runs = [aJobRun()];
  targets = [aCluster()];
  job: JobView = aJob();
  throughput: JobThroughput = {
    points: [0, 2, 4].map(second => ({
      at: `2026-01-01T08:00:0${second}.000Z`,
      recordsInPerSecond: 100 + second,
      recordsOutPerSecond: 50,
      lagMs: 1500,
    })),
  };
  checkpoints: JobCheckpoints = aCheckpointView();
  exceptions: JobExceptions = { history: [], truncated: false };
  configuration: JobConfiguration = {
    settings: [
      { key: 'pipeline.max-parallelism', value: '128', group: 'job' },
      { key: 'state.backend.type', value: 'rocksdb', group: 'checkpointing' },
    ],
    accumulators: [],
  };
  texts: Record<string, ProcessText> = {};
  snapshots: Snapshot[] = [aSnapshot()];
  operations: RunOperation[] = [];
  options: FlinkOption[] = [
    {
      key: 'execution.checkpointing.interval',
      type: 'duration',
      scope: 'job',
    },
    { key: 'taskmanager.numberOfTaskSlots', type: 'integer', scope: 'cluster' },
    { key: 'pipeline.object-reuse', type: 'boolean', default: 'false' },
  ];
  /** The cluster does not answer. */
  silent = false;
  /** Bodies of actions, newest last. */
  readonly acted: RunActionBody[] = [];

  private answer<T>(view: T): T {
    if (this.silent) {
      throw new ScalephApiError({
        statusCode: 503,
        name: 'ServiceUnavailableError',
        message: 'Target "lab" does not answer',
      });
    }
    return view;
  }

  async getRunJob() {
    return this.answer(this.job);
  }

  async getRunJobThroughput() {
    return this.answer(this.throughput);
  }

  async getRunJobCheckpoints() {
    return this.answer(this.checkpoints);
  }

  async getRunJobExceptions() {
    return this.answer(this.exceptions);
  }

  async getRunJobConfiguration() {
    return this.answer(this.configuration);
  }

  async listRunJobProcesses() {
    return this.answer({
      items: [
        {
          id: 'jobmanager',
          kind: 'jobmanager' as const,
          title: 'JobManager',
          logs: [{ name: 'flink.log', sizeBytes: 1200 }],
        },
        {
          id: 'tm-1',
          kind: 'taskmanager' as const,
          title: 'TaskManager tm-1',
          logs: [],
        },
      ],
    });
  }

  async getRunJobText(_id: string, query: ProcessTextQuery) {
    return this.answer(
      this.texts[`${query.process} ${query.text}`] ?? {
        text: '',
        truncated: false,
        at: AT,
      },
    );
  }

  async listRunOperations() {
    return { items: this.operations };
  }

  async listRunSnapshots() {
    return { items: this.snapshots };
  }

  async listPipelineSnapshots() {
    return { items: this.snapshots };
  }

  async deleteRunSnapshot(_run: string, snapshot: string) {
    this.snapshots = this.snapshots.filter(it => it.id !== snapshot);
  }

  async listFlinkOptions() {
    return { items: this.options };
  }

  /** Savepoints and checkpoints become operations, the rest another state. */
  async actOnRun(id: string, body: RunActionBody) {
    this.acted.push(body);
    const { action } = body;
    if (action === 'cancel') {
      return super.actOnRun(id, body);
    }
    if (action === 'savepoint' || action === 'checkpoint') {
      this.operations = [
        {
          id: `${this.operations.length + 1}`,
          run: id,
          deployment: 1,
          kind: action,
          state: 'running',
          createdAt: AT,
          createdBy: 'user:default/guest',
        },
        ...this.operations,
      ];
      this.observe(id, { activity: action, actions: ['cancel'] });
    } else if (action === 'resume') {
      this.observe(id, { state: 'INITIALIZING', desired: 'running' });
    } else if (action === 'suspend') {
      this.observe(id, { state: 'SUSPENDING', desired: 'suspended' });
    }
    return this.getRun(id);
  }

  /** The cluster is done with what was asked last. */
  finishOperation(changes: Partial<RunOperation>, run: Partial<Run> = {}) {
    this.operations = this.operations.map((it, index) =>
      index === 0 ? { ...it, ...changes } : it,
    );
    this.observe(RUN_ID, { activity: undefined, ...run });
  }
}
