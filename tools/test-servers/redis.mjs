import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { createConnection } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { endChild, findFreePort, waitFor } from '../../scripts/lib/system.mjs';
import { unpackDebian } from './debianPackages.mjs';

const PASSWORD = 'redis-test-password';

/**
 * Starts Debian's Redis on loopback, which keeps nothing, with a second port for TLS that asks for a certificate. Resolves to
 * `{environment, stop}`. Throws ServerNotAvailable with the reason.
 */
export async function startRedis(certificates) {
  const { directory: root, environment } = unpackDebian('redis', [
    'redis-server',
  ]);
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'scaleph-redis-'));
  const port = await findFreePort();
  const tlsPort = certificates && (await findFreePort());
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
      ...(certificates
        ? [
            ...['--tls-port', tlsPort],
            ...['--tls-ca-cert-file', path.join(certificates, 'ca.pem')],
            ...['--tls-cert-file', path.join(certificates, 'server.pem')],
            ...['--tls-key-file', path.join(certificates, 'server.key')],
          ]
        : []),
    ].map(String),
    { cwd: directory, env: environment, stdio: 'ignore' },
  );
  await waitFor(() => child.exitCode !== null || answers(port), {
    timeoutMs: 30_000,
    onTimeout: () => new Error('Redis does not answer'),
  });
  if (child.exitCode !== null) throw new Error('Redis ended');
  return {
    environment: {
      SCALEPH_TEST_REDIS_URL: `redis://default:${PASSWORD}@127.0.0.1:${port}/0`,
      ...(certificates && {
        SCALEPH_TEST_REDIS_TLS_URL: `rediss://default:${PASSWORD}@localhost:${tlsPort}/0`,
      }),
    },
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
