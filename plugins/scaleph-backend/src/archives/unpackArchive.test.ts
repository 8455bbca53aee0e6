import { strToU8, Zippable, zipSync } from 'fflate';
import { crc32 } from 'node:zlib';
import { ARCHIVE_LIMITS } from './archiveLimits';
import { packArchive } from './packArchive';
import { unpackArchive } from './unpackArchive';

function zip(entries: Zippable): Buffer {
  return Buffer.from(zipSync(entries));
}

/** Overwrites a field of the one entry in the list at the end. */
function withListed(archive: Buffer, offset: number, value: number): Buffer {
  const at = archive.indexOf(Buffer.from('PK\u0001\u0002', 'latin1'));
  archive.writeUInt32LE(value, at + offset);
  return archive;
}

const UNPACKED = 24;
const OFFSET = 42;
const CRC = 16;

describe('unpackArchive', () => {
  it('gives what packArchive took, the same bytes for the same files', async () => {
    const files = new Map([
      ['archive.json', '{}\n'],
      ['pipelines/a/pipeline.yaml', 'name: ü 题 \u{1f680}\n'],
      ['pipelines/a/versions/1.yaml', ''],
      // What packs that well is stored, so that no limit refuses it.
      ['pipelines/a/versions/2.yaml', 'x'.repeat(1024 * 1024)],
    ]);
    const archive = await packArchive(files);
    expect((await packArchive(files)).equals(archive)).toBe(true);
    expect(await unpackArchive(archive)).toEqual(files);
  });

  it('passes over directories and what file managers leave', async () => {
    const archive = zip({
      'archive.json': strToU8('{}'),
      'pipelines/': new Uint8Array(),
      '__MACOSX/._archive.json': strToU8('x'),
      'pipelines/.DS_Store': strToU8('x'),
    });
    expect([...(await unpackArchive(archive)).keys()]).toEqual([
      'archive.json',
    ]);
  });

  it.each<[string, Buffer, string]>([
    ['nothing', Buffer.alloc(0), 'This is no ZIP archive: it is empty'],
    [
      'a text',
      Buffer.from('apiVersion: scaleph.io/v1alpha1\nkind: Pipeline\n'),
      'This is no ZIP archive: its end is missing',
    ],
    [
      'half of an archive',
      zip({ a: strToU8('x'.repeat(1000)) }).subarray(0, 60),
      'its end is missing',
    ],
    ['..', zip({ '../a': strToU8('x') }), 'Entry "../a" of the archive: its'],
    ['.. within', zip({ 'a/../../b': strToU8('x') }), 'Entry "a/../../b"'],
    ['an absolute path', zip({ '/etc/x': strToU8('x') }), 'Entry "/etc/x"'],
    ['a drive', zip({ 'C:x': strToU8('x') }), 'Entry "C:x"'],
    ['backslashes', zip({ 'a\\..\\b': strToU8('x') }), 'Entry "a\\\\..\\\\b"'],
    ['NUL', zip({ 'a\u0000b': strToU8('x') }), 'Entry "a\\u0000b"'],
    ['an empty part', zip({ 'a//b': strToU8('x') }), 'Entry "a//b"'],
    [
      'two of a name',
      zip({ a: strToU8('x'), A: strToU8('y') }),
      'Entry "A" of the archive: there are two of that name',
    ],
    [
      'a bomb',
      zip({ bomb: [new Uint8Array(1024 * 1024), { level: 9 }] }),
      'Entry "bomb" of the archive: it unpacks to more than 200 times its size',
    ],
    [
      'an entry that is too large',
      zip({ big: [new Uint8Array(ARCHIVE_LIMITS.entry + 1), { level: 0 }] }),
      'Entry "big" of the archive: it unpacks to more than 2 MiB',
    ],
    [
      'more than fits in all',
      zip(
        Object.fromEntries(
          Array.from({ length: 17 }, (_, index) => [
            `part-${index}`,
            [new Uint8Array(ARCHIVE_LIMITS.entry), { level: 0 }],
          ]),
        ) as Zippable,
      ),
      'Entry "part-16" of the archive: with it the archive unpacks to more than 32 MiB',
    ],
    [
      'too many entries',
      zip(
        Object.fromEntries(
          Array.from({ length: ARCHIVE_LIMITS.entries + 1 }, (_, index) => [
            `e${index}`,
            new Uint8Array(),
          ]),
        ),
      ),
      'The archive has more than 5000 entries',
    ],
    [
      'a bomb that says it is small',
      withListed(
        zip({ liar: [new Uint8Array(1024 * 1024), { level: 9 }] }),
        UNPACKED,
        100,
      ),
      'Entry "liar" of the archive: it cannot be unpacked',
    ],
    [
      'one that says it is larger',
      withListed(zip({ liar: strToU8('hello') }), UNPACKED, 100),
      'Entry "liar" of the archive: it is damaged',
    ],
    [
      'another checksum',
      withListed(zip({ a: strToU8('hello') }), CRC, crc32('other')),
      'Entry "a" of the archive: it is damaged',
    ],
    [
      'an entry elsewhere',
      withListed(zip({ a: strToU8('hello') }), OFFSET, 0x7fffffff),
      'Entry "a" of the archive: it is not where the list of entries says',
    ],
    [
      'bytes that are no text',
      zip({ a: new Uint8Array([0xff, 0xfe, 0xfd]) }),
      'Entry "a" of the archive: it is no text in UTF-8',
    ],
  ])('refuses %s, and says what', async (_, archive, message) => {
    await expect(unpackArchive(archive)).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining(message),
    });
  });

  it('throws nothing but its own errors on damaged archives', async () => {
    const archive = await packArchive(
      new Map([
        ['archive.json', '{}'],
        ['pipelines/a/pipeline.yaml', 'name: a\n'.repeat(20)],
      ]),
    );
    const thrown = new Set<string>();
    for (let at = 0; at < archive.length; at++) {
      for (const value of [0, 0xff, archive[at] + 1]) {
        const damaged = Buffer.from(archive);
        damaged[at] = value;
        try {
          await unpackArchive(damaged);
        } catch (error) {
          thrown.add((error as Error).name);
        }
      }
    }
    expect([...thrown]).toEqual(['InputError']);
  });
});
