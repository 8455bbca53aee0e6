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
import { findChromium } from './chromium';
import { layOutRepository } from './repository';

/** Where the portal under test keeps everything; made afresh for each run. Seen in screenshots, hence SCALEPH_E2E_DATA. */
const DATA_DIR =
  process.env.SCALEPH_E2E_DATA ??
  path.resolve(import.meta.dirname, '../../../.cache/e2e/data');

/** As app-config.production.yaml has it, which one of our own takes the place of. */
const EXAMPLES = { type: 'file', target: './examples/catalog/all.yaml' };

/**
 * Starts the portal on a fresh data directory with the demo in it; tells the tests by SCALEPH_E2E_URL and SCALEPH_E2E_DATA where it
 * is. While tests are written, both variables may name a demo that is up already.
 */
export default async function globalSetup() {
  if (!process.env.SCALEPH_CHROMIUM) {
    const found = await findChromium();
    if ('path' in found) process.env.SCALEPH_CHROMIUM = found.path;
    else process.env.SCALEPH_NO_CHROMIUM = found.missing;
  }
  await fetchEngines();
  if (process.env.SCALEPH_E2E_URL) return undefined;
  fs.rmSync(DATA_DIR, { recursive: true, force: true });
  fs.mkdirSync(DATA_DIR, { recursive: true });
  layOutDemoData(DATA_DIR);
  await ensurePortal((work: () => Promise<void>) => work());
  const portal = await startPortal(
    DATA_DIR,
    await findFreePort(),
    {},
    { catalog: { locations: [EXAMPLES, layOutRepository(DATA_DIR)] } },
  );
  process.env.SCALEPH_E2E_URL = portal.url;
  process.env.SCALEPH_E2E_DATA = DATA_DIR;
  const call = await signInAsGuest(portal.url);
  await prepareDemo(call, DATA_DIR);
  await runDemoPipelines(call);
  return () => portal.stop();
}

/** Real Flink and Kafka; SCALEPH_NO_FLINK says why this machine cannot have them. */
async function fetchEngines() {
  const say = (line: string) => process.stderr.write(`scaleph: ${line}\n`);
  try {
    await layOut(engineHome, 'flink', say);
    await layOut(engineHome, 'kafka', say);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    process.env.SCALEPH_NO_FLINK = error.message;
  }
}
