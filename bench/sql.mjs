// SQL console against a direct gateway client: SELECT 1, first row, 100,000 rows; completion with 2,000 tables; memory of the page
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path, { join } from 'node:path';
import { parseArgs } from 'node:util';
import { UserError } from '../scripts/lib/cli.mjs';
import { root } from '../scripts/lib/fingerprint.mjs';
import { ensurePortal } from '../scripts/lib/runningPortal.mjs';
import { startFlinkCluster } from '../tools/engines/flinkCluster.mjs';
import { layOut } from '../tools/engines/layOut.mjs';
import { percentile } from './api/load.mjs';
import { startPortal } from './api/portal.mjs';
import { report } from './lib/report.mjs';
import { measurePage, p95 } from './sql/consolePage.mjs';
import { openDirect } from './sql/directGateway.mjs';
import { openOurs } from './sql/ours.mjs';

const GOAL = 1.15;
const ROWS = 100_000;
const COMPLETION_GOAL = 50;
const HELP = `usage: ./scaleph bench sql [--json] [--quick] [--only api|page]

Starts a Flink cluster with a SQL Gateway and a back end, and runs the same statements through our API and through a client that speaks
to the gateway alone, taking turns. The goal is under ${GOAL} times the direct client's time. Then opens the console of the built portal in
Chromium: completion with 2,000 tables, goal under ${COMPLETION_GOAL} ms (p95), and what 100,000 rows cost the tab.

  --json    print one JSON document instead of the table
  --only    one of the two parts; the numbers of the other one stay
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

/**
 * Rows of an endless query are given out with a checkpoint. Our API makes them every 500 ms where the cluster makes them less
 * often; with an interval that it leaves alone, both sides wait for the same.
 */
const INTERVAL = 'execution.checkpointing.interval';

/** `warm`: turns that do not count; `before` and `after`: statements on both sides. */
const CASES = [
  {
    name: 'SELECT 1, whole round trip',
    statement: 'SELECT 1',
    warm: 3,
    turns: 40,
    value: ({ totalMs }) => totalMs,
  },
  {
    name: 'SHOW CATALOGS, whole round trip',
    statement: 'SHOW CATALOGS',
    warm: 50,
    turns: 100,
    value: ({ totalMs }) => totalMs,
  },
  {
    name: 'first row of an endless stream, checkpoints every 10 s',
    statement: 'SELECT * FROM endless',
    enough: 1,
    warm: 1,
    turns: 15,
    value: ({ firstRowMs }) => firstRowMs,
  },
  {
    name: 'first row of an endless stream, checkpoints every 50 ms',
    statement: 'SELECT * FROM endless',
    before: `SET '${INTERVAL}' = '50 ms'`,
    after: `RESET '${INTERVAL}'`,
    enough: 1,
    warm: 3,
    turns: 40,
    value: ({ firstRowMs }) => firstRowMs,
  },
  {
    name: `${ROWS.toLocaleString('en')} rows of datagen`,
    statement: 'SELECT * FROM many',
    before: `SET '${INTERVAL}' = '500 ms'`,
    after: `RESET '${INTERVAL}'`,
    warm: 3,
    turns: 15,
    rows: ROWS,
    value: ({ totalMs }) => totalMs,
  },
];

async function compare({ direct, ours, quick, say }) {
  const results = [];
  for (const each of CASES) {
    const clients = { direct, ours };
    const times = await takeTurns({ ...each, clients, quick });
    const [peer, own] = [times.direct, times.ours].map(list =>
      percentile(
        list.sort((a, b) => a - b),
        0.5,
      ),
    );
    say(
      `${each.name}: ${own.toFixed(1)} ms, direct ${peer.toFixed(1)} ms, ${(
        own / peer
      ).toFixed(2)}`,
    );
    results.push({
      case: `${each.name}, p50`,
      ours: round(own),
      peer: round(peer),
      ratio: round(own / peer),
      unit: 'ms',
      goal: `< ${GOAL}`,
    });
  }
  return results;
}

/** Each side begins every other turn: what one leaves behind on the cluster slows the other down. */
async function takeTurns({ clients, quick, ...each }) {
  const { name, statement, before, after, enough, rows, value } = each;
  const { warm, turns } = quick
    ? { warm: Math.min(each.warm, 10), turns: 3 }
    : each;
  const times = { direct: [], ours: [] };
  if (before) for (const it of Object.values(clients)) await it.run(before);
  for (let turn = -warm; turn < turns; turn++) {
    const sides = turn % 2 ? ['direct', 'ours'] : ['ours', 'direct'];
    for (const side of sides) {
      const result = await clients[side].run(statement, { enough });
      if (rows !== undefined && result.rows !== rows)
        throw new Error(`${name}: ${side} got ${result.rows} rows`);
      if (turn >= 0) times[side].push(value(result));
    }
  }
  if (after) for (const it of Object.values(clients)) await it.run(after);
  return times;
}

function round(value) {
  return Number(value.toFixed(2));
}

/** Through our API and past it. */
async function measureApi({ cluster, directory, quick, say }) {
  const portal = await startPortal({
    directory,
    database: {
      client: 'better-sqlite3',
      connection: { directory: join(directory, 'sqlite') },
    },
    server: new URL('supervise/server.ts', import.meta.url).href,
  });
  try {
    await register(portal, cluster);
    const direct = await openDirect(cluster.gatewayUrl);
    const ours = await openOurs({ ...portal, target: 'bench' });
    for (const client of [direct, ours]) {
      await client.run(DATAGEN('endless', undefined, 1_000));
      await client.run(DATAGEN('many', ROWS, 10_000_000));
    }
    const cases = await compare({ direct, ours, quick, say });
    await direct.close();
    await ours.close();
    return cases;
  } finally {
    await portal.stop();
  }
}

/** In the console's page. */
async function measureConsole({ cluster, quick, say }) {
  await ensurePortal(build => {
    say('building the portal (a few minutes)');
    return build();
  });
  const createMany = DATAGEN('many', ROWS, 10_000_000);
  const { typed, first, memory } = await measurePage({
    cluster,
    createMany,
    quick,
    say,
  });
  const { before, after } = memory;
  const told = (title, ours, unit) => ({
    case: `page: ${title}`,
    ours: round(ours),
    unit,
  });
  const cases = [
    {
      ...told('completion among 2,000 tables, p95', p95(typed), 'ms'),
      goal: `< ${COMPLETION_GOAL}`,
    },
    told('the same, p50', percentile(typed, 0.5), 'ms'),
    told(
      'first completion after the page was opened, p50',
      percentile(first, 0.5),
      'ms',
    ),
    told(
      'JavaScript heap of 100,000 rows of 4 columns',
      after.heap - before.heap,
      'MB',
    ),
    told('JavaScript heap of the page without them', before.heap, 'MB'),
    told('DOM nodes that they add', after.nodes - before.nodes, 'nodes'),
  ];
  for (const { case: title, ours, unit } of cases)
    say(`${title}: ${ours} ${unit}`);
  return cases;
}

async function main() {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      quick: { type: 'boolean', default: false },
      only: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return;
  }
  const { only, quick } = values;
  if (only && !['api', 'page'].includes(only))
    throw new UserError(`--only is "${only}": it may be api or page`);
  const say = message => process.stderr.write(`${message}\n`);
  const home = path.join(root, '.cache/engines');
  await layOut(home, 'flink', say);
  const load = os.loadavg()[0];
  const directory = await mkdtemp(join(os.tmpdir(), 'scaleph-bench-sql-'));
  const cluster = await startFlinkCluster({
    home,
    directory: join(directory, 'flink'),
  });
  try {
    const measured = { cluster, directory, quick, say };
    const cases = [
      ...(only === 'page' ? [] : await measureApi(measured)),
      ...(only === 'api' ? [] : await measureConsole(measured)),
    ];
    if (quick) return;
    report({
      name: 'sql',
      title: 'SQL console',
      peer: 'direct gateway client',
      cases,
      notes: notes(load),
      json: values.json,
    });
  } finally {
    await cluster.stop();
    await rm(directory, { recursive: true, force: true });
  }
}

function notes(load) {
  return [
    'Ours: a portal back end with sign-in and permissions, SQLite; direct: a plain HTTP client that asks again 10 ms after "not ready". They take turns on one Flink 1.20.3 with one TaskManager, after some turns that do not count; the median counts.',
    'Flink gives the rows of an endless query out with a checkpoint. `engine up flink` makes one every 10 s; Scaleph makes one every 500 ms for a query that is looked at, unless the session has a shorter interval, as in the second case. The 100,000 rows are measured with 500 ms on both sides: such a checkpoint costs a query that ends by itself after a second some 0.15 s.',
    'Page: the built portal in headless Chromium. Completion: from the key to the list in the page; its first time after the page was opened, it loads the grammar and asks the gateway for the names.',
    'Heap after a collection. A result keeps 100,000 rows in the tab, a changelog its newest 100,000 changes; the table draws what is seen.',
    `Everything shares the machine; its load was ${load.toFixed(
      1,
    )} when the bench began.`,
  ];
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
