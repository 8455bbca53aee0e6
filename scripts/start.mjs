// start the portal for development, with hot reload, on http://localhost:3000
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { readArguments, runScript, say } from './lib/cli.mjs';
import { prepareDataDirectory, writeConfig } from './lib/dataDirectory.mjs';
import { layOutDemoData } from './lib/demo.mjs';
import { root } from './lib/fingerprint.mjs';
import { requireFreePort } from './lib/system.mjs';

const USAGE = `
usage: ./scaleph start

Starts the front end on http://localhost:3000 and the back end on http://localhost:7007; both reload when their sources change.
Databases, input and output live in .cache/dev-data. Ctrl-C stops both.
`;

await runScript(async () => {
  readArguments(USAGE, {});
  await requireFreePort(3000);
  await requireFreePort(7007);
  const dataDir = path.join(root, '.cache/dev-data');
  fs.mkdirSync(dataDir, { recursive: true });
  layOutDemoData(dataDir);
  const config = writeConfig(dataDir, {
    scaleph: prepareDataDirectory(dataDir),
  });
  say('the portal will be at http://localhost:3000/scaleph');
  const child = spawn(
    process.execPath,
    [
      path.join(root, 'node_modules/@backstage/cli/bin/backstage-cli'),
      ...['repo', 'start'],
      ...['--config', path.join(root, 'app-config.yaml')],
      ...['--config', config],
    ],
    { cwd: root, stdio: 'inherit' },
  );
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM']))
    process.on(signal, () => child.kill(signal));
  const [code] = await once(child, 'exit');
  process.exitCode = code ?? 0;
});
