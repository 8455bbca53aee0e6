import { InputError } from '@backstage/errors';
import { ArtifactContent } from '@scaleph/backstage-plugin-scaleph-node';
import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { randomUUID } from 'node:crypto';

/** Writes a jar into the directory that the gateway reads, under its digest, once. Its path. @internal */
export async function placeJar(
  directory: string | undefined,
  jar: ArtifactContent,
): Promise<string> {
  if (!directory || !isAbsolute(directory)) {
    throw new InputError(
      'The target has no sql.jarDirectory: a directory that Scaleph writes and its SQL Gateway reads is needed for jars in sessions',
    );
  }
  const folder = join(directory, jar.sha256);
  const path = join(folder, jar.name);
  if ((await stat(path).catch(() => undefined))?.size === jar.sizeBytes) {
    return path;
  }
  await mkdir(folder, { recursive: true });
  const part = join(folder, `${randomUUID()}.part`);
  try {
    await pipeline(Readable.from(jar.open()), createWriteStream(part));
    // Another back end may have been first; it has the same bytes.
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
  return path;
}
