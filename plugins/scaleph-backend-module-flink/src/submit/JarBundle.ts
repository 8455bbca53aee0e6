import { InputError } from '@backstage/errors';
import { ArtifactContent } from '@scaleph/backstage-plugin-scaleph-node';
import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { readTail, ZipTail } from './readZipTail';

/** The jar in a bundle without a program: nothing but a manifest, in a form that never changes. */
const MANIFEST = Buffer.from('Manifest-Version: 1.0\r\n\r\n');
const LIMIT = 0xffff_ffff;

interface Entry {
  name: Buffer;
  crc: number;
  size: number;
  offset: number;
}

/**
 * One jar that brings others with it, in its directory `lib`: Flink unpacks those, and gives them to the JobManager's program and
 * to the TaskManagers. The program's own entries are kept as they are. Nothing is held in memory but the list of entries.
 *
 * @param main - undefined for a program that the cluster has already
 * @internal
 */
export async function bundleJars(
  main: ArtifactContent | undefined,
  libraries: readonly ArtifactContent[],
): Promise<ArtifactContent> {
  if (main && libraries.length === 0) return main;
  const tail = main ? await readTail(main) : emptyTail();
  const checksums = await Promise.all(libraries.map(checksum));
  const sizeBytes = [...pieces(tail, libraries, checksums)].reduce(
    (sum, piece) => sum + ('bytes' in piece ? piece.bytes.length : piece.size),
    0,
  );
  if (sizeBytes > LIMIT) {
    throw new InputError(
      'The jar and its libraries are larger than 4 GB together',
    );
  }
  const identity = [main?.sha256 ?? '-', ...libraries.map(it => it.sha256)];
  return {
    name: main?.name ?? 'libraries.jar',
    // Of what it is made of: the same parts are the same jar.
    sha256: createHash('sha256')
      .update(`bundle 1\n${identity.join('\n')}`)
      .digest('hex'),
    sizeBytes,
    async *open() {
      for (const piece of pieces(tail, libraries, checksums)) {
        if ('bytes' in piece) yield piece.bytes;
        else
          yield* piece.of === 'main'
            ? head(main!, piece.size)
            : piece.of.open();
      }
    },
  };
}

type Piece = { bytes: Buffer } | { of: 'main' | ArtifactContent; size: number };

function* pieces(
  tail: ZipTail,
  libraries: readonly ArtifactContent[],
  checksums: readonly number[],
): Generator<Piece> {
  if (tail.first) yield { bytes: tail.first };
  else yield { of: 'main', size: tail.directoryOffset };
  let offset = tail.directoryOffset;
  const entries: Entry[] = [];
  for (const [index, library] of libraries.entries()) {
    const entry: Entry = {
      // Names may repeat, contents may not collide.
      name: Buffer.from(`lib/${index}-${library.sha256.slice(0, 16)}.jar`),
      crc: checksums[index],
      size: library.sizeBytes,
      offset,
    };
    const header = localHeader(entry);
    yield { bytes: header };
    yield { of: library, size: library.sizeBytes };
    offset += header.length + library.sizeBytes;
    entries.push(entry);
  }
  const directory = Buffer.concat([
    tail.directory,
    ...entries.map(directoryEntry),
  ]);
  yield { bytes: directory };
  yield { bytes: endOf(tail.count + entries.length, directory.length, offset) };
}

async function* head(
  content: ArtifactContent,
  size: number,
): AsyncGenerator<Uint8Array> {
  let left = size;
  for await (const chunk of content.open()) {
    if (left <= 0) return;
    yield chunk.length <= left ? chunk : chunk.subarray(0, left);
    left -= chunk.length;
  }
}

async function checksum({ open }: ArtifactContent): Promise<number> {
  let value = 0;
  for await (const chunk of open()) value = crc32(chunk, value);
  return value;
}

// https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.3.7: stored, dated 1980-01-01.
function localHeader({ name, crc, size }: Entry): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(10, 4);
  header.writeUInt16LE(0x21, 12);
  header.writeUInt32LE(crc, 14);
  header.writeUInt32LE(size, 18);
  header.writeUInt32LE(size, 22);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, name]);
}

function directoryEntry({ name, crc, size, offset }: Entry): Buffer {
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(10, 4);
  entry.writeUInt16LE(10, 6);
  entry.writeUInt16LE(0x21, 14);
  entry.writeUInt32LE(crc, 16);
  entry.writeUInt32LE(size, 20);
  entry.writeUInt32LE(size, 24);
  entry.writeUInt16LE(name.length, 28);
  entry.writeUInt32LE(offset, 42);
  return Buffer.concat([entry, name]);
}

function endOf(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}

function emptyTail(): ZipTail {
  const entry: Entry = {
    name: Buffer.from('META-INF/MANIFEST.MF'),
    crc: crc32(MANIFEST),
    size: MANIFEST.length,
    offset: 0,
  };
  const first = Buffer.concat([localHeader(entry), MANIFEST]);
  return {
    first,
    directoryOffset: first.length,
    directory: directoryEntry(entry),
    count: 1,
  };
}
