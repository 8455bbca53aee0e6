import type {
  DataSource,
  DataSourceTypeInfo,
  PipelineSummary,
  RunSummary,
} from '@scaleph/backstage-plugin-scaleph-common';

const AT = '2026-01-01T08:00:00.000Z';

/** A finished run. */
export const aRun = (changes: Partial<RunSummary> = {}): RunSummary => ({
  id: '6f1d9c1e-0000-4000-8000-000000000001',
  pipeline: 'airports',
  version: 1,
  target: 'embedded',
  engine: 'embedded',
  state: 'FINISHED',
  desired: 'running',
  owner: 'group:default/data',
  createdAt: AT,
  createdBy: 'user:default/guest',
  startedAt: AT,
  endedAt: '2026-01-01T08:00:04.200Z',
  rowsRead: 3376,
  deployment: 1,
  actions: [],
  rowsWritten: 51,
  revision: 7,
  ...changes,
});

/** A published pipeline. */
export const aPipeline = (
  changes: Partial<PipelineSummary> = {},
): PipelineSummary => ({
  name: 'airports',
  title: 'Airports by state',
  owner: 'group:default/data',
  system: 'system:default/geo',
  tags: [],
  type: 'seatunnel',
  mode: 'batch',
  entityRef: 'component:default/airports',
  publishedVersion: 1,
  hasUnpublishedChanges: false,
  problemCount: 0,
  dataSources: ['warehouse'],
  lastRun: aRun(),
  createdAt: AT,
  createdBy: 'user:default/guest',
  updatedAt: AT,
  updatedBy: 'user:default/guest',
  etag: '"1"',
  ...changes,
});

/** PostgreSQL as the back end describes it. */
export const postgresqlType: DataSourceTypeInfo = {
  type: 'postgresql',
  title: { en: 'PostgreSQL', zh: 'PostgreSQL' },
  description: { en: 'A database of a server', zh: '服务器上的一个数据库' },
  icon: 'database',
  category: 'database',
  browse: ['schema', 'table', 'column'],
  sql: true,
  files: [],
  schema: {
    type: 'object',
    additionalProperties: false,
    required: ['host', 'user'],
    properties: {
      host: { type: 'string', title: 'Host', 'x-zh': { title: '主机' } },
      port: {
        type: 'integer',
        title: 'Port',
        'x-zh': { title: '端口' },
        minimum: 1,
        maximum: 65535,
        default: 5432,
      },
      user: { type: 'string', title: 'User', 'x-zh': { title: '用户名' } },
      ssl: {
        type: 'string',
        title: 'TLS',
        'x-zh': { title: '加密' },
        enum: ['disable', 'require'],
        default: 'disable',
      },
    },
  },
  secrets: [
    {
      name: 'password',
      title: { en: 'Password', zh: '密码' },
      required: true,
    },
  ],
};

/** A type without secrets. */
export const directoryType: DataSourceTypeInfo = {
  type: 'local-directory',
  title: { en: 'Directory', zh: '目录' },
  description: { en: 'Files of the server', zh: '服务器上的文件' },
  icon: 'folder',
  category: 'files',
  browse: ['directory', 'file'],
  sql: false,
  files: [],
  schema: {
    type: 'object',
    additionalProperties: false,
    required: ['directory'],
    properties: { directory: { type: 'string', title: 'Directory' } },
  },
  secrets: [],
};

/** A stored PostgreSQL with a password. */
export const aDataSource = (changes: Partial<DataSource> = {}): DataSource => ({
  name: 'warehouse',
  type: 'postgresql',
  title: 'Warehouse',
  owner: 'group:default/data',
  tags: [],
  config: { host: 'db.example.com', port: 5432, user: 'etl', ssl: 'disable' },
  secrets: { password: { set: true, source: 'value' } },
  location: 'db.example.com:5432/warehouse',
  entityRef: 'resource:default/warehouse',
  usedBy: [
    {
      pipeline: 'airports',
      draft: true,
      newest: true,
      versions: [2, 1],
      runs: [],
    },
  ],
  lastTest: {
    ok: true,
    message: 'PostgreSQL 18.1 answered',
    at: AT,
    durationMs: 12,
  },
  createdAt: AT,
  createdBy: 'user:default/guest',
  updatedAt: AT,
  updatedBy: 'user:default/guest',
  etag: '"7"',
  ...changes,
});
