// requests per second and p99 of list and get with 10,000 pipelines and 100,000 runs, in SQLite and PostgreSQL
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { postgres, sqlite } from './api/databases.mjs';
import { closedLoop, openLoop, percentile } from './api/load.mjs';
import { startPortal } from './api/portal.mjs';
import { report } from './lib/report.mjs';

const GOAL_P99 = 50;
const RATE = 50;
const CONNECTIONS = 16;
const HELP = `usage: ./scaleph bench api [--json] [--quick]

Starts a back end with sign-in, permissions, Scaleph and its engine over a database of 10,000 pipelines and 100,000 runs, SQLite and
then PostgreSQL, and asks it over HTTP as a signed-in user: ${RATE} requests a second in an open loop (times count from when a request
was due), then as many as ${CONNECTIONS} connections get through. The goal is a p99 under ${GOAL_P99} ms at ${RATE} requests a second.

  --json    print one JSON document instead of the table
  --quick   3 seconds a case instead of 10, over a tenth of the rows; keeps and prints no table
`;

/** What is asked: each gives the path of request number n. */
function requestsOf(pipelines, runs) {
  return {
    'health check (the floor)': () => '/.backstage/health/v1/liveness',
    'list pipelines': () => '/api/scaleph/pipelines',
    'list pipelines, page 2 by time': () =>
      `/api/scaleph/pipelines?sort=-updatedAt&cursor=${pipelines.nextCursor}`,
    'list pipelines, search': n =>
      `/api/scaleph/pipelines?search=number%20${n % 1000}`,
    'list pipelines, last run failed': () =>
      '/api/scaleph/pipelines?state=FAILED',
    'get pipeline': n =>
      `/api/scaleph/pipelines/${
        pipelines.items[n % pipelines.items.length].name
      }`,
    'list runs': () => '/api/scaleph/runs',
    'list runs, failed': () => '/api/scaleph/runs?state=FAILED',
    'list runs of a pipeline': n =>
      `/api/scaleph/pipelines/${
        pipelines.items[n % pipelines.items.length].name
      }/runs`,
    'get run': n => `/api/scaleph/runs/${runs.items[n % runs.items.length].id}`,
  };
}

async function measure(client, seconds, say) {
  const pipelines = await client.get(
    '/api/scaleph/pipelines?sort=-updatedAt&limit=200',
  );
  const runs = await client.get('/api/scaleph/runs?limit=200');
  const rows = [];
  for (const [name, pathOf] of Object.entries(requestsOf(pipelines, runs))) {
    await openLoop({ client, rate: RATE, seconds: 1, pathOf });
    const times = await openLoop({ client, rate: RATE, seconds, pathOf });
    const perSecond = await closedLoop({
      client,
      connections: CONNECTIONS,
      seconds: Math.min(seconds, 5),
      pathOf,
    });
    const row = {
      name,
      p50: percentile(times, 0.5),
      p99: percentile(times, 0.99),
      perSecond,
    };
    say(
      `${name}: p50 ${row.p50.toFixed(1)} ms, p99 ${row.p99.toFixed(
        1,
      )} ms, ${perSecond.toFixed(0)} requests/s`,
    );
    rows.push(row);
  }
  return rows;
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
    ? { pipelines: 1_000, runs: 10_000 }
    : { pipelines: 10_000, runs: 100_000 };
  const results = [];
  const load = os.loadavg()[0];
  for (const [name, open] of [
    ['SQLite', sqlite],
    ['PostgreSQL', postgres],
  ]) {
    const directory = await mkdtemp(join(os.tmpdir(), 'scaleph-bench-api-'));
    say(`${name}: filling a database`);
    const database = await open({ directory, size });
    try {
      const portal = await startPortal({
        directory,
        database: database.database,
      });
      try {
        const rows = await measure(portal.client, values.quick ? 3 : 10, say);
        results.push(...rows.map(row => ({ database: name, ...row })));
      } finally {
        await portal.stop();
      }
    } finally {
      await database.stop();
      await rm(directory, { recursive: true, force: true });
    }
  }
  if (values.quick) return;
  report({
    name: 'api',
    title: 'API',
    peer: 'limit',
    cases: results.flatMap(row => toCases(row)),
    notes: [
      `${size.pipelines.toLocaleString(
        'en',
      )} pipelines and ${size.runs.toLocaleString(
        'en',
      )} runs. p99: ${RATE} requests a second in an open loop, times counted from when a request was due. "most": ${CONNECTIONS} connections, each asking again when it is answered; it has no limit to hold.`,
      'Each request carries a user token and is decided by the permission back end; the health check passes none of that and shows what the machine and Node.js alone cost.',
      `Load generator, back end (one process) and PostgreSQL share the machine; its load was ${load.toFixed(
        1,
      )} when the bench began.`,
    ],
    json: values.json,
  });
}

function toCases({ database, name, p50, p99, perSecond }) {
  return [
    {
      case: `${database}: ${name}, p99`,
      ours: round(p99),
      peer: GOAL_P99,
      ratio: round(p99 / GOAL_P99),
      unit: 'ms',
      goal: `< ${GOAL_P99}`,
      p50: round(p50),
    },
    {
      case: `${database}: ${name}, most`,
      ours: Math.round(perSecond),
      unit: 'requests/s',
    },
  ];
}

function round(value) {
  return Number(value.toFixed(2));
}

await main();
