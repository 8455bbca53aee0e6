import {
  ConnectionTest,
  ArchiveImport,
  CreatePipelineBody,
  DataSource,
  DataSourceInput,
  DataSourceTypeInfo,
  DocumentProblem,
  ListDataSourcesQuery,
  ImportArchiveQuery,
  ListPipelinesQuery,
  parsePipeline,
  Pipeline,
  PipelineSummary,
  ScalephApi,
  ScalephApiError,
  SecretStatus,
  TestDataSourceConfigBody,
  ValidatePipelineBody,
  WriteOptions,
} from '@scaleph/backstage-plugin-scaleph-common';
import {
  aDataSource,
  aPipeline,
  directoryType,
  postgresqlType,
} from './fixtures';

const matches = (
  search: string | undefined,
  ...texts: (string | undefined)[]
) =>
  !search ||
  texts.some(text => text?.toLowerCase().includes(search.toLowerCase()));

const refusal = (
  statusCode: number,
  name: string,
  message: string,
  problems?: DocumentProblem[],
) => new ScalephApiError({ statusCode, name, message, problems });

const page = <T>(all: T[], query: { limit?: number; cursor?: string } = {}) => {
  const start = Number(query.cursor ?? 0);
  const end = start + (query.limit ?? 50);
  return {
    items: all.slice(start, end),
    totalItems: all.length,
    ...(end < all.length && { nextCursor: String(end) }),
  };
};

type Covered =
  | 'listPipelines'
  | 'createPipeline'
  | 'deletePipeline'
  | 'importArchive'
  | 'validatePipeline'
  | 'createRun'
  | 'listRuns'
  | 'listDataSources'
  | 'createDataSource'
  | 'getDataSource'
  | 'updateDataSource'
  | 'deleteDataSource'
  | 'testDataSource'
  | 'testDataSourceConfig'
  | 'listDataSourceTypes';

/**
 * The API in memory, with the rules that the screens rely on: filters, paging,
 * ETags, refusals. The real back end is in the end-to-end tests.
 */
export class MemoryScaleph implements Pick<ScalephApi, Covered> {
  pipelines: PipelineSummary[] = [aPipeline()];
  dataSources: DataSource[] = [aDataSource()];
  types: DataSourceTypeInfo[] = [postgresqlType, directoryType];
  connection: Omit<ConnectionTest, 'at'> = {
    ok: true,
    message: 'PostgreSQL 18.1 answered',
    durationMs: 12,
  };
  /** Bodies of the tests that were asked for, newest last. */
  readonly tested: unknown[] = [];
  /** Bodies of the writes of data sources, newest last. */
  readonly written: DataSourceInput[] = [];
  readonly started: string[] = [];

  async listPipelines(query: ListPipelinesQuery = {}) {
    const found = this.pipelines.filter(
      it =>
        matches(query.search, it.name, it.title) &&
        (!query.owner || query.owner.includes(it.owner)) &&
        (!query.type || it.type === query.type) &&
        (!query.state || it.lastRun?.state === query.state),
    );
    return page(found, query);
  }

  async createPipeline(body: CreatePipelineBody): Promise<Pipeline> {
    const { document, problems } = parsePipeline(body.yaml ?? body.document);
    if (!document) {
      throw refusal(400, 'InputError', 'Bad document', problems);
    }
    const { name, title, owner } = document.metadata;
    if (this.pipelines.some(it => it.name === name)) {
      throw refusal(
        409,
        'ConflictError',
        `Pipeline "${name}" exists already; choose another name`,
      );
    }
    const entityRef = `component:default/${name}`;
    const summary = aPipeline({
      name,
      title,
      owner,
      entityRef,
      publishedVersion: undefined,
      lastRun: undefined,
    });
    this.pipelines.push(summary);
    return { ...summary, document, yaml: '', problems };
  }

  async deletePipeline(name: string, { ifMatch }: WriteOptions) {
    const pipeline = this.pipelines.find(it => it.name === name);
    this.check(pipeline, ifMatch);
    this.pipelines = this.pipelines.filter(it => it.name !== name);
  }

