// The command line of packages/cli, bundled when its sources have changed.
import { existsSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { buildOnce, root } from './fingerprint.mjs';

const STAMP = 'cli.stamp';
const bundle = path.join(root, 'packages/cli/dist/index.cjs.js');

/** Bundles the command line unless that was done for these sources. */
export async function buildCommandLine() {
  if (!existsSync(bundle)) {
    rmSync(path.join(root, '.cache', STAMP), { force: true });
  }
  await buildOnce(
    STAMP,
    [
      'yarn.lock',
      'packages/cli/{build.mjs,package.json,src/**}',
      'plugins/scaleph-{common,node,backend-module-embedded}/src/**',
    ],
    async () => {
      const { bundle: build } = await import('../../packages/cli/build.mjs');
      await build();
    },
  );
}

/** Runs the command line in this process. */
export async function runCommandLine(args) {
  await buildCommandLine();
  if (process.env.SCALEPH_DIRECTORY)
    process.chdir(process.env.SCALEPH_DIRECTORY);
  const { main } = createRequire(import.meta.url)(bundle);
  try {
    process.exitCode = await main(args);
  } catch (error) {
    process.stderr.write(`scaleph: ${error.message}\n`);
    process.exitCode = 1;
  }
}
