import { InputError, NotAllowedError } from '@backstage/errors';
import { lstat, readlink, realpath } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';

/** As many as Linux follows. */
const LINKS_FOLLOWED = 40;

/**
 * Where an absolute path leads when every link in it is followed; its last parts need not exist. A link to something that does
 * not exist is followed too, because opening it for writing would create what it points at.
 * Throws InputError for a path that no file can have, NotAllowedError when the directories on the way may not be read.
 * @internal
 */
export async function realPath(path: string): Promise<string> {
  return follow(path, LINKS_FOLLOWED);
}

async function follow(path: string, linksLeft: number): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw explain(error, path);
  }
  const target = await linkTarget(path);
  if (target !== undefined) {
    if (linksLeft === 0) throw new InputError(loopMessage(path));
    const directory = await follow(dirname(path), linksLeft - 1);
    return follow(resolve(directory, target), linksLeft - 1);
  }
  const parent = dirname(path);
  if (parent === path) return path;
  return resolve(await follow(parent, linksLeft), basename(path));
}

/** Undefined when `path` is no link or does not exist. */
async function linkTarget(path: string): Promise<string | undefined> {
  try {
    const stats = await lstat(path);
    return stats.isSymbolicLink() ? await readlink(path) : undefined;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw explain(error, path);
  }
}

function explain(error: unknown, path: string): Error {
  switch (codeOf(error)) {
    case 'ENOTDIR':
      return new InputError(
        `Path "${path}" goes through a file as if it were a directory`,
      );
    case 'ELOOP':
      return new InputError(loopMessage(path));
    case 'ENAMETOOLONG':
      return new InputError(`Path "${path.slice(0, 100)}…" is too long`);
    case 'EACCES':
    case 'EPERM':
      return new NotAllowedError(
        `Path "${path}" cannot be read by the user that Scaleph runs as`,
      );
    default:
      return error as Error;
  }
}

function loopMessage(path: string): string {
  return `Path "${path}" leads through links that go round in a loop`;
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}
