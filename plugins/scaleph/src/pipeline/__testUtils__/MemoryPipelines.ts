import {
  diffPipelines,
  findConnector,
  inferNodeFields,
  parsePipeline,
  printPipeline,
  sameMeaning,
  ScalephApiError,
} from '@scaleph/backstage-plugin-scaleph-common';
import type {
  CreateRunBody,
  DataSource,
  DataSourceInput,
  DataSourceObject,
  Field,
  ListDataSourceObjectsQuery,
  NodePreview,
  PipelineFields,
  PreviewNodeBody,
  NodeKind,
  ListRunLogsQuery,
  ListRunsQuery,
  Pipeline,
  PipelineDocument,
  PipelineVersion,
  PlanPipelineBody,
  PublishPipelineBody,
  RetirePipelineBody,
  Run,
  RunActionBody,
  RunEvent,
  RunLogLine,
  ScalephApi,
  Target,
  UpdatePipelineBody,
  WriteOptions,
} from '@scaleph/backstage-plugin-scaleph-common';
import {
  aDataSource,
  aPipeline,
  aRun,
  directoryType,
  postgresqlType,
} from '../../__testUtils__/fixtures';
import { airports, connectors } from './documents';

const AT = '2026-01-01T08:00:00.000Z';

const refusal = (statusCode: number, name: string, message: string) =>
  new ScalephApiError({ statusCode, name, message });

type Covered =
  | 'getPipeline'
  | 'updatePipeline'
  | 'retirePipeline'
  | 'bringBackPipeline'
  | 'exportPipeline'
  | 'listPipelineVersions'
  | 'getPipelineVersion'
  | 'publishPipeline'
  | 'planPipeline'
  | 'createRun'
  | 'listRuns'
  | 'getRun'
  | 'listRunEvents'
  | 'listRunLogs'
  | 'actOnRun'
  | 'getConnector'
  | 'listConnectors'
  | 'createDataSource'
  | 'inferPipelineFields'
  | 'listDataSourceObjects'
  | 'listDataSourceTypes'
  | 'listDataSources'
  | 'previewPipelineNode'
  | 'listTargets';

/** A run with its counters, as a list of runs does not have them. */
export const aWholeRun = (changes: Partial<Run> = {}): Run => ({
  ...aRun(),
  nodes: [
    { node: 'read', state: 'finished', rowsIn: 0, rowsOut: 3376 },
    { node: 'usa', state: 'finished', rowsIn: 3376, rowsOut: 51 },
    { node: 'write', state: 'finished', rowsIn: 51, rowsOut: 51 },
  ],
  outputs: [
    {
      node: 'write',
      kind: 'table',
      location: 'warehouse.airports_by_state',
      rows: 51,
    },
  ],
  parameters: {},
  document: airports(),
  ...changes,
});

/** One pipeline with its versions and runs in memory, with the rules of ETags and versions. */
export class MemoryPipelines implements Pick<ScalephApi, Covered> {
  draft: PipelineDocument = airports();
  versions: PipelineVersion[] = [];
  runs: Run[] = [];
  events: RunEvent[] = [];
  log: RunLogLine[] = [];
  logComplete = true;
  targets: Target[] = [
    {
      name: 'embedded',
      engine: 'embedded',
      title: 'Embedded engine',
      pipelineTypes: ['seatunnel'],
      modes: ['batch'],
      actions: ['cancel'],
      healthy: true,
    },
  ];
  dataSources: DataSource[] = [
    aDataSource(),
    aDataSource({
      name: 'files',
      type: 'local-directory',
      title: 'Files',
      location: '/data',
    }),
  ];
  /** What data sources hold, by path with dots between. */
  objects: Record<string, DataSourceObject[]> = {
    '': [
      { kind: 'schema', name: 'public', hasChildren: true, current: true },
      { kind: 'schema', name: 'sales', hasChildren: true },
    ],
    public: [
      { kind: 'table', name: 'orders', hasChildren: true },
      { kind: 'table', name: 'states', hasChildren: true },
    ],
  };
  /** Fields that leave nodes whose options do not tell. */
  fields: Record<string, Field[]> = {};
  fieldsAsked = 0;
  preview: NodePreview = { durationMs: 12, reason: 'there are no rows' };
  previews: PreviewNodeBody[] = [];
  /** Set to make the next write fail as a network does. */
  offline = false;
  retired?: Pipeline['retired'];
  private revision = 1;

