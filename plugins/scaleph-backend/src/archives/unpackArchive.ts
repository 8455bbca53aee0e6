import { promisify } from 'node:util';
import { crc32, inflateRaw } from 'node:zlib';
import { ARCHIVE_LIMITS } from './archiveLimits';
import { readZipDirectory, refused, ZipEntry } from './readZipDirectory';

const inflate = promisify(inflateRaw);

/** What the Finder, the Explorer and others add when they pack. */
const LEFT_BY_OTHERS = /(^|\/)(__MACOSX(\/|$)|\.DS_Store$|Thumbs\.db$)/;

/**
 * The texts in a ZIP archive, by path. Nothing in it is believed: it throws
 * InputError naming the entry whose name leads elsewhere, that comes twice,
 * unpacks to too much (checked before and while it is unpacked), is damaged or
 * is no text.
 *
 * @internal
 */
export async function unpackArchive(
  archive: Buffer,
): Promise<Map<string, string>> {
  const entries = readZipDirectory(archive).filter(
    ({ name }) => !name.endsWith('/') && !LEFT_BY_OTHERS.test(name),
  );
  checkNames(entries);
  checkSizes(entries);
  const files = new Map<string, string>();
  for (const entry of entries) {
    files.set(entry.name, await readText(archive, entry));
  }
  return files;
}

function checkNames(entries: ZipEntry[]): void {
  const seen = new Set<string>();
  for (const { name } of entries) {
    const leadsElsewhere =
      /^(\/|[A-Za-z]:)|\\/.test(name) ||
      name.split('/').some(part => ['', '.', '..'].includes(part));
    // eslint-disable-next-line no-control-regex -- that is what is looked for
    if (leadsElsewhere || /[\u0000-\u001f\u007f\ufffd]/.test(name)) {
      throw refused(name, 'its name is no plain path below the archive');
    }
    // Where file names have no case one would be unpacked over the other.
    const key = name.toLocaleLowerCase('en-US');
    if (seen.has(key)) throw refused(name, 'there are two of that name');
    seen.add(key);
  }
}

function checkSizes(entries: ZipEntry[]): void {
  let total = 0;
  for (const { name, packed, unpacked } of entries) {
    total += unpacked;
    if (unpacked > ARCHIVE_LIMITS.entry) throw tooLarge(name);
    if (
      unpacked >= ARCHIVE_LIMITS.ratioFrom &&
      unpacked > packed * ARCHIVE_LIMITS.ratio
    ) {
      throw refused(
        name,
        `it unpacks to more than ${ARCHIVE_LIMITS.ratio} times its size`,
      );
    }
    if (total > ARCHIVE_LIMITS.unpacked) {
      throw refused(
        name,
        `with it the archive unpacks to more than ${mebibytes(
          ARCHIVE_LIMITS.unpacked,
        )}: split it`,
      );
    }
  }
}

async function readText(archive: Buffer, entry: ZipEntry): Promise<string> {
  const { name, method, packed, unpacked, offset } = entry;
  if (
    offset + 30 > archive.length ||
    archive.readUInt32LE(offset) !== 0x04034b50
  ) {
    throw refused(name, 'it is not where the list of entries says');
  }
  const begin =
    offset +
    30 +
    archive.readUInt16LE(offset + 26) +
    archive.readUInt16LE(offset + 28);
  const bytes = archive.subarray(begin, begin + packed);
  let content = bytes;
  if (method === 8) {
    try {
      // One byte more than it claims to have is a lie.
      content = await inflate(bytes, { maxOutputLength: unpacked + 1 });
    } catch {
      throw refused(name, 'it cannot be unpacked');
    }
  }
  if (content.length !== unpacked || crc32(content) !== entry.crc32) {
    throw refused(name, 'it is damaged');
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    throw refused(name, 'it is no text in UTF-8');
  }
}

function tooLarge(name: string) {
  return refused(
    name,
    `it unpacks to more than ${mebibytes(ARCHIVE_LIMITS.entry)}`,
  );
}

function mebibytes(bytes: number): string {
  return `${bytes / 1024 / 1024} MiB`;
}
