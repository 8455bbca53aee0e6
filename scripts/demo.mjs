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
import {
  layOutDemoData,
  PIPELINES,
  prepareDemo,
  runDemoPipelines,
} from './lib/demo.mjs';
import {
  FLINK_PIPELINES,
  FLINK_TARGET,
  partByFlink,
  startFlinkForDemo,
  startStream,
} from './lib/flinkDemo.mjs';

const USAGE = `
usage: ./scaleph demo [--once] [--engine ENGINE] [--port N] [--data-dir DIR]

Builds and starts the portal (SQLite, guest sign-in), creates the demo's data sources and pipelines through the public API,
runs them and prints what came out. Stays up until Ctrl-C.

  --once          stop after the runs; exit code 0 when all of them are FINISHED, 1 otherwise
  --engine NAME   embedded (default), or flink: brings up a real Flink cluster (./scaleph engine up flink), registers it as target
                  "${FLINK_TARGET}", runs on it what can run there, and a stream as long as the portal is up
  --port N        port of the portal (default 7007)
  --data-dir DIR  where databases, input and output live (default .cache/demo); delete it to start afresh
  --help          this text
`;

await runScript(async () => {
  const options = readArguments(USAGE, {
    once: { type: 'boolean', default: false },
    engine: { type: 'string', default: 'embedded' },
    port: { type: 'string', default: '7007' },
    'data-dir': { type: 'string', default: path.join(root, '.cache/demo') },
  });
  if (!['embedded', 'flink'].includes(options.engine))
    throw new UserError(
      `--engine takes embedded or flink, not "${options.engine}"`,
    );
  const port = parsePort(options.port);
  const dataDir = path.resolve(userDirectory, options['data-dir']);
  await requireFreePort(port);
  fs.mkdirSync(dataDir, { recursive: true });
  requireDiskSpace(dataDir, 500);
  await ensurePortal(work =>
    step('building the portal (one or two minutes, once)', work),
  );
  layOutDemoData(dataDir);
  const flink =
    options.engine === 'flink'
      ? await startFlinkForDemo(dataDir, say)
      : undefined;
  const stopped = new Promise(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, resolve);
  });
  try {
    await demonstrate({ dataDir, port, once: options.once, flink, stopped });
  } finally {
    await flink?.stop();
  }
});

async function demonstrate({ dataDir, port, once, flink, stopped }) {
  const portal = await step('starting the portal', () =>
    startPortal(dataDir, port, flink && { targets: flink.targets }),
  );
  try {
    const call = await signInAsGuest(portal.url);
    await step('creating data sources and pipelines', () =>
      prepareDemo(call, dataDir, [...PIPELINES, ...(flink?.pipelines ?? [])]),
    );
    const runs = await step('running the pipelines', () =>
      Promise.race([
        flink ? runOnFlink(call) : runDemoPipelines(call),
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
    if (once) return;
    const stream = flink && (await startStream(call));
    if (stream) say('pipeline "sensors" runs until the demo ends');
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
    await stream?.stop();
  } finally {
    await portal.stop();
  }
}

async function runOnFlink(call) {
  const { able, unable } = await partByFlink(call, [
    ...PIPELINES,
    ...FLINK_PIPELINES,
  ]);
  say(`on Flink: ${able.join(', ')}`);
  for (const { name, reason } of unable)
    say(`not on Flink: ${name} (${reason})`);
  return runDemoPipelines(call, able, FLINK_TARGET);
}

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