  get etag() {
    return `"${this.revision}"`;
  }

  /** Somebody else saves a draft. */
  changeBehindTheBack(document: PipelineDocument) {
    this.draft = document;
    this.revision++;
  }

  async getPipeline(): Promise<Pipeline> {
    const newest = this.versions[0];
    return {
      ...aPipeline(),
      title: this.draft.metadata.title,
      publishedVersion: newest?.version,
      hasUnpublishedChanges:
        !newest?.document || !sameMeaning(newest.document, this.draft),
      lastRun: this.runs[0],
      retired: this.retired,
      etag: this.etag,
      updatedBy: 'user:default/ada',
      document: this.draft,
      yaml: printPipeline(this.draft),
      problems: [],
    };
  }

  async updatePipeline(
    _name: string,
    body: UpdatePipelineBody,
    { ifMatch }: WriteOptions,
  ) {
    if (this.offline) throw new TypeError('Failed to fetch');
    if (ifMatch !== this.etag) {
      throw refusal(412, 'PreconditionFailedError', 'It was changed meanwhile');
    }
    const { document } = parsePipeline(body.yaml ?? body.document);
    if (!document) throw refusal(400, 'InputError', 'Bad document');
    this.changeBehindTheBack(document);
    return this.getPipeline();
  }

  private touch(ifMatch: string) {
    if (ifMatch !== this.etag) {
      throw refusal(412, 'PreconditionFailedError', 'It was changed meanwhile');
    }
    this.revision++;
  }

  async retirePipeline(
    _name: string,
    { message }: RetirePipelineBody,
    { ifMatch }: WriteOptions,
  ) {
    if (this.runs.some(run => run.state === 'RUNNING')) {
      throw refusal(409, 'ConflictError', 'It has a run that has not ended');
    }
    this.touch(ifMatch);
    this.retired = { at: AT, by: 'user:default/ada', message };
    return this.getPipeline();
  }

  async bringBackPipeline(_name: string, { ifMatch }: WriteOptions) {
    this.touch(ifMatch);
    this.retired = undefined;
    return this.getPipeline();
  }

  async exportPipeline() {
    return new Blob(['PK'], { type: 'application/zip' });
  }

  async listPipelineVersions() {
    return { items: this.versions, totalItems: this.versions.length };
  }

  async getPipelineVersion(_name: string, version: number) {
    const found = this.versions.find(it => it.version === version);
    if (!found) throw refusal(404, 'NotFoundError', `No version ${version}`);
    return found;
  }

  async publishPipeline(
    pipeline: string,
    { message }: PublishPipelineBody,
    { ifMatch }: WriteOptions,
  ) {
    if (ifMatch !== this.etag) {
      throw refusal(412, 'PreconditionFailedError', 'It was changed meanwhile');
    }
    const version: PipelineVersion = {
      pipeline,
      version: this.versions.length + 1,
      message,
      createdAt: AT,
      createdBy: 'user:default/guest',
      document: this.draft,
    };
    this.versions = [version, ...this.versions];
    return version;
  }

  async planPipeline(_name: string, { target }: PlanPipelineBody = {}) {
    if (target && target !== 'embedded') {
      const content = 'source {\n  "Fake" { "password": "******" }\n}\n';
      return {
        engine: 'flink-session',
        target,
        warnings: [],
        artifacts: [
          { name: 'seatunnel.conf', mediaType: 'application/hocon', content },
          {
            name: 'seatunnel.json',
            mediaType: 'application/json',
            content: '{ "source": [] }',
          },
        ],
      };
    }
    return {
      engine: 'embedded',
      target: 'embedded',
      warnings: [],
      artifacts: [
        {
          name: 'plan.sql',
          mediaType: 'application/sql',
          content: `-- ${diffPipelines(airports(), this.draft).length} changes`,
        },
      ],
    };
  }

