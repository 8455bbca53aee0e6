// One at a time, among processes, by a file that names its owner.
import fs from 'node:fs';
import path from 'node:path';
import { waitFor } from '../../scripts/lib/system.mjs';
import { isAlive, readIdentity, thisProcess } from './processIdentity.mjs';

/** Does `work` while no other process does any under the same file. A lock whose owner is gone is taken over. */
export async function withLock(file, { say, timeoutMs = 1_800_000 }, work) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  let told = false;
  await waitFor(
    () => {
      if (tryLock(file)) return true;
      if (!told) say('another command works on the engines: waiting for it …');
      told = true;
      return false;
    },
    {
      timeoutMs,
      everyMs: 200,
      onTimeout: () => new Error(`${file} stays locked`),
    },
  );
  try {
    return await work();
  } finally {
    fs.rmSync(file, { force: true });
  }
}

function tryLock(file) {
  const owner = readIdentity(file);
  if (owner && !isAlive(owner)) fs.rmSync(file, { force: true });
  // Written beside and linked: whoever sees the lock sees its owner.
  const own = `${file}.${process.pid}`;
  fs.writeFileSync(own, JSON.stringify(thisProcess()));
  try {
    fs.linkSync(own, file);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  } finally {
    fs.rmSync(own, { force: true });
  }
}
