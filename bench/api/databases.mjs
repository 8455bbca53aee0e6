// The databases to measure, each with 10,000 pipelines and 100,000 runs in it.
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { startPostgres } from '../../tools/test-servers/postgres.mjs';
import { startTypeScript } from './portal.mjs';

/** Resolves to `{database, stop}`: `database` for app-config. */
export async function sqlite({ directory, size }) {
  const files = join(directory, 'sqlite');
  await mkdir(files, { recursive: true });
  await seed({
    ...size,
    database: {
      client: 'better-sqlite3',
      connection: join(files, 'scaleph.sqlite'),
      useNullAsDefault: true,
    },
  });
  return {
    database: { client: 'better-sqlite3', connection: { directory: files } },
    stop: async () => {},
  };
}

/** The same on a PostgreSQL of its own. */
export async function postgres({ size }) {
  const server = await startPostgres();
  const url = new URL(server.url);
  const admin = new pg.Client({ connectionString: server.url });
  await admin.connect();
  await admin.query('create database backstage_plugin_scaleph');
  await admin.end();
  const plugin = new URL(url);
  plugin.pathname = '/backstage_plugin_scaleph';
  await seed({ ...size, database: { client: 'pg', connection: plugin.href } });
  return {
    database: {
      client: 'pg',
      connection: {
        host: url.hostname,
        port: Number(url.port),
        user: url.username,
        password: url.password,
      },
    },
    stop: () => server.stop(),
  };
}

async function seed(options) {
  const { child, output } = startTypeScript('./seed.ts', [
    JSON.stringify(options),
  ]);
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`Seeding failed: ${output.join('')}`);
}
