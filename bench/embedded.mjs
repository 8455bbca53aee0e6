// Pipelines on the embedded engine against DuckDB alone: the same query, one after the other, in one run.
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import {
  readArguments,
  runScript,
  say,
  step,
  userDirectory,
} from '../scripts/lib/cli.mjs';
import { buildCommandLine } from '../scripts/lib/commandLine.mjs';
import { root } from '../scripts/lib/fingerprint.mjs';
import { measureMemory } from './embedded/memory.mjs';
import { makeRows, MILLION } from './embedded/rows.mjs';
import { report } from './lib/report.mjs';

const USAGE = `
usage: ./scaleph bench embedded [--rows 1,10] [--repeat 3] [--memory GB] [--directory DIR] [--json]

  --rows LIST      millions of rows, about 50 bytes each (default 1,10; the goal is at 10; '' for none)
  --repeat N       runs of each case; the best counts on both sides (default 3)
  --memory GB      also run over a file of so many gigabytes and watch the memory (default 0: not)
  --directory DIR  where the files go, with a few times their size free (default: a new one for temporary files)
  --json           one JSON document
`;

const QUERY =
  "SELECT id, name, price FROM read WHERE quantity >= 10 AND country <> 'de'";
const run = promisify(execFile);

await runScript(async () => {
  const given = readArguments(USAGE, {
    rows: { type: 'string', default: '1,10' },
    repeat: { type: 'string', default: '3' },
    memory: { type: 'string', default: '0' },
    directory: { type: 'string' },
    json: { type: 'boolean', default: false },
  });
  await buildCommandLine();
  const directory = fs.mkdtempSync(
    path.resolve(
      userDirectory,
      given.directory ?? os.tmpdir(),
      'scaleph-bench-',
    ),
  );
  try {
    const cases = [];
    for (const millions of given.rows.split(',').filter(Boolean).map(Number)) {
      await step(`making ${millions} million rows`, () =>
        makeRows(path.join(directory, 'in.csv'), millions * MILLION),
      );
      for (const format of ['csv', 'parquet']) {
        say(`${millions} million rows into ${format}`);
        cases.push(
          ...(await throughput(
            directory,
            millions,
            format,
            Number(given.repeat),
          )),
        );
      }
    }
    if (given.rows) cases.push(await cold(directory));
    if (Number(given.memory) > 0) {
      cases.push(
        await step(`a file of ${given.memory} GB`, () =>
          measureMemory(directory, Number(given.memory), runFile),
        ),
      );
    }
    report({
      name: 'embedded',
      title: 'Embedded engine',
      peer: 'DuckDB',
      cases,
      json: given.json,
      notes: [
        `A CSV file, filtered and projected (\`${QUERY}\`). "run" is the time in the worker, from its first act to the last output renamed into place; it includes flushing the output to the disk, which DuckDB's COPY does not do, so the peer is given once with and once without a flush. "command" is the whole of \`scaleph run\` against the whole of the peer's process, start of Node.js included. The best of ${given.repeat} runs on both sides, in turns.`,
        'Ours counts the rows of every node and keeps to a memory limit of 1 GB; DuckDB does neither here.',
      ],
    });
  } finally {
    fs.rmSync(directory, { recursive: true, force: true });
  }
});

async function throughput(directory, millions, format, repeat) {
  const output = path.join(directory, `out.${format}`);
  const peerOutput = path.join(directory, `peer.${format}`);
  const file = writePipeline(directory, format);
  const from = `read_csv('${path.join(directory, 'in.csv')}')`;
  const sql = `COPY (${QUERY.replace(
    'read',
    from,
  )}) TO '${peerOutput}' (FORMAT ${format}${
    format === 'parquet' ? ', COMPRESSION snappy' : ''
  })`;
  const best = {
    run: Infinity,
    command: Infinity,
    copy: Infinity,
    flushed: Infinity,
    process: Infinity,
  };
  for (let i = 0; i < repeat; i++) {
    const peer = await timed(() =>
      run(process.execPath, [
        path.join(root, 'bench/embedded/duckdb.mjs'),
        sql,
        peerOutput,
      ]),
    );
    const ours = await timed(() => runFile(file));
    const [copied, flushed] = peer.result.stdout.split(' ').map(Number);
    best.copy = Math.min(best.copy, copied);
    best.flushed = Math.min(best.flushed, flushed);
    best.process = Math.min(best.process, peer.milliseconds);
    best.run = Math.min(best.run, ours.result.report.runMs);
    best.command = Math.min(best.command, ours.milliseconds);
    for (const each of [output, peerOutput]) fs.rmSync(each);
  }
  const rate = milliseconds => (millions * MILLION) / (milliseconds / 1000);
  const each = (name, ours, peer, goal) => ({
    case: `${millions} M rows, csv to ${format}, ${name}`,
    ours: rate(ours),
    peer: rate(peer),
    ratio: peer / ours,
    unit: 'rows/s',
    ...(goal && { goal }),
  });
  return [
    each(
      'run; COPY alone',
      best.run,
      best.copy,
      millions === 10 ? '>= 0.9' : undefined,
    ),
    each('run; COPY and flush', best.run, best.flushed),
    each('command; process with COPY and flush', best.command, best.process),
  ];
}

/** The whole command for a file of 1,000 rows. */
async function cold(directory) {
  await makeRows(path.join(directory, 'in.csv'), 1000);
  const file = writePipeline(directory, 'csv');
  const times = [];
  for (let i = 0; i < 5; i++) {
    const start = performance.now();
    await run(path.join(root, 'scaleph'), ['run', file, '--json']);
    times.push(performance.now() - start);
  }
  const seconds = Math.min(...times) / 1000;
  return {
    case: 'cold ./scaleph run of 1,000 rows',
    ours: seconds,
    peer: 1.5,
    ratio: seconds / 1.5,
    unit: 's',
    goal: '< 1.5 (the peer column is the limit)',
  };
}

async function timed(work) {
  const start = performance.now();
  const result = await work();
  return { result, milliseconds: performance.now() - start };
}

/** Runs a pipeline file; throws with its reason unless it finishes. */
async function runFile(file, args = []) {
  const command = path.join(root, 'packages/cli/bin/scaleph');
  const { stdout } = await run(process.execPath, [
    command,
    'run',
    file,
    '--json',
    ...args,
  ]).catch(error => {
    throw new Error(`the run failed: ${error.stdout} ${error.stderr}`);
  });
  return { report: JSON.parse(stdout) };
}

function writePipeline(directory, format) {
  const file = path.join(directory, `${format}.json`);
  const node = (id, kind, connector, options) => ({
    id,
    kind,
    connector,
    options,
  });
  fs.writeFileSync(
    file,
    JSON.stringify({
      apiVersion: 'scaleph.io/v1alpha1',
      kind: 'Pipeline',
      metadata: { name: 'bench', owner: 'group:default/data' },
      spec: {
        type: 'seatunnel',
        mode: 'batch',
        nodes: [
          node('read', 'source', 'LocalFile', {
            path: 'in.csv',
            file_format_type: 'csv',
          }),
          node('some', 'transform', 'Sql', { query: QUERY }),
          node('write', 'sink', 'LocalFile', {
            path: `out.${format}`,
            file_format_type: format,
            ...(format === 'parquet' && { compress_codec: 'snappy' }),
          }),
        ],
        edges: [
          { from: 'read', to: 'some' },
          { from: 'some', to: 'write' },
        ],
      },
    }),
  );
  return file;
}
