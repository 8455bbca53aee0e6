import { createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { s3Object } from '../../connect/s3Object';
import { BrowsedFile, BrowseFileRequest } from '../../DataSourceBrowser';
import { DataSourceConnection } from '../../DataSourceConnection';
import { unknownObject } from '../unknownObject';
import { fileFormat, noFormat } from './fileFormat';
import { withDelimiter } from './withDelimiter';

/** Most bytes that are fetched of a file of lines, and of one that is read whole or not at all. */
const BEGINNING = 4 * 1024 * 1024;
const WHOLE = 32 * 1024 * 1024;
/** In which the end of the last whole line is looked for. */
const TAIL = 1024 * 1024;

/**
 * Fetches an object into the scratch directory: of lines the beginning, of other files all, when that is little. The engine that reads it reaches no
 * network.
 * @param names - of the key, between its slashes
 * @internal
 */
export async function s3File(
  connection: DataSourceConnection,
  names: readonly string[],
  { scratch, signal }: BrowseFileRequest,
): Promise<BrowsedFile | { reason: string }> {
  const name = names[names.length - 1];
  const format = fileFormat(name);
  if (!format) return noFormat(name);
  const most = format.hasLines ? BEGINNING : WHOLE;
  const key = names.join('/');
  const object = await s3Object(connection, { key, bytes: most, signal });
  if (!object) throw unknownObject(names);
  const { body, size } = object;
  if (size === 0) return { reason: `"${name}" is empty` };
  if (size > most && !format.hasLines) {
    body.destroy();
    return {
      reason: `"${name}" has ${size} bytes. Such a file is read whole, and no more than ${most} bytes are fetched for a look: see its rows with a pipeline, or write smaller files`,
    };
  }
  // The key is not a name for a file here.
  const ending = /\.gz$/i.test(name)
    ? `${extname(name.slice(0, -3))}.gz`
    : extname(name);
  const path = `object${ending.toLowerCase()}`;
  const file = join(scratch, path);
  await pipeline(body, createWriteStream(file), { signal });
  if (size > most) await cutAtLine(file);
  return {
    directory: scratch,
    path,
    options: await withDelimiter(format.options, file),
    ...(size > most && { fetched: most }),
  };
}

/** The last line of a beginning is a part of one. */
async function cutAtLine(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    const { size } = await handle.stat();
    const position = Math.max(0, size - TAIL);
    const { buffer, bytesRead } = await handle.read({
      buffer: Buffer.alloc(TAIL),
      position,
    });
    const end = buffer.lastIndexOf(0x0a, bytesRead - 1);
    if (end >= 0) await handle.truncate(position + end + 1);
  } finally {
    await handle.close();
  }
}
