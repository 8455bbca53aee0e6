// The programs that the engines need: found, or installed where that is possible.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { UserError } from '../../scripts/lib/cli.mjs';

/** The oldest and the newest Java that Flink 1.20 runs on. */
const JAVA = { oldest: 11, newest: 21 };

const PROGRAMS = {
  java: { package: 'openjdk-17-jre-headless', works: () => javaVersion() },
  maven: { package: 'maven', works: () => runs('mvn', '--version') },
  pip: {
    package: 'python3-pip',
    works: () => runs('python3', '-m', 'pip', '--version'),
  },
};

/**
 * Makes sure that `names` (of java, maven, pip) are there. As root on Debian or Ubuntu, the system's package manager installs
 * what is missing, and `say` tells it; elsewhere throws UserError with what to install.
 */
export async function requirePrograms(names, say) {
  if (process.env.JAVA_HOME && javaVersion() === undefined)
    throw new UserError(
      `JAVA_HOME is ${process.env.JAVA_HOME}, where no bin/java runs: correct it, or unset it`,
    );
  const missing = names.filter(name => !PROGRAMS[name].works());
  if (missing.length > 0) {
    const packages = missing.map(name => PROGRAMS[name].package);
    if (process.getuid?.() !== 0 || !onPath('apt-get'))
      throw new UserError(
        `${missing.join(' and ')} ${
          missing.length > 1 ? 'are' : 'is'
        } missing: install ${packages.join(', ')} (the names on Debian)`,
      );
    say(`installing ${packages.join(', ')} with the system package manager …`);
    await apt('update', '-qq');
    await apt('install', '-y', '-qq', '--no-install-recommends', ...packages);
  }
  if (names.includes('java')) requireJava();
}

function requireJava() {
  const version = javaVersion();
  if (version === undefined || version < JAVA.oldest || version > JAVA.newest)
    throw new UserError(
      `Java ${
        version ?? ''
      } does not run Flink: install Java 17, or put it first in PATH or name it in JAVA_HOME`,
    );
}

/** The program `java`: that of JAVA_HOME when it is set, else the one in PATH. */
export function javaProgram() {
  const home = process.env.JAVA_HOME;
  return home ? path.join(home, 'bin/java') : 'java';
}

/** 8, 11, 17 …; undefined when there is no Java. */
function javaVersion() {
  const { stderr } = spawnSync(javaProgram(), ['-version'], {
    encoding: 'utf8',
  });
  const version = /version "(?:1\.)?(\d+)/.exec(stderr ?? '')?.[1];
  return version === undefined ? undefined : Number(version);
}

function runs(program, ...args) {
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0;
}

function onPath(program) {
  return (process.env.PATH ?? '')
    .split(path.delimiter)
    .some(directory => fs.existsSync(path.join(directory, program)));
}

async function apt(...args) {
  const child = spawn('apt-get', args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', text => {
    errors += text;
  });
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0)
    throw new UserError(
      `apt-get ${args[0]} failed: ${errors.trim().split('\n').at(-1)}`,
    );
}
