// Checks the types of everything from scratch. The declarations that it writes are what the API reports are read from, and only a whole
// compilation gives their unions in an order that does not depend on what was compiled before.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { root } from './fingerprint.mjs';

fs.rmSync(path.join(root, 'dist-types'), { recursive: true, force: true });
const { status } = spawnSync(
  process.execPath,
  [
    path.join(root, 'node_modules/typescript/bin/tsc'),
    ...['--incremental', 'false', '--pretty', 'false'],
  ],
  { cwd: root, stdio: 'inherit' },
);
process.exitCode = status ?? 1;
