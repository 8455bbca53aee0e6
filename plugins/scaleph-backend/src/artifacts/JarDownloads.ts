import { InputError } from '@backstage/errors';
import {
  ArtifactContent,
  NetworkPolicy,
} from '@scaleph/backstage-plugin-scaleph-node';
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDownload } from './openDownload';

/** The server has no such file. @internal */
export class DownloadNotFoundError extends Error {
  name = 'DownloadNotFoundError';
}

/** @internal */
export interface DownloadRequest {
  url: string;
  /** The digest that the bytes must have. */
  sha256?: string;
  network: NetworkPolicy;
  /** Value of the header Authorization. */
  authorization?: string;
  /** What is at this URL never changes. */
  isFixed?: boolean;
}

interface Kept {
  content: ArtifactContent;
  file: string;
}

/** So many files stay for the next time. */
const MAX_FILES = 30;

/**
 * Jars from elsewhere, in files of this process: their digest must be known
 * before they are handed on, and they may be read several times.
 *
 * @internal
 */
export class JarDownloads {
  private readonly kept = new Map<string, Promise<Kept>>();
  private directory: Promise<string> | undefined;

  constructor(private readonly options: { maxSize: number }) {}

  /** Throws DownloadNotFoundError, InputError for another digest, a place that is not allowed or too many bytes, else Error. */
  async get(request: DownloadRequest): Promise<ArtifactContent> {
    const isFixed = request.isFixed || request.sha256 !== undefined;
    const key = `${request.url}\n${request.sha256 ?? ''}`;
    const known = isFixed ? this.kept.get(key) : undefined;
    if (known) {
      // Those that nobody asks for go first.
      this.kept.delete(key);
      this.kept.set(key, known);
      return (await known).content;
    }
    const download = this.download(request);
    const slot = isFixed ? key : `${key}\n${randomUUID()}`;
    this.kept.set(slot, download);
    try {
      const { content } = await download;
      await this.evict();
      return content;
    } catch (error) {
      this.kept.delete(slot);
      throw error;
    }
  }

  /** Removes the files. */
  async close(): Promise<void> {
    this.kept.clear();
    if (this.directory) {
      await rm(await this.directory, { recursive: true, force: true });
    }
    this.directory = undefined;
  }

  private async download(request: DownloadRequest): Promise<Kept> {
    this.directory ??= mkdtemp(join(tmpdir(), 'scaleph-jars-'));
    const directory = await this.directory;
    await mkdir(directory, { recursive: true });
    const file = join(directory, randomUUID());
    try {
      const { sha256, sizeBytes } = await this.write(request, file);
      if (request.sha256 !== undefined && request.sha256 !== sha256) {
        throw new InputError(
          `The jar at ${request.url} has the SHA-256 ${sha256}, not ${request.sha256}`,
        );
      }
      const content: ArtifactContent = {
        name: `${sha256}.jar`,
        sha256,
        sizeBytes,
        open: () => this.read({ ...request, sha256 }, file),
      };
      return { content, file };
    } catch (error) {
      await rm(file, { force: true });
      throw error;
    }
  }

  /** A file that was removed meanwhile is fetched again; it must be the same. */
  private async *read(
    request: DownloadRequest,
    path: string,
  ): AsyncGenerator<Uint8Array> {
    let file;
    try {
      file = await open(path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      yield* (await this.get(request)).open();
      return;
    }
    yield* file.createReadStream();
  }

  private async write(request: DownloadRequest, path: string) {
    const hash = createHash('sha256');
    let sizeBytes = 0;
    const file = await open(path, 'wx', 0o600);
    try {
      for await (const chunk of await openDownload(request)) {
        sizeBytes += chunk.length;
        if (sizeBytes > this.options.maxSize) {
          throw new InputError(
            `The jar at ${request.url} is larger than ${this.options.maxSize} bytes (scaleph.artifacts.maxSize)`,
          );
        }
        hash.update(chunk);
        await file.writeFile(chunk);
      }
    } finally {
      await file.close();
    }
    return { sha256: hash.digest('hex'), sizeBytes };
  }

  private async evict(): Promise<void> {
    for (const [key, download] of this.kept) {
      if (this.kept.size <= MAX_FILES) return;
      this.kept.delete(key);
      // One that fails keeps no file, and tells whoever asked for it.
      const kept = await download.catch(() => undefined);
      if (kept) await rm(kept.file, { force: true });
    }
  }
}
