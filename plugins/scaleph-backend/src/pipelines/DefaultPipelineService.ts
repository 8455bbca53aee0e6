import { NotFoundError } from '@backstage/errors';
import {
  diffPipelines,
  Pipeline,
  PipelineDiff,
  PipelineDocument,
  PipelinePage,
  PipelineVersion,
  PipelineVersionPage,
  printPipeline,
  ValidationResult,
} from '@scaleph/backstage-plugin-scaleph-common';
import { ChangePublisher } from '../events/ChangePublisher';
import { Caller } from '../http/Caller';
import { decodeCursor, encodeCursor } from '../http/cursor';
import { IfMatch } from '../http/etag';
import { RunDirectory } from '../runs/RunDirectory';
import { RunPlanner } from '../runs/RunPlanner';
import { DocumentChecker } from './DocumentChecker';
import {
  PipelineRow,
  toDocument,
  toPipeline,
  toPipelineSummary,
  toVersionSummary,
} from './pipelineRows';
import {
  DocumentInput,
  PipelineQuery,
  PipelineService,
} from './PipelineService';
import { PipelineStore } from './PipelineStore';
import { PipelineWriter } from './PipelineWriter';
import { errorsOf, parseInput, readDocument } from './readDocument';

/** The rules of the pipelines room; knows no permissions. @internal */
export class DefaultPipelineService implements PipelineService {
  constructor(
    private readonly options: {
      store: PipelineStore;
      writer: PipelineWriter;
      checker: DocumentChecker;
      runs: Pick<RunDirectory, 'summaries'>;
      planner: Pick<RunPlanner, 'plan'>;
      publisher: ChangePublisher;
    },
  ) {}

  async list(query: PipelineQuery): Promise<PipelinePage> {
    const { rows, ...page } = await this.options.store.list(
      query,
      query.visible ?? 'all',
    );
    const runs = await this.lastRuns(rows);
    return {
      items: rows.map(row =>
        toPipelineSummary(row, runs.get(row.last_run_id ?? '')),
      ),
      ...page,
    };
  }

  async get(name: string): Promise<Pipeline> {
    const row = await this.find(name);
    const [problems, runs] = await Promise.all([
      this.options.checker.check(toDocument(row)),
      this.lastRuns([row]),
    ]);
    return toPipeline(row, problems, runs.get(row.last_run_id ?? ''));
  }

  async create(
    input: DocumentInput & { publish?: boolean; message?: string },
    caller: Caller,
  ): Promise<Pipeline> {
    const { publish, message } = input;
    const { pipeline, replayed } = await this.options.writer.create(
      readDocument(input),
      { publish, message },
      caller,
    );
    if (!replayed) await this.announce(pipeline.name, 'upsert');
    return pipeline;
  }

  async update(
    name: string,
    input: DocumentInput,
    ifMatch: IfMatch,
    caller: Caller,
  ): Promise<Pipeline> {
    const { row, problems } = await this.options.writer.update(
      name,
      readDocument(input),
      ifMatch,
      caller,
    );
    await this.announce(name, 'upsert');
    const runs = await this.lastRuns([row]);
    return toPipeline(row, problems, runs.get(row.last_run_id ?? ''));
  }

  async delete(name: string, ifMatch: IfMatch): Promise<void> {
    await this.options.writer.delete(name, ifMatch);
    await this.announce(name, 'delete');
  }

  async publish(
    name: string,
    input: { message?: string },
    ifMatch: IfMatch,
    caller: Caller,
  ): Promise<{ version: PipelineVersion; created: boolean }> {
    const { replayed, ...result } = await this.options.writer.publish(
      name,
      input,
      ifMatch,
      caller,
    );
    if (!replayed && result.created) await this.announce(name, 'upsert');
    return result;
  }

  async listVersions(
    name: string,
    page: { limit: number; cursor?: string },
  ): Promise<PipelineVersionPage> {
    const { id } = await this.find(name);
    const scope = `versions:${id}`;
    const below = page.cursor && Number(decodeCursor(scope, page.cursor).value);
    const { rows, total } = await this.options.store.listVersions(id, {
      limit: page.limit + 1,
      ...(below && { below }),
    });
    const shown = rows.slice(0, page.limit);
    const last = shown[shown.length - 1];
    return {
      items: shown.map(row => toVersionSummary(name, row)),
      totalItems: total,
      ...(rows.length > page.limit && {
        nextCursor: encodeCursor(scope, { value: last.version, id }),
      }),
    };
  }

  async getVersion(name: string, version: number): Promise<PipelineVersion> {
    const row = await this.findVersion(await this.find(name), version);
    const document = toDocument(row);
    return {
      ...toVersionSummary(name, row),
      document,
      yaml: printPipeline(document),
    };
  }

  async diff(
    name: string,
    range: { from?: string; to: string },
  ): Promise<PipelineDiff> {
    const row = await this.find(name);
    const from = range.from ?? newestOf(row);
    const before = await this.select(row, from);
    const after = await this.select(row, range.to);
    return {
      from,
      to: range.to,
      changes: diffPipelines(before, after),
      fromYaml: printPipeline(before),
      toYaml: printPipeline(after),
    };
  }

  async plan(
    name: string,
    input: {
      version?: string;
      target?: string;
      parameters?: Record<string, string>;
    },
  ) {
    const row = await this.find(name);
    const draft = row.published_version === null ? 'draft' : newestOf(row);
    const document = await this.select(row, input.version ?? draft);
    const { target, parameters = {} } = input;
    const { plan } = await this.options.planner.plan({
      document,
      target,
      parameters,
    });
    const { engine, artifacts, warnings } = plan;
    return { engine, target: plan.target, artifacts, warnings };
  }

  async validate(input: DocumentInput): Promise<ValidationResult> {
    const { document, problems } = parseInput(input);
    if (!document) return { valid: false, problems };
    const all = [...problems, ...(await this.options.checker.check(document))];
    return {
      valid: errorsOf(all).length === 0,
      problems: all,
      document,
      yaml: printPipeline(document),
    };
  }

  private announce(name: string, change: 'upsert' | 'delete') {
    return this.options.publisher.entityChanged('pipeline', name, change);
  }

  private lastRuns(rows: Array<{ last_run_id: string | null }>) {
    const ids = rows.flatMap(row => row.last_run_id ?? []);
    return this.options.runs.summaries(ids);
  }

  private async find(name: string): Promise<PipelineRow> {
    const row = await this.options.store.find(name);
    if (!row) throw new NotFoundError(`Pipeline "${name}" does not exist`);
    return row;
  }

  /** `selector` is `draft` or a number as text. */
  private async select(
    row: PipelineRow,
    selector: string,
  ): Promise<PipelineDocument> {
    return toDocument(
      selector === 'draft'
        ? row
        : await this.findVersion(row, Number(selector)),
    );
  }

  private async findVersion(row: PipelineRow, version: number) {
    const found = await this.options.store.findVersion(row.id, version);
    if (!found) {
      throw new NotFoundError(
        `Pipeline "${row.name}" has no version ${version}; the newest is ${
          row.published_version ?? 'not published yet'
        }`,
      );
    }
    return found;
  }
}

function newestOf(row: PipelineRow): string {
  if (row.published_version === null) {
    throw new NotFoundError(
      `Pipeline "${row.name}" has no published version to compare with`,
    );
  }
  return String(row.published_version);
}
