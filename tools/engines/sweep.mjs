// What was started for a process that is gone.
import fs from 'node:fs';
import path from 'node:path';
import { isAlive } from './processIdentity.mjs';

/** Stops the engines in the folders of `directory` whose owner is gone, and removes these. `open` finds the engine of a folder. */
export async function sweep(directory, open) {
  if (!fs.existsSync(directory)) return;
  for (const name of fs.readdirSync(directory)) {
    const engine = open(path.join(directory, name));
    if (!engine?.owner || isAlive(engine.owner)) continue;
    await engine.stop();
    fs.rmSync(engine.directory, { recursive: true, force: true });
  }
}