  async createRun(pipeline: string, body: CreateRunBody) {
    const run = aWholeRun({
      id: `6f1d9c1e-0000-4000-8000-00000000000${this.runs.length + 2}`,
      pipeline,
      version: this.versions[0]?.version ?? 0,
      state: 'RUNNING',
      endedAt: undefined,
      parameters: body.parameters ?? {},
      rowsWritten: 0,
    });
    this.runs = [run, ...this.runs];
    return run;
  }

  /** The engine reports something. */
  observe(id: string, changes: Partial<Run>) {
    this.runs = this.runs.map(run =>
      run.id === id ? { ...run, ...changes, revision: run.revision + 1 } : run,
    );
  }

  async listRuns(query: ListRunsQuery = {}) {
    const items = this.runs.filter(
      run =>
        (!query.state || run.state === query.state) &&
        (!query.active || run.state === 'RUNNING') &&
        (!query.search || run.pipeline.includes(query.search)),
    );
    return { items: items.slice(0, query.limit), totalItems: items.length };
  }

  async getRun(id: string) {
    const run = this.runs.find(it => it.id === id);
    if (!run) throw refusal(404, 'NotFoundError', `Run "${id}" does not exist`);
    return run;
  }

  async listRunEvents() {
    return { items: this.events };
  }

  async listRunLogs(_id: string, query: ListRunLogsQuery = {}) {
    const order = ['debug', 'info', 'warn', 'error'];
    const items = this.log.filter(
      line =>
        line.seq > (query.after ?? 0) &&
        (!query.node || line.node === query.node) &&
        order.indexOf(line.level) >= order.indexOf(query.level ?? 'debug'),
    );
    return { items, complete: this.logComplete };
  }

  async actOnRun(id: string, _body: RunActionBody) {
    this.observe(id, { desired: 'stopped', state: 'CANCELLING' });
    return this.getRun(id);
  }

  async listConnectors() {
    const items = connectors.map(({ schema: _, ...summary }) => summary);
    return { items };
  }

  async getConnector(kind: NodeKind, name: string) {
    const found = findConnector(connectors, kind, name);
    if (!found) {
      throw refusal(404, 'NotFoundError', `there is no ${kind} "${name}"`);
    }
    return found;
  }

  async listDataSources() {
    const items = this.dataSources;
    return { items, totalItems: items.length };
  }

  async createDataSource(input: DataSourceInput) {
    const { secrets: _, files: __, ...rest } = input;
    const made = aDataSource({ title: undefined, ...rest });
    this.dataSources = [...this.dataSources, made];
    return made;
  }

  async listDataSourceTypes() {
    return { items: [postgresqlType, directoryType] };
  }

  async listDataSourceObjects(
    _name: string,
    { path = [], search = '' }: ListDataSourceObjectsQuery = {},
  ) {
    const items = this.objects[path.join('.')] ?? [];
    return {
      items: items.filter(it => it.name.includes(search)),
      truncated: false,
    };
  }

  async inferPipelineFields(
    _name: string,
    body: { document?: unknown },
  ): Promise<PipelineFields> {
    this.fieldsAsked += 1;
    const { document } = parsePipeline(body.document);
    const nodes: PipelineFields['nodes'] = {};
    for (const node of document?.spec.nodes ?? []) {
      const feeders = document!.spec.edges.filter(it => it.to === node.id);
      const inputs: Record<string, Field[]> = {};
      for (const { from } of feeders) {
        const known = nodes[from]?.fields;
        if (known) inputs[from] = known;
      }
      const given = this.fields[node.id];
      const inferred = given
        ? { fields: given }
        : inferNodeFields(node, Object.values(inputs));
      nodes[node.id] = { inputs, ...(inferred ?? { reason: 'nobody knows' }) };
    }
    return { nodes };
  }

  async previewPipelineNode(_name: string, body: PreviewNodeBody) {
    this.previews.push(body);
    return this.preview;
  }

  async listTargets() {
    return { items: this.targets };
  }

  /** What the screens are given; asking for more than is here is a failure. */
  asApi(): ScalephApi {
    return this as unknown as ScalephApi;
  }
}
