// Paths for programs that bear no space in them.
import crypto from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { UserError } from '../../scripts/lib/cli.mjs';

/**
 * A path to `directory` that has neither spaces nor other characters that a URL would quote: itself, or a link to it among the
 * temporary files, always the same one. SeaTunnel makes URLs of paths without quoting, and then misses its own classes.
 */
export function plainPath(directory) {
  if (/^[\w./-]+$/.test(directory)) return directory;
  const hash = crypto.createHash('sha256').update(directory).digest('hex');
  const link = path.join(os.tmpdir(), `scaleph-engine-${hash.slice(0, 16)}`);
  try {
    fs.symlinkSync(directory, link);
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    const { uid } = fs.lstatSync(link);
    if (fs.readlinkSync(link) !== directory || uid !== process.getuid?.())
      throw new UserError(
        `${link} is not the link to ${directory} that is needed there: remove it`,
      );
  }
  return link;
}