  /** An archive of one pipeline, `orders` with two versions. */
  async importArchive(
    archive: Blob,
    { dryRun = false, onConflict = 'skip' }: ImportArchiveQuery = {},
  ): Promise<ArchiveImport> {
    if (archive.size === 0) {
      throw refusal(400, 'InputError', 'This is no ZIP archive: it is empty');
    }
    const taken = this.pipelines.some(it => it.name === 'orders');
    const path = 'pipelines/orders';
    if (taken && onConflict === 'skip') {
      const message = 'Pipeline "orders" exists already';
      const outcome = 'skipped';
      return { dryRun, items: [{ path, name: 'orders', outcome, message }] };
    }
    const name = taken ? 'orders-copy' : 'orders';
    if (!dryRun) this.pipelines.push(aPipeline({ name, title: undefined }));
    return {
      dryRun,
      items: [{ path, name, outcome: 'created', versions: 2 }],
    };
  }

  async validatePipeline(body: ValidatePipelineBody) {
    const { document, problems } = parsePipeline(body.yaml ?? body.document);
    const valid = problems.every(it => it.severity !== 'error');
    return { valid, problems, document };
  }

  async createRun(name: string): Promise<never> {
    this.started.push(name);
    throw refusal(409, 'ConflictError', 'Target "embedded" is full');
  }

  async listRuns() {
    return page([]);
  }

  async listDataSources(query: ListDataSourcesQuery = {}) {
    const found = this.dataSources.filter(
      it =>
        matches(query.search, it.name, it.title) &&
        (!query.type || it.type === query.type),
    );
    return page(found, query);
  }

  async createDataSource(input: DataSourceInput) {
    this.written.push(input);
    const created = this.toDataSource(input, undefined);
    this.dataSources.push(created);
    return created;
  }

  async getDataSource(name: string) {
    const found = this.dataSources.find(it => it.name === name);
    if (!found) {
      throw refusal(
        404,
        'NotFoundError',
        `Data source "${name}" does not exist`,
      );
    }
    return found;
  }

  async updateDataSource(
    name: string,
    input: DataSourceInput,
    { ifMatch }: WriteOptions,
  ) {
    const before = await this.getDataSource(name);
    this.check(before, ifMatch);
    this.written.push(input);
    const after = this.toDataSource(input, before);
    this.dataSources = this.dataSources.map(it => (it === before ? after : it));
    return after;
  }

  async deleteDataSource(name: string, { ifMatch }: WriteOptions) {
    this.check(await this.getDataSource(name), ifMatch);
    this.dataSources = this.dataSources.filter(it => it.name !== name);
  }

  async testDataSource(_name: string, body: unknown) {
    return this.testDataSourceConfig(_name, body as TestDataSourceConfigBody);
  }

  async testDataSourceConfig(_type: string, body: TestDataSourceConfigBody) {
    this.tested.push(body);
    return { ...this.connection, at: '2026-01-01T08:00:00.000Z' };
  }

  async listDataSourceTypes() {
    return { items: this.types };
  }

  /** What the screens are given; asking for more than is here is a failure. */
  asApi(): ScalephApi {
    return this as unknown as ScalephApi;
  }

  private check(found: { etag: string } | undefined, ifMatch: string) {
    if (!found) throw refusal(404, 'NotFoundError', 'Not found');
    if (ifMatch !== '*' && ifMatch !== found.etag) {
      throw refusal(
        412,
        'PreconditionFailedError',
        'It was changed in the meantime',
      );
    }
  }

  private toDataSource(input: DataSourceInput, before?: DataSource) {
    const { secrets = {}, files: _, ...rest } = input;
    const kept = { ...before?.secrets };
    for (const [name, secret] of Object.entries(secrets)) {
      const status: SecretStatus = secret
        ? { set: true, source: 'value' }
        : { set: false };
      kept[name] = status;
    }
    return aDataSource({
      title: undefined,
      ...before,
      ...rest,
      secrets: kept,
      etag: '"8"',
    });
  }
}
