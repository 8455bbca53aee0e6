import { Config } from '@backstage/config';
import { InputError, NotAllowedError } from '@backstage/errors';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { expandGlob } from './expandGlob';
import { realPath } from './realPath';

/**
 * The directories that pipelines and data sources may touch. Links are followed before the decision, so that a link inside a
 * root that leads out of it is refused; a caller opens the path that comes back, which holds no link.
 *
 * What remains: a process that may write inside a root can exchange a directory for a link between the check and the opening
 * (`assertUnchanged` right after opening finds that, but a moment late), and can make hard links to files of its own file
 * system. So the roots should be writable only by Scaleph and by people who may see whatever Scaleph can read.
 * @public
 */
export class FileRoots {
  /** Absolute. JSON for handing them to a worker process: `FileRoots.of(roots)`. */
  readonly roots: readonly string[];

  private constructor(roots: readonly string[]) {
    this.roots = roots;
  }

  /** Reads `scaleph.files.roots`, a list of directories; none when absent. */
  static fromConfig(config: Config): FileRoots {
    return FileRoots.of(
      config.getOptionalStringArray('scaleph.files.roots') ?? [],
    );
  }

  /** Relative roots are taken from the working directory. */
  static of(roots: readonly string[]): FileRoots {
    return new FileRoots(roots.map(root => resolve(root)));
  }

  /**
   * The real path of `path` (absolute, or relative to `base`), which need not exist. Characters like `*` mean themselves.
   * Throws NotAllowedError when it is outside of every root, or outside of `base` where one is given; InputError when no file
   * can have that path.
   */
  async resolve(path: string, base?: string): Promise<string> {
    const real = await realPath(toAbsolute(path, base));
    await this.check(real, path, base);
    return real;
  }

  /**
   * The real paths of the files that a pattern names, sorted; `*` and `?` stand for characters of one name, `**` is refused.
   * Each match is checked like `resolve` does, so one that is a link out of the roots throws. Empty when nothing matches.
   */
  async glob(pattern: string, base?: string): Promise<string[]> {
    const matches = await expandGlob(toAbsolute(pattern, base), directory =>
      this.resolve(directory, base),
    );
    const real = await Promise.all(matches.map(it => this.resolve(it, base)));
    return [...new Set(real)].sort();
  }

  /**
   * To be called after opening `real` (which `resolve` gave) by its name. Throws NotAllowedError when it leads elsewhere now:
   * close it and use nothing that was read.
   */
  async assertUnchanged(real: string): Promise<void> {
    if ((await realPath(real)) === real) return;
    throw new NotAllowedError(
      `Path "${real}" was exchanged for a link while it was opened`,
    );
  }

  private async check(real: string, path: string, base: string | undefined) {
    if (this.roots.length === 0) {
      throw new NotAllowedError(
        `Path "${path}" is not allowed: scaleph.files.roots in the configuration names no directory`,
      );
    }
    const limits = await Promise.all(this.roots.map(realPath));
    if (!limits.some(root => isInside(real, root))) {
      throw new NotAllowedError(
        `Path "${path}" is outside of the directories that scaleph.files.roots allows`,
      );
    }
    if (base && !isInside(real, await realPath(base))) {
      throw new NotAllowedError(
        `Path "${path}" leads out of the directory of its data source`,
      );
    }
  }
}

/** Whether `path` is `root` or below it; both absolute. @public */
export function isInside(path: string, root: string): boolean {
  const way = relative(root, path);
  return (
    way === '' ||
    (!way.startsWith(`..${sep}`) && way !== '..' && !isAbsolute(way))
  );
}

function toAbsolute(path: string, base: string | undefined): string {
  if (path.includes('\0')) {
    throw new InputError('A path must not hold a NUL character');
  }
  if (path === '') throw new InputError('A path must not be empty');
  if (!base && !isAbsolute(path)) {
    throw new InputError(`Path "${path}" must be absolute`);
  }
  return resolve(base ?? sep, path);
}
