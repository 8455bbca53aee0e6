import { Config } from '@backstage/config';
import { NotAllowedError } from '@backstage/errors';
import { realpath } from 'node:fs/promises';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';

/**
 * The directories that pipelines and data sources may touch. Links are followed before the decision, so that a link inside a
 * root that leads out of it is refused.
 * @public
 */
export class FileRoots {
  private constructor(readonly roots: readonly string[]) {}

  /** Reads `scaleph.files.roots`, a list of directories; none when absent. */
  static fromConfig(config: Config): FileRoots {
    return FileRoots.of(config.getOptionalStringArray('scaleph.files.roots') ?? []);
  }

  static of(roots: string[]): FileRoots {
    return new FileRoots(roots.map(root => resolve(root)));
  }

  /**
   * The real path of `path` (absolute, or relative to `base`), which need not exist.
   * Throws NotAllowedError when it is outside of every root, or outside of `base` where one is given.
   */
  async resolve(path: string, base?: string): Promise<string> {
    if (path.includes('\0')) throw new NotAllowedError('A path must not hold a NUL character');
    if (!base && !isAbsolute(path)) throw new NotAllowedError(`Path "${path}" must be absolute`);
    const real = await realpathOfExisting(resolve(base ?? sep, path));
    const limits = await Promise.all(this.roots.map(realpathOfExisting));
    if (!limits.some(root => isInside(real, root))) {
      throw new NotAllowedError(
        `Path "${path}" is outside of the directories that scaleph.files.roots allows`,
      );
    }
    if (base && !isInside(real, await realpathOfExisting(base))) {
      throw new NotAllowedError(`Path "${path}" leads out of the directory of its data source`);
    }
    return real;
  }
}

/** @internal */
export function isInside(path: string, root: string): boolean {
  const way = relative(root, path);
  return way === '' || (!way.startsWith(`..${sep}`) && way !== '..' && !isAbsolute(way));
}

async function realpathOfExisting(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    const parent = dirname(path);
    if (parent === path) return path;
    return resolve(await realpathOfExisting(parent), relative(parent, path));
  }
}
