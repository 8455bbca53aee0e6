// The example portal in its production form, from the bundle that `backstage-cli` makes.
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { UserError } from './cli.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const portal = path.join(root, '.cache/portal');
const bundle = path.join(root, 'packages/backend/dist/bundle.tar.gz');

/**
 * Builds the back end and the front end into `packages/backend/dist/bundle.tar.gz`. Throws UserError, naming the log, when that fails.
 */
export function buildPortal() {
  const logFile = path.join(root, '.cache/portal-build.log');
  const log = fs.openSync(logFile, 'w');
  const { status } = spawnSync(
    process.execPath,
    [
      path.join(root, '.yarn/releases/yarn-4.13.0.cjs'),
      ...['workspace', 'backend', 'build'],
    ],
    { cwd: root, stdio: ['ignore', log, log] },
  );
  fs.closeSync(log);
  if (status !== 0)
    throw new UserError(
      `building the portal failed: see ${path.relative(root, logFile)}`,
    );
}

/**
 * Unpacks the bundle into `.cache/portal`.
 *
 * Third-party packages are found in the `node_modules` of the repository, which lies above `.cache/portal`; only our own packages,
 * which the repository links to their sources, get links to what was built. So nothing has to be installed a second time.
 */
export function unpackPortal() {
  fs.rmSync(portal, { recursive: true, force: true });
  fs.mkdirSync(portal, { recursive: true });
  execFileSync('tar', ['xzf', bundle, '-C', portal]);
  for (const directory of fs.globSync('{packages,plugins}/*', {
    cwd: portal,
  })) {
    const { name } = JSON.parse(
      fs.readFileSync(path.join(portal, directory, 'package.json'), 'utf8'),
    );
    const link = path.join(portal, 'node_modules', name);
    fs.mkdirSync(path.dirname(link), { recursive: true });
    fs.symlinkSync(path.join(portal, directory), link);
  }
}

/**
 * What to start after {@link unpackPortal}: arguments for Node, run in `root` with `NODE_ENV=production` and `SCALEPH_DATA_DIR`
 * naming the directory of the databases.
 */
export const portalCommand = {
  cwd: root,
  args: [
    path.join(portal, 'packages/backend'),
    ...['--config', 'app-config.yaml'],
    ...['--config', 'app-config.production.yaml'],
  ],
};
