// Bundles the command and its worker into dist/, so that it starts in a fraction of a second. Packages with native parts stay outside.
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

/** Writes dist/index.cjs.js and dist/worker.cjs.js. */
export async function bundle() {
  const embedded = join(
    directory,
    '../../plugins/scaleph-backend-module-embedded',
  );
  rmSync(join(directory, 'dist'), { recursive: true, force: true });
  await build({
    entryPoints: {
      'index.cjs': join(directory, 'src/index.ts'),
      'worker.cjs': join(embedded, 'src/worker/main.ts'),
    },
    outdir: join(directory, 'dist'),
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
    plugins: [withoutSideEffects],
    logLevel: 'warning',
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await bundle();
