import { InputError } from '@backstage/errors';
import { ArtifactContent } from '@scaleph/backstage-plugin-scaleph-node';
import { createHash, randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { JarDirectories } from './JarDirectories';

/**
 * Writes a jar into the directory that the gateway reads, under its digest,
 * once. Links out of what is allowed are not followed, and a file that is there
 * counts by its bytes alone.
 *
 * @returns its path as the gateway knows it
 * @internal
 */
export async function placeJar(
  allowed: JarDirectories,
  directory: string | undefined,
  jar: ArtifactContent,
): Promise<string> {
  if (!directory) {
    throw new InputError(
      'The target has no sql.jarDirectory: a directory that Scaleph writes and its SQL Gateway reads is needed for jars in sessions',
    );
  }
  const real = await allowed.resolve(directory);
  const folder = join(real, jar.sha256);
  await mkdir(folder, { recursive: true });
  if ((await allowed.resolve(folder)) !== folder) {
    throw new InputError(`"${folder}" is a link: remove it`);
  }
  const path = join(folder, jar.name);
  if ((await digestOf(path)) !== jar.sha256) await write(path, jar);
  return join(directory, jar.sha256, jar.name);
}

async function write(path: string, jar: ArtifactContent): Promise<void> {
  const part = `${path}.${randomUUID()}.part`;
  const hash = createHash('sha256');
  try {
    const file = await open(part, 'wx');
    try {
      for await (const chunk of jar.open()) {
        hash.update(chunk);
        await file.writeFile(chunk);
      }
    } finally {
      await file.close();
    }
    if (hash.digest('hex') !== jar.sha256) {
      throw new Error(`${jar.name} has changed while it was copied`);
    }
    // Another back end may have been first; it has the same bytes.
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

/** SHA-256 in hex of a file that is there and no link. */
async function digestOf(path: string): Promise<string | undefined> {
  let file;
  try {
    file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ELOOP') return undefined;
    throw error;
  }
  const hash = createHash('sha256');
  for await (const chunk of file.createReadStream()) hash.update(chunk);
  return hash.digest('hex');
}
