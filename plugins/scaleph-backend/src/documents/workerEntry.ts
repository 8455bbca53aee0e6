import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Where the thread begins, in whichever form this code is: from source (tests,
 * development), where the transform of Backstage's command line makes
 * JavaScript of it, or built. Throws when it is neither.
 *
 * @internal
 */
export function workerEntry(): { path: string; execArgv: string[] } {
  /* eslint-disable no-restricted-syntax -- both forms have it at the same place relative to this file */
  // The build names an entry after the package's export, "./document-worker".
  const built = join(__dirname, '..', 'document-worker.cjs.js');
  if (existsSync(built)) return { path: built, execArgv: [] };
  const source = join(__dirname, 'documentWorker.ts');
  if (existsSync(source)) {
    const transform = require.resolve(
      '@backstage/cli/config/nodeTransform.cjs',
    );
    return { path: source, execArgv: ['--require', transform] };
  }
  throw new Error(`Neither ${built} nor ${source} exists`);
}
