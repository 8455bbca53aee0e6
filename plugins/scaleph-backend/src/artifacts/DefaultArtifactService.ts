import { ConflictError, NotFoundError } from '@backstage/errors';
import { createHash, randomUUID } from 'node:crypto';
import { toSearchText } from '../database/searchText';
import { toTimestamp } from '../database/timestamps';
import { actorOf, Caller } from '../http/Caller';
import { PayloadTooLargeError } from '../http/httpErrors';
import { OwnershipFilter } from '../permissions/ownershipFilter';
import { ArtifactRow, toArtifact } from './artifactRows';
import { ArtifactService, ArtifactUpload } from './ArtifactService';
import { ArtifactQuery, ArtifactStore, CHUNK_BYTES } from './ArtifactStore';
import { checkJarBegin, readEntryClasses } from './readEntryClasses';
import { rechunk } from './rechunk';
import { toOwnerRef } from './toOwnerRef';

/** @internal */
export class DefaultArtifactService implements ArtifactService {
  constructor(
    private readonly options: {
      store: ArtifactStore;
      /** Bytes of one jar. */
      maxSize: number;
    },
  ) {}

  async list(query: ArtifactQuery & { visible?: OwnershipFilter }) {
    const { visible = 'all', ...rest } = query;
    const { items, ...page } = await this.options.store.list(rest, visible);
    return { ...page, items: items.map(toArtifact) };
  }

  async get(name: string) {
    return toArtifact(await this.row(name));
  }

  async upload(upload: ArtifactUpload, caller: Caller) {
    const owner = toOwnerRef(upload.owner);
    const known = await this.options.store.find(upload.name);
    if (known)
      return { artifact: await this.same(known, upload), isNew: false };
    return this.store({ ...upload, owner }, caller);
  }

  async delete(name: string) {
    const { id } = await this.row(name);
    await this.options.store.delete(id);
  }

  /** The one that is there, when the bytes are its bytes. */
  private async same(known: ArtifactRow, { name, content }: ArtifactUpload) {
    const hash = createHash('sha256');
    for await (const chunk of this.limited(name, content)) hash.update(chunk);
    if (hash.digest('hex') !== known.sha256) {
      throw new ConflictError(
        `Artifact "${name}" exists with other bytes, and artifacts never change: upload it under another name, e.g. with its version`,
      );
    }
    return toArtifact(known);
  }

  private async store(
    upload: ArtifactUpload,
    caller: Caller,
  ): Promise<{ artifact: ReturnType<typeof toArtifact>; isNew: boolean }> {
    const { store } = this.options;
    const id = randomUUID();
    await store.begin(id);
    try {
      const bytes = await this.keep(id, upload);
      const row = toRow(id, upload, bytes, caller);
      if (await store.complete(row)) {
        return { artifact: toArtifact(row), isNew: true };
      }
      // Somebody else was first: the same bytes are as good as ours.
      const first = await this.row(upload.name);
      await store.abandon(id);
      if (first.sha256 === row.sha256) {
        return { artifact: toArtifact(first), isNew: false };
      }
      throw new ConflictError(
        `Artifact "${upload.name}" has just been uploaded by somebody else with other bytes`,
      );
    } catch (error) {
      await store.abandon(id);
      throw error;
    }
  }

  private async keep(id: string, { name, content }: ArtifactUpload) {
    const { store } = this.options;
    const hash = createHash('sha256');
    let position = 0;
    let sizeBytes = 0;
    for await (const chunk of rechunk(
      this.limited(name, content),
      CHUNK_BYTES,
    )) {
      if (position === 0) checkJarBegin(name, chunk);
      await store.append(id, position, chunk);
      hash.update(chunk);
      position += 1;
      sizeBytes += chunk.length;
    }
    const entryClasses = await readEntryClasses(name, {
      sizeBytes,
      read: offset => store.read(id, offset),
    });
    return { sha256: hash.digest('hex'), sizeBytes, entryClasses };
  }

  private async *limited(name: string, content: AsyncIterable<Uint8Array>) {
    let left = this.options.maxSize;
    for await (const chunk of content) {
      left -= chunk.length;
      if (left < 0) {
        throw new PayloadTooLargeError(
          `Artifact "${name}" is larger than ${this.options.maxSize} bytes (scaleph.artifacts.maxSize)`,
        );
      }
      yield chunk;
    }
  }

  private async row(name: string): Promise<ArtifactRow> {
    const row = await this.options.store.find(name);
    if (row) return row;
    throw new NotFoundError(`Artifact "${name}" does not exist`);
  }
}

function toRow(
  id: string,
  { name, owner, description }: ArtifactUpload,
  content: { sha256: string; sizeBytes: number; entryClasses: string[] },
  { credentials }: Caller,
): ArtifactRow {
  return {
    id,
    name,
    description: description ?? null,
    owner,
    sha256: content.sha256,
    size_bytes: content.sizeBytes,
    entry_classes: JSON.stringify(content.entryClasses),
    created_at: toTimestamp(),
    created_by: actorOf(credentials),
    search_text: toSearchText([name, description]),
  };
}
