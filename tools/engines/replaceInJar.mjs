// Puts files into a jar without a zip program: a jar is a zip file (https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT).
import zlib from 'node:zlib';

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_LENGTH = 22;
const MAXIMUM = 0xffffffff;

/**
 * The bytes of `jar` with `files` (bytes by their path in the jar) in place of what it had at these paths. New entries are
 * stored after the old ones, uncompressed; replaced ones stay in the file but are not listed any more. Throws an Error for what
 * is no zip file, and for zip64.
 */
export function replaceInJar(jar, files) {
  const { offset, entries } = readCentralDirectory(jar);
  const kept = entries.filter(({ name }) => !(name in files));
  const pieces = [jar.subarray(0, offset)];
  const directory = kept.map(({ bytes }) => bytes);
  let position = offset;
  for (const [name, content] of Object.entries(files)) {
    const entry = describe(name, content);
    const local = localHeader(entry);
    directory.push(centralHeader(entry, position));
    pieces.push(local, content);
    position += local.length + content.length;
  }
  const central = Buffer.concat(directory);
  return Buffer.concat([
    ...pieces,
    central,
    endOfDirectory(directory.length, central.length, position),
  ]);
}

/** The paths in a jar. */
export function listJar(jar) {
  return readCentralDirectory(jar).entries.map(({ name }) => name);
}

function readCentralDirectory(jar) {
  // The record is the last but a comment of at most 64 KiB.
  let end = jar.length - END_LENGTH;
  while (end >= 0 && jar.readUInt32LE(end) !== END) end -= 1;
  if (end < 0) throw new Error('not a zip file: it has no central directory');
  const count = jar.readUInt16LE(end + 10);
  const offset = jar.readUInt32LE(end + 16);
  if (count === 0xffff || offset === MAXIMUM)
    throw new Error('a zip64 file, which this does not write');
  const entries = [];
  let at = offset;
  for (let n = 0; n < count; n += 1) {
    if (jar.readUInt32LE(at) !== CENTRAL)
      throw new Error(`damaged zip file: entry ${n} of ${count} is missing`);
    const nameLength = jar.readUInt16LE(at + 28);
    const length =
      46 + nameLength + jar.readUInt16LE(at + 30) + jar.readUInt16LE(at + 32);
    entries.push({
      name: jar.toString('utf8', at + 46, at + 46 + nameLength),
      bytes: jar.subarray(at, at + length),
    });
    at += length;
  }
  return { offset, entries };
}

function describe(name, content) {
  const path = Buffer.from(name);
  // From "flags" to "length of the extra field": what the two headers have in common.
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0); // version needed
  common.writeUInt16LE(0x0800, 2); // the name is UTF-8
  common.writeUInt16LE(0, 4); // stored
  common.writeUInt16LE(0, 6); // midnight
  common.writeUInt16LE(0x21, 8); // 1 January 1980: the same bytes every time
  common.writeUInt32LE(zlib.crc32(content), 10);
  common.writeUInt32LE(content.length, 14);
  common.writeUInt32LE(content.length, 18);
  common.writeUInt16LE(path.length, 22);
  return { path, common };
}

function localHeader({ path, common }) {
  const signature = Buffer.alloc(4);
  signature.writeUInt32LE(LOCAL);
  return Buffer.concat([signature, common, path]);
}

function centralHeader({ path, common }, position) {
  const start = Buffer.alloc(6);
  start.writeUInt32LE(CENTRAL);
  start.writeUInt16LE(20, 4); // version made by
  const rest = Buffer.alloc(14); // no comment, first disk, no attributes
  rest.writeUInt32LE(position, 10);
  return Buffer.concat([start, common, rest, path]);
}

function endOfDirectory(count, length, offset) {
  const record = Buffer.alloc(END_LENGTH);
  record.writeUInt32LE(END);
  record.writeUInt16LE(count, 8);
  record.writeUInt16LE(count, 10);
  record.writeUInt32LE(length, 12);
  record.writeUInt32LE(offset, 16);
  return record;
}
