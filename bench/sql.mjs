// SQL console against a direct gateway client: SELECT 1, first row, 100,000 rows; completion with 2,000 tables; memory of the page
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path, { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../scripts/lib/fingerprint.mjs';
import { startFlinkCluster } from '../tools/engines/flinkCluster.mjs';
import { layOut } from '../tools/engines/layOut.mjs';
import { percentile } from './api/load.mjs';
import { startPortal } from './api/portal.mjs';
import { report } from './lib/report.mjs';
import { openDirect } from './sql/directGateway.mjs';
import { openOurs } from './sql/ours.mjs';

const GOAL = 1.15;
const ROWS = 100_000;
const HELP = `usage: ./scaleph bench sql [--json] [--quick]

Starts a Flink cluster with a SQL Gateway and a back end, and runs the same statements through our API and through a client that speaks
to the gateway alone, taking turns. The goal is under ${GOAL} times the direct client's time.

  --json    print one JSON document instead of the table
  --quick   three turns of each; keeps and prints no table
`;

const DATAGEN = (name, rows, perSecond) => `CREATE TABLE ${name} (
  id BIGINT, name STRING, price DECIMAL(10, 2), made_at TIMESTAMP(3)
) WITH (
  'connector' = 'datagen',
  'rows-per-second' = '${perSecond}',
  ${rows ? `'number-of-rows' = '${rows}',` : ''}
  'fields.name.length' = '12'
)`;

const CASES = [
  {
    name: 'SELECT 1, whole round trip',
    statement: 'SELECT 1',
    turns: 30,
    value: ({ totalMs }) => totalMs,
  },
  {
    name: 'SHOW CATALOGS, whole round trip',
    statement: 'SHOW CATALOGS',
    turns: 50,
    value: ({ totalMs }) => totalMs,
  },
  {
    name: 'first row of an endless stream',
    statement: 'SELECT * FROM endless',
    enough: 1,
    turns: 20,
    value: ({ firstRowMs }) => firstRowMs,
  },
  {
    name: `${ROWS.toLocaleString('en')} rows of datagen`,
    statement: 'SELECT * FROM many',
    turns: 7,
    rows: ROWS,
    value: ({ totalMs }) => totalMs,
  },
];

async function compare({ direct, ours, quick, say }) {
  const results = [];
  for (const { name, statement, turns, value, enough, rows } of CASES) {
    const times = { direct: [], ours: [] };
    // One of each that does not count: the first compiles on both sides.
    for (let turn = -1; turn < (quick ? 3 : turns); turn++) {
      for (const [side, client] of Object.entries({ direct, ours })) {
        const result = await client.run(statement, { enough });
        if (rows !== undefined && result.rows !== rows)
          throw new Error(`${name}: ${side} got ${result.rows} rows`);
        if (turn >= 0) times[side].push(value(result));
      }
    }
    const [peer, own] = [times.direct, times.ours].map(list =>
      percentile(
        list.sort((a, b) => a - b),
        0.5,
      ),
    );
    say(
      `${name}: ${own.toFixed(1)} ms, direct ${peer.toFixed(1)} ms, ${(
        own / peer
      ).toFixed(2)}`,
    );
    results.push({
      case: `${name}, p50`,
      ours: round(own),
      peer: round(peer),
      ratio: round(own / peer),
      unit: 'ms',
      goal: `< ${GOAL}`,
    });
  }
  return results;
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
  const home = path.join(root, '.cache/engines');
  await layOut(home, 'flink', say);
  const load = os.loadavg()[0];
  const directory = await mkdtemp(join(os.tmpdir(), 'scaleph-bench-sql-'));
  const cluster = await startFlinkCluster({
    home,
    directory: join(directory, 'flink'),
  });
  let portal;
  try {
    portal = await startPortal({
      directory,
      database: {
        client: 'better-sqlite3',
        connection: { directory: join(directory, 'sqlite') },
      },
      server: new URL('supervise/server.ts', import.meta.url).href,
    });
    await register(portal, cluster);
    const direct = await openDirect(cluster.gatewayUrl);
    const ours = await openOurs({ ...portal, target: 'bench' });
    for (const client of [direct, ours]) {
      await client.run(DATAGEN('endless', undefined, 1_000));
      await client.run(DATAGEN('many', ROWS, 10_000_000));
    }
    const cases = await compare({ direct, ours, quick: values.quick, say });
    await direct.close();
    await ours.close();
    if (values.quick) return;
    report({
      name: 'sql',
      title: 'SQL console',
      peer: 'direct gateway client',
      cases,
      notes: [
        'Ours: a portal back end with sign-in and permissions, SQLite; direct: a plain HTTP client that asks again 10 ms after "not ready". They take turns on one Flink 1.20.3 with one TaskManager; the median counts.',
        `Everything shares the machine; its load was ${load.toFixed(
          1,
        )} when the bench began.`,
      ],
      json: values.json,
    });
  } finally {
    await portal?.stop();
    await cluster.stop();
    await rm(directory, { recursive: true, force: true });
  }
}

async function register({ port, token }, cluster) {
  const response = await fetch(`http://127.0.0.1:${port}/api/scaleph/targets`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({
      name: 'bench',
      type: 'flink-session',
      owner: 'user:default/guest',
      config: { restUrl: cluster.restUrl, gatewayUrl: cluster.gatewayUrl },
    }),
  });
  if (!response.ok)
    throw new Error(`The cluster was not registered: ${await response.text()}`);
}

await main();
