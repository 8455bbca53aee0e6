import { InputError } from '@backstage/errors';
import { lstat, readdir } from 'node:fs/promises';
import { join, parse, sep } from 'node:path';

/** Whether a path holds a character that `FileRoots.glob` gives a meaning to. @public */
export function isGlob(path: string): boolean {
  return /[*?]/.test(path);
}

/**
 * Paths that exist and fit a pattern. `enter` is asked before a directory is listed and may throw.
 * @internal
 */
export async function expandGlob(
  pattern: string,
  enter: (directory: string) => Promise<string>,
): Promise<string[]> {
  if (pattern.includes('**')) {
    throw new InputError(
      `Path "${pattern}": "**" is not supported, "*" stands for characters of one name`,
    );
  }
  const { root } = parse(pattern);
  let found = [root];
  for (const part of pattern.slice(root.length).split(sep).filter(Boolean)) {
    const next = await Promise.all(
      found.map(async directory =>
        isGlob(part)
          ? (await namesIn(await enter(directory)))
              .filter(name => matchesPart(name, part))
              .map(name => join(directory, name))
          : [join(directory, part)],
      ),
    );
    found = next.flat();
  }
  const present = await Promise.all(found.map(exists));
  return found.filter((_, index) => present[index]);
}

async function namesIn(directory: string): Promise<string[]> {
  try {
    return await readdir(directory);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR') return [];
    throw error;
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR') return false;
    throw error;
  }
}

/**
 * As in a shell: names that start with a dot match only a pattern that does. Goes back to the last star alone, so the time is
 * at most length of name times length of pattern, where a regular expression could take for ever.
 */
function matchesPart(name: string, part: string): boolean {
  if (name.startsWith('.') && !part.startsWith('.')) return false;
  let [at, inPart, star, resumeAt] = [0, 0, -1, 0];
  while (at < name.length) {
    if (part[inPart] === '*') {
      [star, resumeAt] = [inPart, at];
      inPart += 1;
    } else if (part[inPart] === '?' || part[inPart] === name[at]) {
      at += 1;
      inPart += 1;
    } else if (star >= 0) {
      resumeAt += 1;
      [at, inPart] = [resumeAt, star + 1];
    } else {
      return false;
    }
  }
  return /^\**$/.test(part.slice(inPart));
}
