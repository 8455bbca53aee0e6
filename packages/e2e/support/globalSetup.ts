import fs from 'node:fs';
import path from 'node:path';
import { signInAsGuest } from '../../../scripts/lib/api.mjs';
import {
  layOutDemoData,
  prepareDemo,
  runDemoPipelines,
} from '../../../scripts/lib/demo.mjs';
import {
  ensurePortal,
  startPortal,
} from '../../../scripts/lib/runningPortal.mjs';
import { UserError } from '../../../scripts/lib/cli.mjs';
import { engineHome } from '../../../scripts/lib/engines.mjs';
import { findFreePort } from '../../../scripts/lib/system.mjs';
import { layOut } from '../../../tools/engines/layOut.mjs';
import { sweepTestEngines } from '../../../tools/test-servers/flink.mjs';
import { findChromium } from './chromium';
import { layOutRepository } from './repository';

/** Where the portal under test keeps everything; made afresh for each run. Seen in screenshots, hence SCALEPH_E2E_DATA. */
const DATA_DIR =
  process.env.SCALEPH_E2E_DATA ??
  path.resolve(import.meta.dirname, '../../../.cache/e2e/data');

/** As app-config.production.yaml has it, which one of our own takes the place of. */
const EXAMPLES = { type: 'file', target: './examples/catalog/all.yaml' };

/**
 * Starts the portals on fresh data directories, the one of the pages with the demo in it; tells the tests by SCALEPH_E2E_URL and
 * SCALEPH_E2E_DATA, and SCALEPH_E2E_FLINK_URL and SCALEPH_E2E_FLINK_DATA, where they are. While tests are written, the first two may
 * name a demo that is up already, for all tests.
 */
export default async function globalSetup() {
  if (!process.env.SCALEPH_CHROMIUM) {
    const found = await findChromium();
    if ('path' in found) process.env.SCALEPH_CHROMIUM = found.path;
    else process.env.SCALEPH_NO_CHROMIUM = found.missing;
  }
  await fetchEngines();
  if (process.env.SCALEPH_E2E_URL) return undefined;
  await ensurePortal((work: () => Promise<void>) => work());
  const flinkDataDir = `${DATA_DIR}-flink`;
  for (const directory of [DATA_DIR, flinkDataDir]) {
    fs.rmSync(directory, { recursive: true, force: true });
    fs.mkdirSync(directory, { recursive: true });
  }
  const [pages, flink] = await Promise.all([
    startWithDemo(DATA_DIR),
    startFresh(flinkDataDir, [EXAMPLES]),
  ]);
  Object.assign(process.env, {
    SCALEPH_E2E_URL: pages.url,
    SCALEPH_E2E_DATA: DATA_DIR,
    SCALEPH_E2E_FLINK_URL: flink.url,
    SCALEPH_E2E_FLINK_DATA: flinkDataDir,
  });
  return async () => {
    await Promise.all([pages.stop(), flink.stop()]);
  };
}

async function startWithDemo(dataDir: string) {
  const portal = await startFresh(dataDir, [
    EXAMPLES,
    layOutRepository(dataDir),
  ]);
  const call = await signInAsGuest(portal.url);
  await prepareDemo(call, dataDir);
  await runDemoPipelines(call);
  return portal;
}

async function startFresh(dataDir: string, locations: object[]) {
  layOutDemoData(dataDir);
  return startPortal(
    dataDir,
    await findFreePort(),
    {},
    { catalog: { locations } },
  );
}

/** Real Flink and Kafka; SCALEPH_NO_FLINK says why this machine cannot have them. */
async function fetchEngines() {
  const say = (line: string) => process.stderr.write(`scaleph: ${line}\n`);
  try {
    await layOut(engineHome, 'flink', say);
    await layOut(engineHome, 'kafka', say);
    // A worker that was killed has removed nothing.
    await sweepTestEngines();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    process.env.SCALEPH_NO_FLINK = error.message;
  }
}
