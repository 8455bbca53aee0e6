import { InputError } from '@backstage/errors';
import { ARCHIVE_LIMITS } from './archiveLimits';

/** An entry as the list at the end of the archive has it. @internal */
export interface ZipEntry {
  name: string;
  /** 0 stored, 8 deflated. */
  method: number;
  crc32: number;
  packed: number;
  unpacked: number;
  /** Where its own header begins. */
  offset: number;
}

const END_BYTES = 22;
const LONGEST_COMMENT = 0xffff;
const ENCRYPTED = 1;

/**
 * The entries of a ZIP archive. Throws InputError for what is none, or is one
 * that we do not write: encrypted, in several parts, ZIP64, with another
 * compression than deflate.
 *
 * https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.3
 * @internal
 */
export function readZipDirectory(archive: Buffer): ZipEntry[] {
  const end = findEnd(archive);
  const count = archive.readUInt16LE(end + 10);
  const size = archive.readUInt32LE(end + 12);
  const begin = archive.readUInt32LE(end + 16);
  if (count > ARCHIVE_LIMITS.entries) {
    throw new InputError(
      `The archive has more than ${ARCHIVE_LIMITS.entries} entries: split it`,
    );
  }
  if (begin + size > end) throw notAZip('its list of entries is not whole');
  const entries: ZipEntry[] = [];
  let at = begin;
  while (entries.length < count) {
    if (at + 46 > end || archive.readUInt32LE(at) !== 0x02014b50) {
      throw notAZip('its list of entries is not whole');
    }
    const nameLength = archive.readUInt16LE(at + 28);
    const extra = archive.readUInt16LE(at + 30);
    const comment = archive.readUInt16LE(at + 32);
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength);
    const flags = archive.readUInt16LE(at + 8);
    const method = archive.readUInt16LE(at + 10);
    // eslint-disable-next-line no-bitwise -- flags are bits
    if (flags & ENCRYPTED) throw refused(name, 'it is encrypted');
    if (method !== 0 && method !== 8) {
      throw refused(name, `compression ${method} is not known here`);
    }
    entries.push({
      name,
      method,
      crc32: archive.readUInt32LE(at + 16),
      packed: archive.readUInt32LE(at + 20),
      unpacked: archive.readUInt32LE(at + 24),
      offset: archive.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + extra + comment;
  }
  return entries;
}

/** @internal */
export function refused(entry: string, why: string): InputError {
  return new InputError(
    `Entry ${JSON.stringify(entry.slice(0, 200))} of the archive: ${why}`,
  );
}

function findEnd(archive: Buffer): number {
  const first = Math.max(0, archive.length - END_BYTES - LONGEST_COMMENT);
  for (let at = archive.length - END_BYTES; at >= first; at--) {
    if (archive.readUInt32LE(at) === 0x06054b50) return at;
  }
  throw notAZip(archive.length === 0 ? 'it is empty' : 'its end is missing');
}

function notAZip(why: string): InputError {
  return new InputError(`This is no ZIP archive: ${why}`);
}
