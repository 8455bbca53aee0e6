// 1,000 jobs on a recorded cluster: requests, CPU and memory they cost, and how soon an open page shows a change
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { postgres, sqlite } from './api/databases.mjs';
import { percentile } from './api/load.mjs';
import { startPortal } from './api/portal.mjs';
import { report } from './lib/report.mjs';
import { openPage } from './supervise/openPage.mjs';
import { processUse } from './supervise/processUse.mjs';
import { startRecordedCluster } from './supervise/recordedCluster.mjs';
import { submitRuns } from './supervise/submitRuns.mjs';

const LATENCY_MS = 20;
const GOAL_SECONDS = 2;
const GOAL_REQUESTS = 2;
const HELP = `usage: ./scaleph bench supervise [--json] [--quick]

Starts a back end with the Flink engine and a server that answers as a recorded Flink 1.20.3 did, ${LATENCY_MS} ms after each request.
1,000 runs are started on it; for a minute nothing happens, then jobs begin to restart one after the other. The goals: a page that is open on a
run shows the change within ${GOAL_SECONDS} s (p99), and the cluster gets at most ${GOAL_REQUESTS} requests a second.

  --json    print one JSON document instead of the table
  --quick   100 runs and 10 seconds; keeps and prints no table
`;

const sleep = ms => new Promise(resolve => setTimeout(resolve, ms));

/** For so long, with nothing going on. */
async function measureRest({ cluster, portal, seconds }) {
  const requests = cluster.requests();
  const before = processUse(portal.pid);
  await sleep(seconds * 1000);
  const after = processUse(portal.pid);
  return {
    requestsPerSecond: (cluster.requests() - requests) / seconds,
    cpuShare: (after.cpuSeconds - before.cpuSeconds) / seconds,
    memoryMegabytes: after.memoryBytes / 1e6,
  };
}

/** Milliseconds from each change until an open page shows it. */
async function measureChanges({ cluster, portal, runs, seconds, rate }) {
  const changed = new Map();
  const seen = new Map();
  const page = await openPage({
    ...portal,
    onState: (id, state, at) => {
      if (state === 'RESTARTING' && !seen.has(id)) seen.set(id, at);
    },
  });
  const requests = cluster.requests();
  try {
    for (let n = 0; n < seconds * rate; n++) {
      const run = runs[n];
      changed.set(run.id, cluster.change(run.jobId, 'RESTARTING'));
      await sleep(1000 / rate);
    }
    const requestsPerSecond = (cluster.requests() - requests) / seconds;
    const limit = Date.now() + 30_000;
    while (seen.size < changed.size && Date.now() < limit) await sleep(50);
    if (page.failures.length) throw page.failures[0];
    // One that no page showed within half a minute counts as that.
    const delays = [...changed].map(([id, at]) => (seen.get(id) ?? limit) - at);
    return { delays: delays.sort((a, b) => a - b), requestsPerSecond };
  } finally {
    page.close();
  }
}

async function measure({ name, open, size, say }) {
  const directory = await mkdtemp(
    join(os.tmpdir(), 'scaleph-bench-supervise-'),
  );
  const cluster = await startRecordedCluster({ latencyMs: LATENCY_MS });
  const database = await open({
    directory,
    size: { pipelines: 0, runs: 0 },
  });
  let portal;
  try {
    portal = await startPortal({
      directory,
      database: database.database,
      server: new URL('supervise/server.ts', import.meta.url).href,
      scaleph: { runs: { maxActive: size.runs + 100 } },
    });
    const idleMegabytes = processUse(portal.pid).memoryBytes / 1e6;
    say(`${name}: starting ${size.runs} runs`);
    const started = performance.now();
    const runs = await submitRuns({ portal, cluster, count: size.runs });
    const startSeconds = (performance.now() - started) / 1000;
    say(`${name}: all run after ${startSeconds.toFixed(0)} s; at rest`);
    const rest = await measureRest({ cluster, portal, ...size });
    say(
      `${name}: ${rest.requestsPerSecond.toFixed(2)} requests/s, ${(
        rest.cpuShare * 100
      ).toFixed(0)} % of a core, ${rest.memoryMegabytes.toFixed(0)} MB`,
    );
    const changes = await measureChanges({ ...size, cluster, portal, runs });
    say(
      `${name}: p50 ${percentile(changes.delays, 0.5)} ms, p99 ${percentile(
        changes.delays,
        0.99,
      )} ms; ${JSON.stringify(cluster.kinds())}`,
    );
    return toCases(name, { startSeconds, idleMegabytes, rest, changes, size });
  } finally {
    await portal?.stop();
    await cluster.stop();
    await database.stop();
    await rm(directory, { recursive: true, force: true });
  }
}

function toCases(name, { startSeconds, idleMegabytes, rest, changes, size }) {
  const seconds = fraction => percentile(changes.delays, fraction) / 1000;
  const limited = (title, ours, peer, unit) => ({
    case: `${name}: ${title}`,
    ours: round(ours),
    peer,
    ratio: round(ours / peer),
    unit,
    goal: `< ${peer}`,
  });
  const told = (title, ours, unit) => ({
    case: `${name}: ${title}`,
    ours: round(ours),
    unit,
  });
  return [
    limited('change until the page shows it, p99', seconds(0.99), 2, 's'),
    told('change until the page shows it, p50', seconds(0.5), 's'),
    limited(
      'requests to the cluster at rest',
      rest.requestsPerSecond,
      GOAL_REQUESTS,
      'requests/s',
    ),
    limited(
      `requests while ${size.rate} jobs a second begin to restart`,
      changes.requestsPerSecond,
      GOAL_REQUESTS,
      'requests/s',
    ),
    told('back end at rest, of one core', rest.cpuShare * 100, '%'),
    told('back end, resident memory', rest.memoryMegabytes, 'MB'),
    told('the same before the first run', idleMegabytes, 'MB'),
    told(
      `${size.runs} runs from the first request to RUNNING`,
      startSeconds,
      's',
    ),
  ];
}

function round(value) {
  return Number(value.toFixed(2));
}

async function main() {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      quick: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return;
  }
  const say = message => process.stderr.write(`${message}\n`);
  const size = values.quick
    ? { runs: 100, seconds: 10, rate: 2 }
    : { runs: 1_000, seconds: 60, rate: 2 };
  const load = os.loadavg()[0];
  const cases = [];
  for (const [name, open] of [
    ['SQLite', sqlite],
    ['PostgreSQL', postgres],
  ]) {
    cases.push(...(await measure({ name, open, size, say })));
  }
  if (values.quick) return;
  report({
    name: 'supervise',
    title: 'Supervision',
    peer: 'limit',
    cases,
    notes: [
      `${size.runs.toLocaleString(
        'en',
      )} streaming runs on one cluster, which answers each request ${LATENCY_MS} ms later with what a Flink 1.20.3 answered. At rest: ${
        size.seconds
      } s without a change. A page is a signals socket and the request that the front end makes 150 ms after a signal.`,
      "Most of the memory is V8's for the start of a back end from its sources, which Node.js does not give back; collected, the heap holds 145 MB with 20 runs and 152 MB with 1,000.",
      `Back end (one process), cluster, page and database share the machine; its load was ${load.toFixed(
        1,
      )} when the bench began.`,
    ],
    json: values.json,
  });
}

await main();
