import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import mysql from 'mysql2/promise';
import { endChild, findFreePort, waitFor } from '../../scripts/lib/system.mjs';
import { ServerNotAvailable } from './serverNotAvailable.mjs';

const PASSWORD = 'mariadb-test-password';
const DIRECTORIES = ['/usr/sbin', '/usr/bin', '/usr/local/bin', '/usr/libexec'];

/**
 * Starts a real MariaDB (or MySQL) on loopback with a fresh data directory. Where no server is installed and the machine is a Debian
 * and the user is root, the system's package manager installs it first. It speaks TLS to those who ask for it. Resolves to `{url, stop}`; the user of the URL has all rights.
 * Throws ServerNotAvailable with the reason.
 */
export async function startMariadb(certificates) {
  const server = find('mariadbd') ?? find('mysqld') ?? install();
  const installDb = find('mariadb-install-db') ?? find('mysql_install_db');
  if (!installDb)
    throw new ServerNotAvailable('mariadb-install-db is not on this machine');
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'scaleph-mariadb-'));
  const data = path.join(directory, 'data');
  const asRoot = process.getuid?.() === 0 ? ['--user=root'] : [];
  execFileSync(
    installDb,
    ['--no-defaults', `--datadir=${data}`, '--skip-test-db', ...asRoot],
    { stdio: 'ignore' },
  );
  const port = await findFreePort();
  const init = path.join(directory, 'init.sql');
  fs.writeFileSync(
    init,
    `CREATE USER 'scaleph'@'%' IDENTIFIED BY '${PASSWORD}';
GRANT ALL PRIVILEGES ON *.* TO 'scaleph'@'%' WITH GRANT OPTION;
CREATE DATABASE scaleph;
`,
  );
  const log = fs.openSync(path.join(directory, 'log'), 'w');
  const child = spawn(
    server,
    [
      '--no-defaults',
      `--datadir=${data}`,
      `--socket=${path.join(directory, 'socket')}`,
      `--pid-file=${path.join(directory, 'pid')}`,
      '--bind-address=127.0.0.1',
      `--port=${port}`,
      `--init-file=${init}`,
      // A server to capture changes from.
      `--log-bin=${path.join(directory, 'binlog')}`,
      '--server-id=1',
      '--binlog-format=ROW',
      '--binlog-row-image=FULL',
      '--innodb-flush-log-at-trx-commit=0',
      ...(certificates
        ? [
            `--ssl-ca=${path.join(certificates, 'ca.pem')}`,
            `--ssl-cert=${path.join(certificates, 'server.pem')}`,
            `--ssl-key=${path.join(certificates, 'server.key')}`,
          ]
        : []),
      ...asRoot,
    ],
    { stdio: ['ignore', log, log] },
  );
  const url = `mysql://scaleph:${PASSWORD}@127.0.0.1:${port}/scaleph`;
  await waitFor(() => child.exitCode !== null || answers(url), {
    timeoutMs: 60_000,
    onTimeout: () => new Error('MariaDB does not answer'),
  });
  if (child.exitCode !== null)
    throw new Error(
      `MariaDB ended: ${fs
        .readFileSync(path.join(directory, 'log'), 'utf8')
        .slice(-500)}`,
    );
  return {
    url,
    stop: async () => {
      await endChild(child);
      fs.rmSync(directory, { recursive: true, force: true });
    },
  };
}

async function answers(url) {
  try {
    const connection = await mysql.createConnection(url);
    await connection.query('SELECT 1');
    await connection.end();
    return true;
  } catch {
    return false; // Not up yet; the caller knows when to give up.
  }
}

function find(program) {
  return [...DIRECTORIES, ...(process.env.PATH ?? '').split(path.delimiter)]
    .map(directory => path.join(directory, program))
    .find(file => fs.existsSync(file));
}

function install() {
  if (process.getuid?.() !== 0 || !find('apt-get'))
    throw new ServerNotAvailable(
      'no MariaDB or MySQL server is installed, and installing one needs root on Debian or Ubuntu',
    );
  process.stderr.write(
    'scaleph: installing MariaDB with the system package manager …\n',
  );
  /** @type {import('node:child_process').ExecFileSyncOptions} */
  const options = {
    stdio: 'ignore',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  execFileSync('apt-get', ['update', '-qq'], options);
  execFileSync(
    'apt-get',
    ['install', '-y', '-qq', '--no-install-recommends', 'mariadb-server'],
    options,
  );
  const server = find('mariadbd');
  if (!server)
    throw new ServerNotAvailable('the package mariadb-server has no mariadbd');
  return server;
}
