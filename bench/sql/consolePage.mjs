// The console in Chromium, in the portal as it is built: how soon completion stands there, and what 100,000 rows cost the tab.
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findChromium } from '../../packages/e2e/support/chromium.ts';
import { signInAsGuest } from '../../scripts/lib/api.mjs';
import { startPortal } from '../../scripts/lib/runningPortal.mjs';
import { findFreePort } from '../../scripts/lib/system.mjs';
import { percentile } from '../api/load.mjs';

const TABLES = 2_000;
const PARALLEL = 4;
const TYPED = 60;
const LOADS = 12;
const TABLE_NAMES = Array.from(
  { length: TABLES },
  (_, n) => `t${String(n).padStart(4, '0')}_events`,
);

/** Keeps when a key went down and when the list of completions first stood there after it. */
function watchCompletion() {
  const seen = { down: 0, shown: undefined, labels: 0 };
  window.watched = seen;
  document.addEventListener(
    'keydown',
    () => Object.assign(seen, { down: performance.now(), shown: undefined }),
    true,
  );
  new MutationObserver(() => {
    if (seen.shown !== undefined) return;
    const items = document.querySelectorAll('.cm-tooltip-autocomplete li');
    if (items.length === 0) return;
    seen.labels = items.length;
    // The next frame draws it.
    seen.shown = performance.now();
  }).observe(document, { childList: true, subtree: true });
}

/**
 * Starts the portal of `.cache/portal`, opens a session with 2,000 tables and one of 100,000 rows, and looks at its page. Resolves to
 * `{typed, first, memory}`: sorted milliseconds of completions, without the page having the names and with them, and megabytes.
 */
export async function measurePage({ cluster, createMany, quick, say }) {
  const directory = await mkdtemp(join(os.tmpdir(), 'scaleph-bench-page-'));
  const portal = await startPortal(directory, await findFreePort());
  let browser;
  try {
    const call = await signInAsGuest(portal.url);
    await prepare({ call, cluster, createMany, say });
    const found = await findChromium();
    if ('missing' in found) throw new Error(found.missing);
    browser = await chromium.launch({
      executablePath: process.env.SCALEPH_CHROMIUM ?? found.path,
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
    });
    const page = await browser.newPage({
      viewport: { width: 1440, height: 900 },
      locale: 'en',
    });
    await page.addInitScript(watchCompletion);
    const first = [];
    for (let load = 0; load < (quick ? 2 : LOADS); load++) {
      await openConsole(page, portal.url);
      first.push(await complete(page, 't'));
    }
    const typed = [];
    for (let turn = 0; turn < (quick ? 5 : TYPED); turn++)
      typed.push(await complete(page, 't'));
    const memory = await measureRows(page);
    const ascending = (a, b) => a - b;
    return {
      first: first.sort(ascending),
      typed: typed.sort(ascending),
      memory,
    };
  } finally {
    await browser?.close();
    await portal.stop();
    await rm(directory, { recursive: true, force: true });
  }
}

/** A target, and a session that the page will find: the newest of its user there. */
async function prepare({ call, cluster, createMany, say }) {
  await call('POST', '/scaleph/targets', {
    body: {
      name: 'bench',
      type: 'flink-session',
      owner: 'user:default/guest',
      config: { restUrl: cluster.restUrl, gatewayUrl: cluster.gatewayUrl },
    },
  });
  const { body: session } = await call('POST', '/scaleph/sql/sessions', {
    body: { kind: 'target', place: 'bench' },
  });
  const run = async statement => {
    const { body } = await call(
      'POST',
      `/scaleph/sql/sessions/${session.id}/operations`,
      { body: { statement, waitMs: 5_000 } },
    );
    if (body.page?.error) throw new Error(body.page.error.message);
  };
  say(`making ${TABLES.toLocaleString('en')} tables`);
  await run('CREATE DATABASE big');
  await run('USE big');
  const names = [...TABLE_NAMES];
  const worker = async () => {
    for (let name = names.pop(); name !== undefined; name = names.pop())
      await run(
        `CREATE TABLE ${name} (id BIGINT, name STRING) WITH ('connector' = 'datagen')`,
      );
  };
  await Promise.all(Array.from({ length: PARALLEL }, worker));
  await run(createMany);
}

async function openConsole(page, url) {
  await page.goto(`${url}/scaleph/sql?place=target:bench`);
  await page
    .getByRole('button', { name: 'Run', exact: true })
    .and(page.locator(':enabled'))
    .waitFor();
}

/** Milliseconds from the key to the list, with the cursor where the name of a table is expected. */
async function complete(page, key) {
  const editor = page.getByRole('textbox', { name: 'SQL' });
  await editor.click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
  await page.keyboard.insertText('SELECT * FROM ');
  await page.keyboard.press('Escape');
  await page.locator('.cm-tooltip-autocomplete').waitFor({ state: 'detached' });
  await page.keyboard.press(key);
  await page.waitForFunction(() => window.watched.shown !== undefined);
  const { down, shown } = await page.evaluate(() => window.watched);
  return shown - down;
}

/** Of the JavaScript heap after it was collected: before and after a result, with the number of DOM nodes. */
async function measureRows(page) {
  const client = await page.context().newCDPSession(page);
  await client.send('HeapProfiler.enable');
  const look = async () => {
    await client.send('HeapProfiler.collectGarbage');
    const { usedSize } = await client.send('Runtime.getHeapUsage');
    const { nodes } = await client.send('Memory.getDOMCounters');
    return { heap: usedSize / 1e6, nodes };
  };
  const editor = page.getByRole('textbox', { name: 'SQL' });
  await editor.click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText('SELECT * FROM many');
  await page.keyboard.press('Escape');
  const before = await look();
  await page.keyboard.press('ControlOrMeta+Enter');
  await page
    .getByText(/^100,000 rows/)
    .first()
    .waitFor({ timeout: 120_000 });
  await page.getByRole('button', { name: 'Stop', exact: true }).waitFor({
    state: 'detached',
    timeout: 60_000,
  });
  const after = await look();
  return { before, after };
}

/** Nearest rank. */
export const p95 = sorted => percentile(sorted, 0.95);
