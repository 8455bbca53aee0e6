import { NotFoundError } from '@backstage/errors';
import {
  diffPipelines,
  PipelineDiff,
  PipelineDocument,
  PipelineVersion,
  PipelineVersionPage,
  printPipeline,
} from '@scaleph/backstage-plugin-scaleph-common';
import { cutPage, decodeCursor } from '../http/cursor';
import { PipelineRow, toDocument, toVersionSummary } from './pipelineRows';
import { PipelineStore } from './PipelineStore';

/** Reads the versions of a pipeline. @internal */
export class PipelineVersionReader {
  constructor(
    private readonly store: Pick<PipelineStore, 'findVersion' | 'listVersions'>,
  ) {}

  async list(
    row: PipelineRow,
    page: { limit: number; cursor?: string },
  ): Promise<PipelineVersionPage> {
    const { id, name } = row;
    const scope = `versions:${id}`;
    const below = page.cursor && Number(decodeCursor(scope, page.cursor).value);
    const { rows, total } = await this.store.listVersions(id, {
      limit: page.limit + 1,
      ...(below && { below }),
    });
    const { rows: shown, ...next } = cutPage(rows, {
      limit: page.limit,
      scope,
      keysetOf: ({ version }) => ({ value: version, id }),
    });
    return {
      items: shown.map(version => toVersionSummary(name, version)),
      totalItems: total,
      ...next,
    };
  }

  async get(row: PipelineRow, version: number): Promise<PipelineVersion> {
    const found = await this.find(row, version);
    const document = toDocument(found);
    return {
      ...toVersionSummary(row.name, found),
      document,
      yaml: printPipeline(document),
    };
  }

  async diff(
    row: PipelineRow,
    range: { from?: string; to: string },
  ): Promise<PipelineDiff> {
    const { to, from = newestOf(row) } = range;
    const before = await this.select(row, from);
    const after = await this.select(row, to);
    return {
      from,
      to,
      changes: diffPipelines(before, after),
      fromYaml: printPipeline(before),
      toYaml: printPipeline(after),
    };
  }

  /** @param selector - a number as text, or `draft` */
  async select(row: PipelineRow, selector: string): Promise<PipelineDocument> {
    if (selector === 'draft') return toDocument(row);
    return toDocument(await this.find(row, Number(selector)));
  }

  private async find(row: PipelineRow, version: number) {
    const found = await this.store.findVersion(row.id, version);
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
