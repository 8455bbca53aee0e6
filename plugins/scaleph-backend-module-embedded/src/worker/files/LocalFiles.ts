import {
  ConnectionWithSecrets,
  FileRoots,
} from '@scaleph/backstage-plugin-scaleph-node';
import { isGlob } from '@scaleph/backstage-plugin-scaleph-node';
import { access, constants, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Finds the files of LocalFile nodes inside the roots. @internal */
export class LocalFiles {
  constructor(
    readonly roots: FileRoots,
    private readonly connections: Record<string, ConnectionWithSecrets>,
    private readonly baseDirectory: string | undefined,
  ) {}

  /**
   * The files, absolute, that a source's `path` names: a file, all files below a directory (but those that start with a dot or
   * an underscore, as Hadoop has it), or the matches of a pattern. Throws Error with a message for a person.
   */
  async sources(step: {
    dataSource?: string;
    path: string;
  }): Promise<string[]> {
    const base = this.base(step);
    if (isGlob(step.path)) {
      const matches = await this.roots.glob(step.path, base);
      const files = await keepFiles(matches);
      if (files.length > 0) return files;
      throw new Error(`No file matches "${step.path}" in ${base}`);
    }
    const path = await this.roots.resolve(step.path, base);
    const stats = await stat(path).catch(error => {
      throw new Error(describe(error, step.path, base));
    });
    const files = stats.isDirectory()
      ? await this.below(path, base, new Set())
      : [path];
    if (files.length === 0) {
      throw new Error(`Directory "${step.path}" in ${base} holds no file`);
    }
    for (const file of files) {
      await access(file, constants.R_OK).catch(error => {
        throw new Error(describe(error, step.path, base));
      });
    }
    return files;
  }

  /** The path, absolute, of what a sink writes; it need not exist. */
  target(step: { dataSource?: string; path: string }): Promise<string> {
    return this.roots.resolve(step.path, this.base(step));
  }

  private base({ dataSource, path }: { dataSource?: string; path: string }) {
    if (dataSource !== undefined) {
      return String(this.connections[dataSource].config.directory);
    }
    if (this.baseDirectory !== undefined) return this.baseDirectory;
    throw new Error(
      `Path "${path}" needs a data source of type local-directory, whose directory it is relative to`,
    );
  }

  /** @param seen - directories that have been gone through: a link may lead to one above it */
  private async below(
    directory: string,
    base: string,
    seen: Set<string>,
  ): Promise<string[]> {
    if (seen.has(directory)) return [];
    seen.add(directory);
    const entries = await readdir(directory, { withFileTypes: true });
    const files: string[] = [];
    for (const { name } of entries.filter(e => !/^[._]/.test(e.name))) {
      const path = await this.roots.resolve(join(directory, name), base);
      const stats = await stat(path);
      if (stats.isDirectory()) {
        files.push(...(await this.below(path, base, seen)));
      } else if (stats.isFile()) files.push(path);
    }
    return files.sort();
  }
}

async function keepFiles(paths: string[]): Promise<string[]> {
  const stats = await Promise.all(paths.map(path => stat(path)));
  return paths.filter((_, index) => stats[index].isFile());
}

function describe(
  error: NodeJS.ErrnoException,
  path: string,
  base: string,
): string {
  switch (error.code) {
    case 'ENOENT':
      return `File "${path}" does not exist in ${base}`;
    case 'EACCES':
    case 'EPERM':
      return `File "${path}" in ${base} cannot be read: the user that Scaleph runs as needs the right to it`;
    default:
      return `File "${path}" in ${base} cannot be read (${error.code})`;
  }
}
