// Lays the engines out in a directory from what the registries hold.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { UserError } from '../../scripts/lib/cli.mjs';
import { requireDiskSpace } from '../../scripts/lib/system.mjs';
import { fetchFromMaven, fetchFromPip } from './fetching.mjs';
import { withLock } from './lock.mjs';
import { plainPath } from './plainPath.mjs';
import { requirePrograms } from './prerequisites.mjs';
import { ENGINES, flinkPart, PARTS, SEATUNNEL_PLUGINS } from './releases.mjs';
import { replaceInJar } from './replaceInJar.mjs';

const PATCH = 'FlinkSinkWriterContext.class';
const PATCHED =
  'org/apache/seatunnel/translation/flink/sink/FlinkSinkWriterContext.class';

/**
 * Where each part is, or will be, below `home`: absolute directories by the names of releases.mjs. With `flinkVersion`, those of another
 * release of Flink (layOutFlink), for which there are no connectors.
 */
export function layoutOf(home, flinkVersion) {
  const versionOf = name =>
    flinkVersion && ['flink', 'connectors'].includes(name)
      ? flinkVersion
      : PARTS[name].version;
  return Object.fromEntries(
    Object.keys(PARTS).map(name => [
      name,
      path.join(home, `${name}-${versionOf(name)}`),
    ]),
  );
}

/** The releases of Flink below `home`. */
export function flinkVersionsOf(home) {
  return fs
    .globSync('flink-*.*.*', { cwd: home })
    .filter(name => /^flink-[\d.]+$/.test(name))
    .map(name => name.slice('flink-'.length));
}

/** Fetches one more release of Flink with its SQL Gateway below `home` (up to 240 MB), for tests of several. */
export async function layOutFlink(home, version, say) {
  // Maven runs elsewhere.
  if (!path.isAbsolute(home))
    return layOutFlink(path.resolve(home), version, say);
  const place = layoutOf(home, version).flink;
  if (fs.existsSync(place)) return undefined;
  await requirePrograms(['java', 'maven', 'pip'], say);
  return withLock(path.join(home, 'lock'), { say }, async () => {
    removeLeftovers(home);
    requireDiskSpace(home, 3 * PARTS.flink.megabytes);
    await layOutPart('flink', place, say, flinkPart(version));
  });
}

/** The jars that a client of the cluster sends: absolute files, and folders of more. */
export function jarsOf(home) {
  const layout = layoutOf(home);
  const [connectors, seatunnel, cdc] = [
    layout.connectors,
    layout.seatunnel,
    layout.cdc,
  ].map(plainPath);
  const [cdcDist] = fs.globSync('lib/*.jar', { cwd: cdc });
  return {
    seatunnelStarter: path.join(
      seatunnel,
      'starter/seatunnel-flink-15-starter.jar',
    ),
    seatunnelHome: seatunnel,
    cdcDist: path.join(cdc, cdcDist),
    cdcConnectors: path.join(cdc, 'connectors'),
    sqlConnectors: connectors,
    topSpeedWindowing: path.join(connectors, 'examples/TopSpeedWindowing.jar'),
  };
}

/** Whether everything that `engine` (flink or kafka) needs is laid out below `home`. */
export function isLaidOut(home, engine) {
  const layout = layoutOf(home);
  return ENGINES[engine].every(name => fs.existsSync(layout[name]));
}

/**
 * Fetches what `engine` needs and is not yet below `home`. A part is made beside its place and moved there whole, so that an
 * interrupted start leaves nothing that is taken for done. `say` is told what happens, one line each. Returns the layout.
 */
export async function layOut(home, engine, say) {
  const layout = layoutOf(home);
  if (isLaidOut(home, engine)) return layout;
  await requirePrograms(['java', 'maven', 'pip'], say);
  await withLock(path.join(home, 'lock'), { say }, async () => {
    removeLeftovers(home);
    const missing = ENGINES[engine].filter(
      name => !fs.existsSync(layout[name]),
    );
    const megabytes = missing.reduce(
      (sum, name) => sum + PARTS[name].megabytes,
      0,
    );
    // The downloads, what is made of them, and the client's own copies.
    requireDiskSpace(home, 3 * megabytes);
    for (const name of missing) await layOutPart(name, layout[name], say);
  });
  return layout;
}

async function layOutPart(name, place, say, part = PARTS[name]) {
  const start = performance.now();
  const work = `${place}.part`;
  const target = path.join(work, 'done');
  fs.mkdirSync(target, { recursive: true });
  say(`${part.title}: fetching up to ${part.megabytes} MB …`);
  let before = 0;
  const progress = reportEvery(5_000, megabytes =>
    say(
      `${part.title}: ${Math.round(before + megabytes)} of ${
        part.megabytes
      } MB`,
    ),
  );
  if (part.python) {
    const file = await fetchFromPip(part.python, { directory: work, progress });
    before = fs.statSync(file).size / 1e6;
    unpackFlink(file, work, target);
  }
  await fetchFromMaven(part, { directory: work, target, progress });
  for (const folder of part.folders ?? [])
    fs.mkdirSync(path.join(target, folder), { recursive: true });
  if (name === 'seatunnel') finishSeaTunnel(target);
  fs.renameSync(target, place);
  fs.rmSync(work, { recursive: true, force: true });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  say(`${part.title}: ready after ${seconds} s`);
}

/** The Python package carries the jars of Flink's distribution: in `deps`, from 2.0 on (a wheel, which is a zip) in `pyflink`. */
function unpackFlink(file, work, target) {
  const unpacked = path.join(work, 'unpacked');
  fs.mkdirSync(unpacked);
  if (file.endsWith('.whl'))
    execFileSync('unzip', ['-q', file, '-d', unpacked]);
  else execFileSync('tar', ['xzf', file, '-C', unpacked]);
  const [deps] = fs.globSync(['*/deps', 'pyflink'], { cwd: unpacked });
  if (!deps)
    throw new UserError(
      `${path.basename(file)} holds no "deps": is it another release?`,
    );
  for (const folder of ['lib', 'opt', 'plugins'])
    fs.renameSync(path.join(unpacked, deps, folder), path.join(target, folder));
}

function finishSeaTunnel(target) {
  const starter = path.join(target, 'starter/seatunnel-flink-15-starter.jar');
  const patch = path.join(import.meta.dirname, 'compat', PATCH);
  fs.writeFileSync(
    starter,
    replaceInJar(fs.readFileSync(starter), {
      [PATCHED]: fs.readFileSync(patch),
    }),
  );
  const lines = Object.entries(SEATUNNEL_PLUGINS).flatMap(([kind, plugins]) =>
    Object.entries(plugins).map(
      ([plugin, jar]) => `seatunnel.${kind}.${plugin} = ${jar}\n`,
    ),
  );
  fs.writeFileSync(
    path.join(target, 'connectors/plugin-mapping.properties'),
    lines.join(''),
  );
}

/** What an interrupted start has left: nobody else is at work under the lock. */
function removeLeftovers(home) {
  for (const name of fs.readdirSync(home))
    if (name.endsWith('.part'))
      fs.rmSync(path.join(home, name), { recursive: true, force: true });
}

function reportEvery(milliseconds, report) {
  let next = performance.now() + milliseconds;
  return value => {
    if (performance.now() < next) return;
    next = performance.now() + milliseconds;
    report(value);
  };
}
