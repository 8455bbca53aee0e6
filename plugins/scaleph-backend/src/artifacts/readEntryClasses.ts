import { InputError } from '@backstage/errors';
import { inflateRawSync } from 'node:zlib';

/** A jar of which bytes can be read from any place. @internal */
export interface JarBytes {
  sizeBytes: number;
  /** Some bytes from an offset on; undefined behind the end. */
  read(offset: number): Promise<Buffer | undefined>;
}

const MANIFEST = 'META-INF/MANIFEST.MF';
const MAX_DIRECTORY = 32 * 1024 * 1024;
const MAX_MANIFEST = 1024 * 1024;
const END_BYTES = 22 + 0xffff;
const CLASS = /^(?:Main-Class|program-class):[ \t]*(\S+)[ \t]*$/gim;

/** Throws InputError unless the first bytes are those of a jar. @internal */
export function checkJarBegin(name: string, first: Buffer): void {
  if (first.length < 4 || first.readUInt32LE(0) !== 0x04034b50) {
    throw notAJar(name, 'it does not begin as a ZIP file does');
  }
}

/**
 * The classes that the manifest names as programs. Reads the list of entries
 * and the manifest, nothing else. Throws InputError for what is no whole jar.
 *
 * https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.3
 * @internal
 */
export async function readEntryClasses(
  name: string,
  jar: JarBytes,
): Promise<string[]> {
  if (jar.sizeBytes < 22) throw notAJar(name, 'it is empty');
  const from = Math.max(0, jar.sizeBytes - END_BYTES);
  const tail = await readBytes(jar, from, jar.sizeBytes - from);
  let end = tail.length - 22;
  while (end >= 0 && tail.readUInt32LE(end) !== 0x06054b50) end--;
  if (end < 0) throw notAJar(name, 'its list of entries is missing');
  const size = tail.readUInt32LE(end + 12);
  const offset = tail.readUInt32LE(end + 16);
  // Larger ones have another form of list; they name no program for us.
  if (offset === 0xffff_ffff || size > MAX_DIRECTORY) return [];
  if (offset + size > jar.sizeBytes) {
    throw notAJar(name, 'its list of entries is not whole');
  }
  const entry = findEntry(await readBytes(jar, offset, size));
  if (!entry) return [];
  const manifest = await readEntry(jar, entry).catch(() => {
    throw notAJar(name, 'its manifest cannot be read');
  });
  return classesOf(manifest);
}

interface Entry {
  method: number;
  compressed: number;
  offset: number;
}

function findEntry(directory: Buffer): Entry | undefined {
  let at = 0;
  while (at + 46 <= directory.length) {
    if (directory.readUInt32LE(at) !== 0x02014b50) return undefined;
    const nameLength = directory.readUInt16LE(at + 28);
    const name = directory.toString('utf8', at + 46, at + 46 + nameLength);
    if (name.toUpperCase() === MANIFEST) {
      return {
        method: directory.readUInt16LE(at + 10),
        compressed: directory.readUInt32LE(at + 20),
        offset: directory.readUInt32LE(at + 42),
      };
    }
    const extra = directory.readUInt16LE(at + 30);
    const comment = directory.readUInt16LE(at + 32);
    at += 46 + nameLength + extra + comment;
  }
  return undefined;
}

async function readEntry(
  jar: JarBytes,
  { method, compressed, offset }: Entry,
): Promise<string> {
  if (compressed > MAX_MANIFEST) return '';
  const header = await readBytes(jar, offset, 30);
  const begin = offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  const bytes = await readBytes(jar, begin, compressed);
  if (method === 0) return bytes.toString('utf8');
  return inflateRawSync(bytes, { maxOutputLength: MAX_MANIFEST }).toString(
    'utf8',
  );
}

/** Long lines of a manifest go on in the next one, behind a space. */
function classesOf(manifest: string): string[] {
  const lines = manifest.replace(/\r\n?/g, '\n').replace(/\n /g, '');
  const names = [...lines.matchAll(CLASS)].map(([, name]) => name);
  return [...new Set(names)];
}

async function readBytes(
  jar: JarBytes,
  from: number,
  length: number,
): Promise<Buffer> {
  const parts: Buffer[] = [];
  let at = from;
  while (at < from + length) {
    const bytes = await jar.read(at);
    if (!bytes) throw new RangeError('behind the end');
    parts.push(bytes.subarray(0, from + length - at));
    at += bytes.length;
  }
  return Buffer.concat(parts);
}

function notAJar(name: string, why: string): InputError {
  return new InputError(`Artifact "${name}" is no jar: ${why}`);
}
