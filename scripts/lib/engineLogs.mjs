// The end of log files, and what is added to them.
import fs from 'node:fs';
import { once } from 'node:events';

const LINES = 200;
const MOST_BYTES = 1024 * 1024;

/** Prints the newest lines of each file that has any; with `follow` goes on until the process is told to stop. */
export async function followLogs(files, follow) {
  const positions = new Map();
  for (const file of files) positions.set(file, printEnd(file));
  if (!follow) return;
  const watches = files.map(file =>
    fs.watchFile(file, { interval: 250 }, () => {
      positions.set(file, printFrom(file, positions.get(file)));
    }),
  );
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  for (const watch of watches) watch.removeAllListeners();
  for (const file of files) fs.unwatchFile(file);
}

function printEnd(file) {
  const size = sizeOf(file);
  const text = read(file, Math.max(0, size - MOST_BYTES), size);
  const lines = text.split('\n').slice(-LINES - 1);
  process.stdout.write(lines.join('\n'));
  return size;
}

function printFrom(file, position) {
  const size = sizeOf(file);
  // A file that is shorter than before was begun anew.
  const start = size < position ? 0 : position;
  process.stdout.write(read(file, start, size));
  return size;
}

function sizeOf(file) {
  return fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

function read(file, start, end) {
  if (end <= start) return '';
  const buffer = Buffer.alloc(end - start);
  const handle = fs.openSync(file, 'r');
  try {
    const length = fs.readSync(handle, buffer, 0, buffer.length, start);
    return buffer.toString('utf8', 0, length);
  } finally {
    fs.closeSync(handle);
  }
}
