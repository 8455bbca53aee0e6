import { NotFoundError } from '@backstage/errors';
import {
  DeploymentPlanView,
  Pipeline,
  PipelinePage,
  PipelineVersion,
  ValidationResult,
} from '@scaleph/backstage-plugin-scaleph-common';
import { DocumentReader } from '../documents/DocumentReader';
import { ChangePublisher } from '../events/ChangePublisher';
import { Caller } from '../http/Caller';
import { IfMatch } from '../http/etag';
import { RunDirectory } from '../runs/RunDirectory';
import { RunPlanner } from '../runs/RunPlanner';
import { DocumentChecker } from './DocumentChecker';
import {
  PipelineRow,
  toDocument,
  toPipeline,
  toPipelineSummary,
} from './pipelineRows';
import {
  DocumentInput,
  PipelineQuery,
  PipelineService,
} from './PipelineService';
import { PipelineStore } from './PipelineStore';
import { PipelineVersionReader } from './PipelineVersionReader';
import { PipelineWriter } from './PipelineWriter';
import { errorsOf, parseInput, readDocument } from './readDocument';

/** The rules of the pipelines room; knows no permissions. @internal */
export class DefaultPipelineService implements PipelineService {
  constructor(
    private readonly options: {
      store: PipelineStore;
      versions: PipelineVersionReader;
      writer: PipelineWriter;
      checker: DocumentChecker;
      documents: DocumentReader;
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
      await readDocument(input, this.options.documents),
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
      await readDocument(input, this.options.documents),
      ifMatch,
      caller,
    );
    await this.announce(name, 'upsert');
    const runs = await this.lastRuns([row]);
    return toPipeline(row, problems, runs.get(row.last_run_id ?? ''));
  }

  async retire(
    name: string,
    input: { message?: string },
    ifMatch: IfMatch,
    caller: Caller,
  ): Promise<Pipeline> {
    const { writer } = this.options;
    const { changed } = await writer.retire(name, input, ifMatch, caller);
    if (changed) await this.announce(name, 'upsert');
    return this.get(name);
  }

  async bringBack(
    name: string,
    ifMatch: IfMatch,
    caller: Caller,
  ): Promise<Pipeline> {
    const { writer } = this.options;
    const { changed } = await writer.bringBack(name, ifMatch, caller);
    if (changed) await this.announce(name, 'upsert');
    return this.get(name);
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

  async listVersions(name: string, page: { limit: number; cursor?: string }) {
    return this.options.versions.list(await this.find(name), page);
  }

  async getVersion(name: string, version: number): Promise<PipelineVersion> {
    return this.options.versions.get(await this.find(name), version);
  }

  async diff(name: string, range: { from?: string; to: string }) {
    return this.options.versions.diff(await this.find(name), range);
  }

  async plan(
    name: string,
    input: {
      version?: string;
      target?: string;
      parameters?: Record<string, string>;
    },
  ): Promise<DeploymentPlanView> {
    const row = await this.find(name);
    const { version, target, parameters = {} } = input;
    const document = await this.options.versions.select(
      row,
      version ?? `${row.published_version ?? 'draft'}`,
    );
    const { plan } = await this.options.planner.plan({
      document,
      target,
      parameters,
    });
    const { engine, artifacts, warnings } = plan;
    return { engine, target: plan.target, artifacts, warnings };
  }

  async validate(input: DocumentInput): Promise<ValidationResult> {
    const { document, problems } = await parseInput(
      input,
      this.options.documents,
    );
    if (!document) return { valid: false, problems };
    const found = await this.options.checker.check(document);
    const located =
      input.yaml === undefined
        ? found
        : await this.options.documents.locate(input.yaml, found);
    const all = [...problems, ...located];
    return {
      valid: errorsOf(all).length === 0,
      problems: all,
      document,
      yaml: await this.options.documents.print(document),
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
}
