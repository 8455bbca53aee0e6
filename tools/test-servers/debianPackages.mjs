import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { ServerNotAvailable } from './serverNotAvailable.mjs';

const ROOT = path.resolve(import.meta.dirname, '../../.cache/debian');

/**
 * Packages of the system's Debian or Ubuntu with what they need, unpacked below `.cache` and not installed: nothing of the machine changes, and
 * nobody has to be root. Returns the directory and the environment in which a program of it finds its libraries. Throws ServerNotAvailable.
 */
export function unpackDebian(name, packages) {
  const directory = path.join(ROOT, name);
  if (!fs.existsSync(path.join(directory, 'complete'))) {
    unpack(directory, packages);
  }
  const libraries = ['usr/lib', 'lib'].flatMap(each => {
    const place = path.join(directory, each);
    return fs.existsSync(place)
      ? [place, ...fs.readdirSync(place).map(it => path.join(place, it))]
      : [];
  });
  return {
    directory,
    environment: { ...process.env, LD_LIBRARY_PATH: libraries.join(':') },
  };
}

function unpack(directory, packages) {
  process.stderr.write(
    `scaleph: fetching ${packages.join(', ')} of Debian …\n`,
  );
  fs.rmSync(directory, { recursive: true, force: true });
  fs.mkdirSync(directory, { recursive: true });
  try {
    for (const each of withDependencies(packages))
      execFileSync('apt-get', ['download', '-qq', each], {
        cwd: directory,
        stdio: 'ignore',
      });
  } catch (error) {
    throw new ServerNotAvailable(
      `apt-get cannot download ${packages.join(', ')} (${error.message})`,
    );
  }
  for (const file of fs.readdirSync(directory)) {
    if (!file.endsWith('.deb')) continue;
    const archive = path.join(directory, file);
    execFileSync('dpkg-deb', ['-x', archive, directory]);
    fs.rmSync(archive);
  }
  fs.writeFileSync(path.join(directory, 'complete'), '');
}

/** Those that this machine does not have yet. */
function withDependencies(packages) {
  const plan = execFileSync(
    'apt-get',
    ['install', '--simulate', '--no-install-recommends', ...packages],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
  );
  const needed = [...plan.matchAll(/^Inst (\S+)/gm)].map(([, name]) => name);
  return [...new Set([...packages, ...needed])];
}
