import { NotAllowedError } from '@backstage/errors';
import { access, constants, mkdir, stat } from 'node:fs/promises';

/**
 * Makes the directory for runs, or finds it. Throws NotAllowedError when another user of the machine could change what is in it, and with
 * it what workers do: that it belongs to somebody else but root, or that everybody may write.
 * @internal
 */
export async function prepareDirectory(directory: string): Promise<void> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  await access(directory, constants.W_OK);
  // Windows has neither.
  if (!process.getuid) return;
  const { uid, mode } = await stat(directory);
  const isForeign = uid !== process.getuid() && uid !== 0;
  if (!isForeign && (mode & 0o002) === 0) return;
  throw new NotAllowedError(
    `Directory "${directory}" (scaleph.embedded.directory) can be changed by other users of the machine: give one that belongs to the user of the back end, with mode 0700`,
  );
}
