import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { createConnection } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { endChild, findFreePort, waitFor } from '../../scripts/lib/system.mjs';
import { unpackDebian } from './debianPackages.mjs';

const PASSWORD = 'redis-test-password';

/** Starts Debian's Redis on loopback, which keeps nothing. Resolves to `{url, stop}`. Throws ServerNotAvailable with the reason. */
export async function startRedis() {
  const { directory: root, environment } = unpackDebian('redis', [
    'redis-server',
  ]);
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'scaleph-redis-'));
  const port = await findFreePort();
  const child = spawn(
    path.join(root, 'usr/bin/redis-server'),
    [
      '--port',
      port,
      '--bind',
      '127.0.0.1',
      '--save',
      '',
      '--requirepass',
      PASSWORD,
    ].map(String),
    { cwd: directory, env: environment, stdio: 'ignore' },
  );
  await waitFor(() => child.exitCode !== null || answers(port), {
    timeoutMs: 30_000,
    onTimeout: () => new Error('Redis does not answer'),
  });
  if (child.exitCode !== null) throw new Error('Redis ended');
  return {
    url: `redis://default:${PASSWORD}@127.0.0.1:${port}/0`,
    stop: async () => {
      await endChild(child);
      fs.rmSync(directory, { recursive: true, force: true });
    },
  };
}

function answers(port) {
  return new Promise(resolve => {
    const socket = createConnection(port, '127.0.0.1');
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}
