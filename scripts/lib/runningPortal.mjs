// Starts the built portal on a data directory of its own and waits until it answers.
import { spawn } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { UserError } from './cli.mjs';
import { buildOnce, root } from './fingerprint.mjs';
import { buildPortal, portalCommand, unpackPortal } from './portal.mjs';
import { endChild, waitFor } from './system.mjs';

const SOURCES = [
  '{packages,plugins}/*/{src,migrations,config,public}/**/*',
  '{packages,plugins}/*/{package.json,config.d.ts}',
  'yarn.lock',
  'app-config*.yaml',
];

/** The directories below the data directory that pipelines may touch. */
const FILE_ROOTS = ['input', 'output', 'warehouse'];

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
 * Writes the configuration of a portal that keeps everything below `dataDir`; makes a key for its secrets the first time.
 * Returns the path of the file.
 */
export function writePortalConfig(dataDir, port, { extra = {} } = {}) {
  for (const name of FILE_ROOTS)
    fs.mkdirSync(path.join(dataDir, name), { recursive: true });
  const keyFile = path.join(dataDir, 'secret.key');
  if (!fs.existsSync(keyFile)) {
    const temporary = `${keyFile}.${process.pid}`;
    fs.writeFileSync(temporary, crypto.randomBytes(32).toString('base64'), {
      mode: 0o600,
    });
    fs.renameSync(temporary, keyFile);
  }
  const url = `http://localhost:${port}`;
  const config = {
    app: { baseUrl: url },
    backend: {
      baseUrl: url,
      listen: { host: '127.0.0.1', port },
      cors: { origin: url },
    },
    scaleph: {
      // Never the directory itself: the key and the databases lie there.
      files: { roots: FILE_ROOTS.map(name => path.join(dataDir, name)) },
      secrets: { keys: [{ id: 'demo', key: { $file: keyFile } }] },
      embedded: { directory: path.join(dataDir, 'runs') },
      ...extra,
    },
  };
  const file = path.join(dataDir, 'app-config.json');
  fs.writeFileSync(file, JSON.stringify(config, undefined, 2));
  return file;
}

/** Starts the portal; resolves when it is ready. Throws UserError with the last error of its log when it ends before. */
export async function startPortal(dataDir, port, options) {
  const config = writePortalConfig(dataDir, port, options);
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
