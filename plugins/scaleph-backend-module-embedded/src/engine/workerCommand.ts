import { NotFoundError } from '@backstage/errors';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The entry points of the processes that this engine starts, by the package's export, as paths of their source. */
const SOURCES = {
  worker: ['worker', 'main.ts'],
  sampler: ['worker', 'sample', 'main.ts'],
};

/**
 * Arguments of Node.js that start the worker, in whichever form this code is: from source (tests, development), where the transform of
 * Backstage's command line makes JavaScript of it, or built.
 * @internal
 */
export function workerCommand(
  entry: keyof typeof SOURCES = 'worker',
): string[] {
  // Both forms have the worker at the same place relative to this file.
  /* eslint-disable no-restricted-syntax */
  // The build names an entry after the package's export, e.g. "./worker".
  const built = join(__dirname, '..', `${entry}.cjs.js`);
  if (existsSync(built)) return [built];
  const source = join(__dirname, '..', ...SOURCES[entry]);
  if (existsSync(source)) {
    const transform = require.resolve(
      '@backstage/cli/config/nodeTransform.cjs',
    );
    return ['--require', transform, source];
  }
  // NotFoundError: asking again would not help, and the supervisor takes it so.
  throw new NotFoundError(
    `The worker of the embedded engine is missing: neither ${built} nor ${source} exists`,
  );
}
