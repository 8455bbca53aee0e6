import { LogBatch, LogLine } from '@scaleph/backstage-plugin-scaleph-node';
import { open } from 'node:fs/promises';

const BLOCK = 256 * 1024;

/** Bytes of a batch, about. */
const LARGEST_BATCH = 4 * 1024 * 1024;

/**
 * Lines of an ndjson log after `cursor`, the offset in bytes that a line before ended at. A line that is still being written is left for
 * the next call.
 * @internal
 */
export async function readLog(
  path: string,
  options: { cursor?: string; limit: number },
): Promise<LogBatch> {
  let offset = Number(options.cursor ?? 0);
  const end = offset + LARGEST_BATCH;
  const lines: LogLine[] = [];
  let file;
  try {
    file = await open(path, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return { lines, cursor: String(offset) };
  }
  try {
    let block = Buffer.allocUnsafe(BLOCK);
    while (lines.length < options.limit && offset < end) {
      const { bytesRead } = await file.read(block, 0, block.length, offset);
      let start = 0;
      while (lines.length < options.limit) {
        const newline = block.subarray(0, bytesRead).indexOf(10, start);
        if (newline < 0) break;
        const line = block.toString('utf8', start, newline);
        lines.push(JSON.parse(line) as LogLine);
        start = newline + 1;
      }
      offset += start;
      if (bytesRead < block.length) break;
      // One line is longer than the block.
      if (start === 0) block = Buffer.allocUnsafe(block.length * 2);
    }
    return { lines, cursor: String(offset) };
  } finally {
    await file.close();
  }
}
