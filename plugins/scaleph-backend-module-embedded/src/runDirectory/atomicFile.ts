import { randomUUID } from 'node:crypto';
import { link, open, readFile, rename, rm } from 'node:fs/promises';

/** Replaces a file so that a reader, or a crash, sees the old text or the new one whole. @internal */
export async function writeAtomically(
  path: string,
  text: string,
  options: { durable?: boolean } = {},
): Promise<void> {
  const next = `${path}.${randomUUID()}.next`;
  await writeWhole(next, text, options.durable ?? false);
  await rename(next, path);
}

/** Creates a file with its text in one act. False when there is one already. @internal */
export async function createExclusively(
  path: string,
  text: string,
): Promise<boolean> {
  const next = `${path}.${randomUUID()}.next`;
  await writeWhole(next, text, true);
  try {
    await link(next, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(next, { force: true });
  }
}

/** The text, or undefined when there is no such file. @internal */
export async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

async function writeWhole(path: string, text: string, durable: boolean) {
  const file = await open(path, 'w', 0o600);
  try {
    await file.writeFile(text);
    if (durable) await file.sync();
  } finally {
    await file.close();
  }
}
