// Runs the registries' own clients, Maven and pip, with the user's settings of them.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { UserError } from '../../scripts/lib/cli.mjs';
import {
  closurePom,
  copyPom,
  DEPENDENCY_PLUGIN,
  shadePom,
} from './mavenPoms.mjs';

/**
 * Copies what a part of releases.mjs names from the Maven registry below `target`. Works in `directory`, a folder of its own.
 * `progress` is told how many megabytes have come over the network.
 */
export async function fetchFromMaven(part, { directory, target, progress }) {
  let downloaded = 0;
  const maven = async (name, pom, ...goals) => {
    const folder = path.join(directory, name);
    fs.mkdirSync(folder, { recursive: true });
    fs.writeFileSync(path.join(folder, 'pom.xml'), pom);
    await run('mvn', ['-B', '-Dstyle.color=never', ...goals], {
      cwd: folder,
      log: path.join(directory, `${name}.log`),
      onLine: line => {
        const size = /^(?:\[INFO\] )?Downloaded .*\((\S+) ([kM]?B) at/.exec(
          line,
        );
        if (!size) return;
        downloaded += Number(size[1]) * { B: 1e-6, kB: 1e-3, MB: 1 }[size[2]];
        progress(downloaded);
      },
      explain: explainMaven,
    });
    return folder;
  };
  const plugin = `org.apache.maven.plugins:maven-dependency-plugin:${DEPENDENCY_PLUGIN}`;
  if (part.jars)
    await maven('copy', copyPom(part.jars, target), `${plugin}:copy`);
  if (part.closure)
    await maven(
      'closure',
      closurePom(part.closure),
      `${plugin}:copy-dependencies`,
      '-DincludeScope=runtime',
      `-DoutputDirectory=${path.join(target, part.closure.directory)}`,
    );
  if (part.shaded) {
    const folder = await maven('shade', shadePom(part.shaded), 'package');
    const to = path.join(target, part.shaded.directory);
    fs.mkdirSync(to, { recursive: true });
    const file = `${part.shaded.name}.jar`;
    fs.renameSync(path.join(folder, 'target', file), path.join(to, file));
  }
}

/** Downloads a distribution with pip; returns its file. `progress` as for Maven. */
export async function fetchFromPip(requirement, { directory, progress }) {
  const downloads = path.join(directory, 'downloads');
  const temporary = path.join(directory, 'pip');
  fs.mkdirSync(downloads, { recursive: true });
  fs.mkdirSync(temporary, { recursive: true });
  // pip tells nothing where it is not on a terminal: what it has written is looked at.
  const timer = setInterval(() => {
    const size = sizeOfArchive(temporary);
    if (size > 0) progress(size / 1e6);
  }, 1000);
  try {
    await run(
      'python3',
      [
        '-m',
        'pip',
        'download',
        '-q',
        '--no-deps',
        '-d',
        downloads,
        requirement,
      ],
      {
        env: { TMPDIR: temporary },
        log: path.join(directory, 'pip.log'),
        explain: text =>
          `pip could not fetch ${requirement}: ${
            text.split('\n').findLast(line => line.startsWith('ERROR')) ??
            'is the Python registry reachable?'
          }`,
      },
    );
  } finally {
    clearInterval(timer);
  }
  const file = fs
    .readdirSync(downloads)
    .find(name => /\.(tar\.gz|whl)$/.test(name));
  if (!file)
    throw new UserError(
      `pip gave no distribution of ${requirement}, but ${
        fs.readdirSync(downloads).join(', ') || 'nothing'
      }`,
    );
  return path.join(downloads, file);
}

function explainMaven(text) {
  const missing = /Could not (?:find|transfer) artifact (\S+)/.exec(text)?.[1];
  return missing
    ? `Maven could not fetch ${missing}: is the Maven registry reachable?`
    : `Maven failed: ${
        text.split('\n').find(line => line.startsWith('[ERROR]')) ?? ''
      }`;
}

/**
 * @param {string} program
 * @param {string[]} args
 * @param {{cwd?: string, env?: Record<string, string>, log: string, onLine?: (line: string) => void, explain: (text: string) => string}} options
 * `log` is the file of what it prints, of which `explain` makes the words of the error
 */
async function run(program, args, { cwd, env, log, onLine, explain }) {
  const child = spawn(program, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  const read = stream => {
    let rest = '';
    stream.setEncoding('utf8').on('data', chunk => {
      text += chunk;
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) onLine?.(line);
    });
  };
  read(child.stdout);
  read(child.stderr);
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  fs.writeFileSync(log, text);
  if (code !== 0) throw new UserError(explain(text));
}

/** Bytes of the archive among what pip has written; 0 while pip clears away what this looks at. */
function sizeOfArchive(directory) {
  try {
    const archives = fs.globSync('*/*.tar.gz', { cwd: directory });
    return Math.max(
      0,
      ...archives.map(file => fs.statSync(path.join(directory, file)).size),
    );
  } catch (error) {
    if (error.code === 'ENOENT') return 0;
    throw error;
  }
}
