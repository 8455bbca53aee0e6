import { Config } from '@backstage/config';
import { InputError, isError } from '@backstage/errors';
import { FileRoots, isInside } from '@scaleph/backstage-plugin-scaleph-node';
import { resolve } from 'node:path';

const KEY = 'scaleph.flink.jarDirectories';

/**
 * The directories in which targets may have one for jars. A SQL Gateway runs
 * what lies there, so they are apart from those that pipelines write.
 * @public
 */
export class JarDirectories {
  private constructor(private readonly roots: FileRoots) {}

  static of(directories: readonly string[]): JarDirectories {
    return new JarDirectories(FileRoots.of(directories));
  }

  /** Throws Error when pipelines may write into one of them. */
  static async fromConfig(config: Config): Promise<JarDirectories> {
    const directories = config.getOptionalStringArray(KEY) ?? [];
    const { roots } = FileRoots.fromConfig(config);
    const real = (path: string) => FileRoots.of(['/']).resolve(resolve(path));
    for (const directory of directories) {
      const place = await real(directory);
      for (const root of roots) {
        const open = await real(root);
        if (isInside(place, open) || isInside(open, place)) {
          throw new Error(
            `${KEY}: "${directory}" overlaps with "${root}" of scaleph.files.roots, where pipelines may write`,
          );
        }
      }
    }
    return JarDirectories.of(directories);
  }

  /** The real path of one, which need not exist. Throws InputError for one that is not allowed. */
  async resolve(directory: string): Promise<string> {
    if (this.roots.roots.length === 0) {
      throw new InputError(
        `Directory "${directory}" is not allowed: ${KEY} in the configuration names none`,
      );
    }
    try {
      return await this.roots.resolve(directory);
    } catch (error) {
      if (!isError(error) || error.name !== 'NotAllowedError') throw error;
      throw new InputError(
        `Directory "${directory}" is outside of those that ${KEY} allows, or cannot be read`,
      );
    }
  }
}
