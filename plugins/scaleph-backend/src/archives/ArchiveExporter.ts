import { ConflictError, NotFoundError } from '@backstage/errors';
import { DocumentReader } from '../documents/DocumentReader';
import { toTimestamp } from '../database/timestamps';
import { PayloadTooLargeError } from '../http/httpErrors';
import { OwnershipFilter } from '../permissions/ownershipFilter';
import { DocumentChecker } from '../pipelines/DocumentChecker';
import {
  PipelineRow,
  PipelineVersionRow,
  toDocument,
} from '../pipelines/pipelineRows';
import { PipelineStore } from '../pipelines/PipelineStore';
import { ArchivedPipeline, ArchivedVersion } from './ArchivedPipeline';
import { toArchiveFiles } from './archiveFiles';
import { ARCHIVE_LIMITS } from './archiveLimits';
import { ArchiveStore } from './ArchiveStore';
import { findSecret } from './findSecret';
import { packArchive } from './packArchive';

const PAGE = 200;

/** Makes archives; knows no permissions. @internal */
export class ArchiveExporter {
  constructor(
    private readonly options: {
      store: Pick<PipelineStore, 'find' | 'list'>;
      archives: ArchiveStore;
      checker: DocumentChecker;
      documents: DocumentReader;
    },
  ) {}

  async exportPipeline(name: string): Promise<Buffer> {
    return pack([await this.read(name)], {});
  }

  async exportSystem(
    system: string,
    visible: OwnershipFilter,
  ): Promise<Buffer> {
    const pipelines: ArchivedPipeline[] = [];
    let room: number = ARCHIVE_LIMITS.unpacked;
    for (const name of await this.namesOf(system, visible)) {
      const pipeline = await this.read(name);
      pipelines.push(pipeline);
      room -= sizeOf(pipeline);
      if (room < 0) break;
    }
    if (!pipelines.length) {
      throw new NotFoundError(
        `System "${system}" has no pipelines that you may read`,
      );
    }
    return pack(pipelines, { system });
  }

  private async namesOf(
    system: string,
    visible: OwnershipFilter,
  ): Promise<string[]> {
    const names: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await this.options.store.list(
        { system, retired: 'all', sort: 'name', limit: PAGE, cursor },
        visible,
      );
      names.push(...page.rows.map(row => row.name));
      cursor = page.nextCursor;
    } while (cursor);
    return names;
  }

  private async read(name: string): Promise<ArchivedPipeline> {
    const { store, archives, checker, documents } = this.options;
    const row = await store.find(name);
    if (!row) throw new NotFoundError(`Pipeline "${name}" does not exist`);
    const draft = toDocument(row);
    // Versions have none: publishing refuses them.
    const secret = findSecret(await checker.check(draft));
    if (secret) {
      throw new ConflictError(
        `The draft of pipeline "${name}" holds a secret, which no archive may have. ${secret.message}. Move it to a data source, then export again`,
      );
    }
    const archived: ArchivedVersion[] = [];
    for (const version of await archives.versions(row.id)) {
      const text = await documents.print(toDocument(version));
      archived.push(toArchivedVersion(version, text));
    }
    return {
      path: `pipelines/${name}`,
      name,
      draft: await documents.print(draft),
      versions: archived,
      ...retiredOf(row),
    };
  }
}

async function pack(
  pipelines: ArchivedPipeline[],
  about: { system?: string },
): Promise<Buffer> {
  const files = toArchiveFiles(pipelines, {
    exportedAt: toTimestamp(),
    ...about,
  });
  const size = pipelines.reduce((sum, it) => sum + sizeOf(it), 0);
  if (size > ARCHIVE_LIMITS.unpacked || files.size > ARCHIVE_LIMITS.entries) {
    throw new PayloadTooLargeError(
      'This is more than an archive may hold: export the pipelines one by one',
    );
  }
  return packArchive(files);
}

function sizeOf({ draft, versions }: ArchivedPipeline): number {
  return [draft, ...versions.map(({ document }) => document)].reduce(
    (sum, text) => sum + Buffer.byteLength(text),
    // About what the facts take.
    500 * (versions.length + 1),
  );
}

/** A version that was imported keeps who published it first. */
function toArchivedVersion(
  row: PipelineVersionRow,
  document: string,
): ArchivedVersion {
  return {
    version: row.version,
    ...(row.message !== null && { message: row.message }),
    publishedAt: row.published_at ?? row.created_at,
    publishedBy: row.published_by ?? row.created_by,
    document,
  };
}

function retiredOf(row: PipelineRow): Pick<ArchivedPipeline, 'retired'> {
  if (!row.retired_at) return {};
  const { retired_message: message } = row;
  return { retired: message ? { message } : {} };
}
