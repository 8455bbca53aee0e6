// Bundles the command and its worker into dist/, so that it starts in a fraction of a second. Packages with native parts stay outside,
// and the clients of databases are files of their own: read when one connects, for they are ten times what the rest is.
import { build } from 'esbuild';
import { readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const directory = dirname(fileURLToPath(import.meta.url));
const { version } = JSON.parse(
  readFileSync(join(directory, 'package.json'), 'utf8'),
);

/** Parts of our packages that the command does not use are left out. */
const withoutSideEffects = {
  name: 'without-side-effects',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^(@scaleph|@backstage)\// }, async options => {
      if (options.pluginData === 'resolved') return undefined;
      const result = await resolve(options.path, {
        kind: options.kind,
        importer: options.importer,
        resolveDir: options.resolveDir,
        pluginData: 'resolved',
      });
      return { ...result, sideEffects: false };
    });
  },
};

/** What connect/drivers.ts of scaleph-node loads on first use, but for what has native parts. */
const clients = [
  'ioredis',
  'kafkajs',
  'mongodb',
  'mysql2',
  'oracledb',
  'pg',
  'tedious',
];

/** One file beside the bundles for each client, shared by both. */
const clientsBeside = {
  name: 'clients-beside',
  setup({ onResolve }) {
    const filter = new RegExp(`^(${clients.join('|')})$`);
    onResolve({ filter }, ({ path, kind }) =>
      kind === 'require-call'
        ? { path: `./clients/${path}.cjs.js`, external: true }
        : undefined,
    );
  },
};

/** Writes dist/index.cjs.js, dist/worker.cjs.js and dist/clients/. */
export async function bundle() {
  const embedded = join(
    directory,
    '../../plugins/scaleph-backend-module-embedded',
  );
  rmSync(join(directory, 'dist'), { recursive: true, force: true });
  /** @type {import("esbuild").BuildOptions} */
  const settings = {
    bundle: true,
    platform: 'node',
    target: 'node22',
    format: 'cjs',
    minifySyntax: true,
    legalComments: 'none',
    define: { SCALEPH_VERSION: JSON.stringify(version) },
    external: [
      '@duckdb/node-api',
      'better-sqlite3',
      'pg-native',
      '@backstage/cli',
    ],
    logLevel: 'warning',
  };
  await build({
    ...settings,
    entryPoints: {
      'index.cjs': join(directory, 'src/index.ts'),
      'worker.cjs': join(embedded, 'src/worker/main.ts'),
    },
    outdir: join(directory, 'dist'),
    plugins: [withoutSideEffects, clientsBeside],
  });
  await build({
    ...settings,
    entryPoints: Object.fromEntries(clients.map(name => [`${name}.cjs`, name])),
    outdir: join(directory, 'dist/clients'),
    // The package that depends on them.
    absWorkingDir: join(directory, '../../plugins/scaleph-node'),
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await bundle();
