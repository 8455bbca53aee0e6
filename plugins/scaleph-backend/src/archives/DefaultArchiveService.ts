import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import {
  ArchiveImport,
  scalephPipelineReadPermission,
} from '@scaleph/backstage-plugin-scaleph-common';
import { Caller } from '../http/Caller';
import {
  PayloadTooLargeError,
  PreconditionFailedError,
  ProblemsError,
} from '../http/httpErrors';
import { OwnershipAuthorizer } from '../permissions/OwnershipAuthorizer';
import { PipelineDirectory } from '../pipelines/PipelineDirectory';
import { ArchiveExporter } from './ArchiveExporter';
import { fromArchiveFiles, ReadPipeline } from './archiveFiles';
import { ARCHIVE_LIMITS } from './archiveLimits';
import { ArchiveService, ImportOptions } from './ArchiveService';
import { ImportGate } from './ImportGate';
import { ImportItem, PipelineImporter } from './PipelineImporter';
import { unpackArchive } from './unpackArchive';

/** Archives, with the permissions of what they stand for. @internal */
export class DefaultArchiveService implements ArchiveService {
  constructor(
    private readonly options: {
      exporter: ArchiveExporter;
      importer: PipelineImporter;
      gate: ImportGate;
      pipelines: OwnershipAuthorizer;
      directory: Pick<PipelineDirectory, 'owners'>;
    },
  ) {}

  async exportPipeline(name: string, caller: Caller): Promise<Buffer> {
    const { exporter, pipelines, directory } = this.options;
    const resource = directory.owners([name]).then(([found]) => found);
    await pipelines.require(
      `Pipeline "${name}"`,
      resource,
      caller,
      scalephPipelineReadPermission,
    );
    return exporter.exportPipeline(name);
  }

  async exportSystem(system: string, caller: Caller): Promise<Buffer> {
    const { exporter, pipelines } = this.options;
    return exporter.exportSystem(system, await pipelines.filter(caller));
  }

  async import(
    content: AsyncIterable<Uint8Array>,
    options: ImportOptions,
    caller: Caller,
  ): Promise<ArchiveImport> {
    await this.options.gate.requireAny(caller);
    const files = await unpackArchive(await readAll(content));
    const items: ImportItem[] = [];
    for (const pipeline of fromArchiveFiles(files)) {
      items.push(await this.importOne(pipeline, options, caller));
    }
    return { dryRun: options.dryRun, items };
  }

  private async importOne(
    pipeline: ReadPipeline,
    options: ImportOptions,
    caller: Caller,
  ): Promise<ImportItem> {
    const { path, name } = pipeline;
    if ('fault' in pipeline) {
      return { path, name, outcome: 'refused', message: pipeline.fault };
    }
    try {
      return await this.options.importer.import(pipeline, options, caller);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      return {
        path,
        name,
        outcome: 'refused',
        message: error.message,
        ...(error instanceof ProblemsError && { problems: error.problems }),
      };
    }
  }
}

/** What is about this pipeline and says so; anything else ends the import. */
function isRefusal(error: unknown): error is Error {
  return [
    ConflictError,
    InputError,
    NotAllowedError,
    NotFoundError,
    PreconditionFailedError,
  ].some(kind => error instanceof kind);
}

async function readAll(content: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of content) {
    bytes += chunk.length;
    if (bytes > ARCHIVE_LIMITS.packed) {
      throw new PayloadTooLargeError(
        `The archive has more than ${
          ARCHIVE_LIMITS.packed / 1024 / 1024
        } MiB: split it`,
      );
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
