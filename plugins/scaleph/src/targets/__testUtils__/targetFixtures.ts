import {
  ClusterJob,
  RegistrationTypeInfo,
  Target,
  targetEntityRef,
  TargetOverview,
} from '@scaleph/backstage-plugin-scaleph-common';
import { RegisteredTarget } from '../lib/registrationOf';

export const AT = '2026-01-01T08:00:00.000Z';

/** A kind of cluster as the back end describes it, with parts that may be left out. */
export const flinkType: RegistrationTypeInfo = {
  type: 'flink-session',
  title: { en: 'Flink session cluster', zh: 'Flink 会话集群' },
  description: { en: 'A running cluster', zh: '正在运行的集群' },
  icon: 'cluster',
  schema: {
    type: 'object',
    additionalProperties: false,
    required: ['restUrl'],
    properties: {
      restUrl: { type: 'string', title: 'REST address', minLength: 1 },
      tls: {
        type: 'object',
        title: 'Encryption',
        additionalProperties: false,
        properties: {
          ca: { type: 'string', title: 'Authority', format: 'textarea' },
        },
      },
      cdc: {
        type: 'object',
        title: 'Flink CDC',
        description: 'Lets the target run pipelines of Flink CDC',
        additionalProperties: false,
        required: ['jars'],
        properties: {
          jars: { type: 'array', title: 'Jars', items: { type: 'string' } },
          home: { type: 'string', title: 'Home', default: '/opt' },
        },
      },
    },
  },
  secrets: [
    {
      name: 'authorization',
      title: { en: 'Authorization', zh: '认证' },
      required: false,
    },
  ],
};

/** The target that every portal has. */
export const embedded: Target = {
  name: 'embedded',
  engine: 'embedded',
  title: 'In the portal',
  pipelineTypes: ['seatunnel'],
  modes: ['batch'],
  actions: ['cancel'],
  healthy: true,
};

/** A registered Flink session cluster. */
export const aTarget = (
  changes: Partial<Target> = {},
  registered: Partial<RegisteredTarget['registered']> = {},
): RegisteredTarget => ({
  name: 'lab',
  engine: 'flink',
  title: 'Lab',
  pipelineTypes: ['flink-sql', 'flink-jar'],
  modes: ['batch', 'streaming'],
  actions: ['cancel'],
  healthy: true,
  version: '1.20.3',
  slots: 8,
  freeSlots: 5,
  runningJobs: 2,
  ...changes,
  registered: {
    type: 'flink-session',
    owner: 'group:default/data',
    tags: [],
    config: { restUrl: 'http://flink:8081' },
    secrets: { authorization: { set: true, source: 'value' } },
    location: 'http://flink:8081',
    entityRef: targetEntityRef('lab'),
    createdAt: AT,
    createdBy: 'user:default/guest',
    updatedAt: AT,
    updatedBy: 'user:default/guest',
    etag: '"3"',
    ...registered,
  },
});

export const aClusterJob = (changes: Partial<ClusterJob> = {}): ClusterJob => ({
  jobId: 'a'.repeat(32),
  name: 'Clicks per minute',
  state: 'RUNNING',
  startedAt: AT,
  tasks: { total: 4, running: 4 },
  ours: false,
  ...changes,
});

export const anOverview = (
  changes: Partial<TargetOverview> = {},
): TargetOverview => ({
  at: AT,
  version: '1.20.3',
  slots: 8,
  freeSlots: 5,
  taskManagers: [
    {
      id: 'taskmanager-1',
      slots: 8,
      freeSlots: 5,
      cpuCores: 4,
      memoryBytes: 8_000_000_000,
      heapBytes: 1_500_000_000,
      managedMemoryBytes: 500_000_000,
      lastHeartbeatAt: AT,
    },
  ],
  jobs: [aClusterJob()],
  gateway: { healthy: true, version: '1.20.3' },
  missing: [],
  ...changes,
});
