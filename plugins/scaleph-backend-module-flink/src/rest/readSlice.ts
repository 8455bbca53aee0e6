/** A part of a file that grows. @public */
export interface FileSlice {
  text: string;
  /** Offsets in bytes of what `text` holds; ask from `to` for what follows. */
  from: number;
  to: number;
  /** Whether `to` is the end of the file, as it was. */
  atEnd: boolean;
}

/**
 * Of a stream, either what follows the offset `from`, at most `maxBytes`, or (without `from`) the last `maxBytes`. Never cuts a character in
 * two. What precedes is read and dropped: Flink serves whole files only.
 * @internal
 */
export async function readSlice(
  chunks: AsyncIterable<Buffer>,
  options: { from?: number; maxBytes: number },
): Promise<FileSlice> {
  return options.from === undefined
    ? readTail(chunks, options.maxBytes)
    : readFrom(chunks, options.from, options.maxBytes);
}

async function readFrom(
  chunks: AsyncIterable<Buffer>,
  from: number,
  maxBytes: number,
): Promise<FileSlice> {
  const kept: Buffer[] = [];
  let seen = 0;
  let length = 0;
  for await (const chunk of chunks) {
    const part = chunk.subarray(Math.max(0, from - seen));
    seen += chunk.length;
    if (part.length === 0) continue;
    kept.push(part);
    length += part.length;
    if (length > maxBytes) break;
  }
  const bytes = Buffer.concat(kept);
  const atEnd = length <= maxBytes;
  // Cut off since it was asked for: it was rotated, and begins anew.
  if (atEnd && seen < from) return { text: '', from: 0, to: 0, atEnd: false };
  const end = wholeCharacters(bytes.subarray(0, maxBytes));
  return {
    text: bytes.toString('utf8', 0, end),
    from,
    to: from + end,
    atEnd,
  };
}

async function readTail(
  chunks: AsyncIterable<Buffer>,
  maxBytes: number,
): Promise<FileSlice> {
  const kept: Buffer[] = [];
  let seen = 0;
  let length = 0;
  for await (const chunk of chunks) {
    kept.push(chunk);
    seen += chunk.length;
    length += chunk.length;
    while (kept.length > 1 && length - kept[0].length >= maxBytes) {
      length -= kept[0].length;
      kept.shift();
    }
  }
  const all = Buffer.concat(kept);
  const start = characterStart(all, Math.max(0, all.length - maxBytes));
  const end = wholeCharacters(all);
  const from = seen - all.length + start;
  const to = seen - all.length + end;
  return { text: all.toString('utf8', start, end), from, to, atEnd: true };
}

const isContinuation = (byte: number) => (byte & 0xc0) === 0x80;

function characterStart(bytes: Buffer, at: number): number {
  let start = at;
  while (
    start < bytes.length &&
    start < at + 4 &&
    isContinuation(bytes[start])
  ) {
    start += 1;
  }
  return start;
}

/** Where the last character that is whole ends. */
function wholeCharacters(bytes: Buffer): number {
  let start = bytes.length - 1;
  while (
    start > bytes.length - 4 &&
    start > 0 &&
    isContinuation(bytes[start])
  ) {
    start -= 1;
  }
  if (start < 0) return 0;
  return start + lengthOf(bytes[start]) > bytes.length ? start : bytes.length;
}

/** Bytes of the character that begins with this one. */
function lengthOf(lead: number): number {
  if (lead >= 0xf0) return 4;
  if (lead >= 0xe0) return 3;
  return lead >= 0xc0 ? 2 : 1;
}
