import { UrlReaderService } from '@backstage/backend-plugin-api';
import { InputError, NotModifiedError, toError } from '@backstage/errors';
import { ScmIntegrationRegistry } from '@backstage/integration';
import { LocationSpec } from '@backstage/plugin-catalog-node';
import { readFile, realpath } from 'node:fs/promises';
import { dirname, join, posix, relative, sep } from 'node:path';
import { locatePipelineFile, PipelineFile } from './locatePipelineFile';

/** Bytes of a file; the contract of the API has the same limit. */
const LARGEST = 1024 * 1024;

/** @internal */
export interface PipelineText extends PipelineFile {
  yaml: string;
  /** Of the whole file; tells next time whether it has changed. */
  etag?: string;
  commit?: string;
}

/** Reads the files that entities name, by Backstage's URL reader with the portal's integrations. @internal */
export class PipelineFileReader {
  constructor(
    private readonly options: {
      urlReader: UrlReaderService;
      integrations: ScmIntegrationRegistry;
    },
  ) {}

  /** Throws InputError when the reference leads where it must not. */
  locate(reference: string, { type, target }: LocationSpec): PipelineFile {
    const { integrations } = this.options;
    if (type === 'url') {
      return locatePipelineFile(reference, target, integrations);
    }
    if (type === 'file') {
      return {
        url: join(dirname(target), reference),
        path: posix.normalize(reference),
        repository: `file:${dirname(target)}`,
      };
    }
    throw new InputError(
      `A location of type "${type}" has no files beside the entity`,
    );
  }

  /**
   * Undefined when the file is as it was at `etag`. Throws NotFoundError, or what else the URL reader throws.
   */
  async read(
    file: PipelineFile,
    { type, target }: LocationSpec,
    etag?: string,
  ): Promise<PipelineText | undefined> {
    if (type === 'file') {
      return { ...file, yaml: await readLocal(file, target) };
    }
    try {
      const answer = await this.options.urlReader.readUrl(file.url, { etag });
      const text = await answer.buffer();
      if (text.length > LARGEST) {
        throw new InputError(
          `It has ${text.length} bytes; ${LARGEST} are the most`,
        );
      }
      return {
        ...file,
        yaml: text.toString('utf8'),
        etag: answer.etag,
        commit: await this.commitOf(file.url),
      };
    } catch (error) {
      if (toError(error).name === NotModifiedError.name) return undefined;
      throw error;
    }
  }

  /** The commit that the branch is at; undefined where the reader of that host does not tell it. */
  private async commitOf(url: string): Promise<string | undefined> {
    const { integrations, urlReader } = this.options;
    if (!integrations.byUrl(url)) return undefined;
    const directory = url
      .replace(/\/blob\//, '/tree/')
      .replace(/\/[^/?]*(?=$|\?)/, '');
    try {
      // Nothing of the tree is wanted but the name of its state.
      const { etag } = await urlReader.readTree(directory, {
        filter: () => false,
      });
      return /^[0-9a-f]{7,64}$/.test(etag) ? etag : undefined;
    } catch {
      // The text counts, and is read; the commit is a kindness.
      return undefined;
    }
  }
}

/** A file of this machine: for portals whose entities lie beside them, as in development. */
async function readLocal(
  { url }: PipelineFile,
  target: string,
): Promise<string> {
  const directory = await realpath(dirname(target));
  const path = await realpath(url);
  if (relative(directory, path).split(sep)[0] === '..') {
    throw new InputError(`"${url}" leads out of the directory of the entity`);
  }
  const text = await readFile(path);
  if (text.length > LARGEST) {
    throw new InputError(
      `It has ${text.length} bytes; ${LARGEST} are the most`,
    );
  }
  return text.toString('utf8');
}
