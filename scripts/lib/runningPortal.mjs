// Starts the built portal on a data directory of its own and waits until it answers.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { UserError } from './cli.mjs';
import { prepareDataDirectory, writeConfig } from './dataDirectory.mjs';
import { buildOnce, root } from './fingerprint.mjs';
import { buildPortal, portalCommand, unpackPortal } from './portal.mjs';
import { endChild, waitFor } from './system.mjs';

const SOURCES = [
  '{packages,plugins}/*/{src,migrations,config,public}/**/*',
  '{packages,plugins}/*/{package.json,config.d.ts}',
  'yarn.lock',
  'app-config*.yaml',
];

/** Builds the portal when its sources have changed since the last time. */
export async function ensurePortal(announce) {
  await buildOnce('portal.stamp', SOURCES, () =>
    announce(async () => {
      buildPortal();
      unpackPortal();
    }),
  );
}

/**
 * Writes the configuration of a portal on `port` that keeps everything below `dataDir`; `scaleph` is more of the section of that
 * name, `sections` are whole ones. Returns the path of the file.
 */
function writePortalConfig(dataDir, port, scaleph, sections) {
  const url = `http://localhost:${port}`;
  return writeConfig(dataDir, {
    app: { baseUrl: url },
    backend: {
      baseUrl: url,
      listen: { host: '127.0.0.1', port },
      cors: { origin: url },
    },
    scaleph: { ...prepareDataDirectory(dataDir), ...scaleph },
    ...sections,
  });
}

/** Starts the portal, with `scaleph` and `sections` added to its configuration; resolves when it is ready. Throws UserError with the last error of its log when it ends before. */
export async function startPortal(dataDir, port, scaleph = {}, sections = {}) {
  const config = writePortalConfig(dataDir, port, scaleph, sections);
  const logFile = path.join(dataDir, 'portal.log');
  const log = fs.openSync(logFile, 'w');
  const child = spawn(
    process.execPath,
    [...portalCommand.args, '--config', config],
    {
      cwd: portalCommand.cwd,
      stdio: ['ignore', log, log],
      env: {
        ...process.env,
        NODE_ENV: 'production',
        SCALEPH_DATA_DIR: dataDir,
      },
    },
  );
  fs.closeSync(log);
  const url = `http://localhost:${port}`;
  const failed = why =>
    new UserError(
      `the portal ${why}: ${lastError(logFile)} (log: ${path.relative(
        root,
        logFile,
      )})`,
    );
  try {
    await waitFor(
      async () => {
        if (child.exitCode !== null || child.signalCode !== null)
          throw failed('did not start');
        return isReady(url);
      },
      { timeoutMs: 120_000, onTimeout: () => failed('does not answer') },
    );
  } catch (error) {
    await endChild(child);
    throw error;
  }
  return { child, url, logFile, stop: () => endChild(child) };
}

async function isReady(url) {
  try {
    const response = await fetch(`${url}/.backstage/health/v1/readiness`);
    return response.ok;
  } catch {
    return false; // Nothing listens yet; the caller knows when to give up.
  }
}

function lastError(logFile) {
  const lines = fs.readFileSync(logFile, 'utf8').trim().split('\n');
  const line = lines.findLast(text => /error/i.test(text)) ?? lines.at(-1);
  return line ? line.slice(0, 300) : 'its log is empty';
}
