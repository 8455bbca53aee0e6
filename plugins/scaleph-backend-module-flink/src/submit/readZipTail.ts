import { InputError } from '@backstage/errors';
import { ArtifactContent } from '@scaleph/backstage-plugin-scaleph-node';

/** The end of a jar: its list of entries. @internal */
export interface ZipTail {
  /** The entries themselves, when they are not a jar's. */
  first?: Buffer;
  /** Where the list begins. */
  directoryOffset: number;
  directory: Buffer;
  count: number;
}

const END = 0x06054b50;
/** The record at the end and the longest comment. */
const END_BYTES = 22 + 0xffff;
const MAX_DIRECTORY = 64 * 1024 * 1024;

/** Throws InputError for what is no jar, or one that cannot be added to. @internal */
export async function readTail(jar: ArtifactContent): Promise<ZipTail> {
  const last = await readRange(jar, Math.max(0, jar.sizeBytes - END_BYTES));
  const at = findEnd(last);
  if (at < 0) throw new InputError(`"${jar.name}" is no jar`);
  const count = last.readUInt16LE(at + 10);
  const size = last.readUInt32LE(at + 12);
  const directoryOffset = last.readUInt32LE(at + 16);
  const isLarge = count === 0xffff || directoryOffset === 0xffff_ffff;
  if (isLarge || size > MAX_DIRECTORY) {
    throw new InputError(
      `"${jar.name}" holds too many entries for libraries to be added: build them into it`,
    );
  }
  const directory = (await readRange(jar, directoryOffset)).subarray(0, size);
  if (directory.length !== size) {
    throw new InputError(`"${jar.name}" is no whole jar`);
  }
  return { directoryOffset, directory: Buffer.from(directory), count };
}

function findEnd(last: Buffer): number {
  for (let at = last.length - 22; at >= 0; at--) {
    if (last.readUInt32LE(at) === END) return at;
  }
  return -1;
}

async function readRange(jar: ArtifactContent, from: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let offset = 0;
  for await (const chunk of jar.open()) {
    const end = offset + chunk.length;
    if (end > from) chunks.push(chunk.subarray(Math.max(0, from - offset)));
    offset = end;
  }
  return Buffer.concat(chunks);
}
