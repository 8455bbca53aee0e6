// run the main job on real input, with the portal up on http://localhost:7007
import fs from 'node:fs';
import path from 'node:path';
import {
  readArguments,
  runScript,
  say,
  step,
  table,
  UserError,
  userDirectory,
} from './lib/cli.mjs';
import { root } from './lib/fingerprint.mjs';
import { ensurePortal, startPortal } from './lib/runningPortal.mjs';
import { parsePort, requireDiskSpace, requireFreePort } from './lib/system.mjs';
import { signInAsGuest } from './lib/api.mjs';
import { layOutDemoData, prepareDemo, runDemoPipelines } from './lib/demo.mjs';

const USAGE = `
usage: ./scaleph demo [--once] [--port N] [--data-dir DIR]

Builds and starts the portal (SQLite, guest sign-in), creates the demo's data sources and pipelines through the public API,
runs them on the embedded engine and prints what came out. Stays up until Ctrl-C.

  --once          stop after the runs; exit code 0 when all of them are FINISHED, 1 otherwise
  --port N        port of the portal (default 7007)
  --data-dir DIR  where databases, input and output live (default .cache/demo); delete it to start afresh
  --help          this text
`;

await runScript(async () => {
  const options = readArguments(USAGE, {
    once: { type: 'boolean', default: false },
    port: { type: 'string', default: '7007' },
    'data-dir': { type: 'string', default: path.join(root, '.cache/demo') },
  });
  const port = parsePort(options.port);
  const dataDir = path.resolve(userDirectory, options['data-dir']);
  await requireFreePort(port);
  fs.mkdirSync(dataDir, { recursive: true });
  requireDiskSpace(dataDir, 500);
  await ensurePortal(work =>
    step('building the portal (one or two minutes, once)', work),
  );
  layOutDemoData(dataDir);
  const portal = await step('starting the portal', () =>
    startPortal(dataDir, port),
  );

  const stopped = new Promise(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, resolve);
  });
  try {
    const call = await signInAsGuest(portal.url);
    await step('creating data sources and pipelines', () =>
      prepareDemo(call, dataDir),
    );
    const runs = await step('running the pipelines', () =>
      Promise.race([
        runDemoPipelines(call),
        stopped.then(() => {
          throw new UserError('stopped before the runs ended');
        }),
      ]),
    );
    printRuns(runs, dataDir);
    const failed = runs.filter(run => run.state !== 'FINISHED');
    for (const run of failed)
      say(`pipeline "${run.pipeline}" ended as ${run.state}: ${run.reason}`);
    if (failed.length > 0) process.exitCode = 1;
    if (options.once) return;
    say(`the portal is at ${portal.url}/scaleph (Ctrl-C stops it)`);
    await Promise.race([
      stopped,
      new Promise((_, reject) => {
        portal.child.once('exit', code =>
          reject(
            new UserError(
              `the portal ended with ${code}: see ${portal.logFile}`,
            ),
          ),
        );
      }),
    ]);
    say('stopping');
  } finally {
    await portal.stop();
  }
});

function printRuns(runs, dataDir) {
  const rows = runs.map(run => [
    run.pipeline,
    run.state,
    run.rowsRead,
    run.rowsWritten,
    `${((Date.parse(run.endedAt) - Date.parse(run.startedAt)) / 1000).toFixed(
      1,
    )} s`,
    run.outputs
      .filter(output => output.kind !== 'console')
      .map(output =>
        path.isAbsolute(output.location)
          ? path.relative(userDirectory, output.location)
          : output.location,
      )
      .join(', ') || '-',
  ]);
  process.stdout.write(
    `\n${table(
      ['pipeline', 'state', 'rows read', 'rows written', 'duration', 'output'],
      rows,
    )}\n\n(everything is below ${
      path.relative(userDirectory, dataDir) || '.'
    })\n`,
  );
}
