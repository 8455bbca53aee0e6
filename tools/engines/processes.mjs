// Processes that outlive who started them, found again by their pid files.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { UserError } from '../../scripts/lib/cli.mjs';
import { waitFor } from '../../scripts/lib/system.mjs';
import { identify, isAlive, readIdentity } from './processIdentity.mjs';

const GRACE_MS = 10_000;

/**
 * Ends a process once its owner is gone; ends with it. Both are a pid and its start, as identify of processIdentity.mjs says it: pids
 * are used again, also in the seconds between two looks. A zombie only waits for its parent.
 */
const WATCH = `
alive() {
  if [ ! -d /proc/self ]; then [ "$(ps -o lstart= -p "$1")" = "$2" ]; return; fi
  read -r stat <"/proc/$1/stat" || return
  expected=$2
  set -- \${stat##*) }
  [ "$1" != Z ] && [ "\${20}" = "$expected" ]
}
while alive "$1" "$2" && alive "$3" "$4"; do sleep 1; done
alive "$3" "$4" && kill "$3"
for second in ${Array.from({ length: GRACE_MS / 1000 })
  .fill('.')
  .join(' ')}; do
  alive "$3" "$4" || exit 0
  sleep 1
done
alive "$3" "$4" && kill -9 "$3"
`;

/** The processes of one engine: pid files in `<directory>/pid`, what they say in `<directory>/log/<name>`. */
export class Processes {
  #directory;
  #owner;

  /** Without `owner` (identify of processIdentity.mjs), when there is one, the processes end: it may be killed before it stops them. */
  constructor(directory, owner) {
    this.#directory = directory;
    this.#owner = owner;
  }

  /** The file of what a process logs. */
  logFile(name) {
    return path.join(this.#logFolder(name), `${name}.log`);
  }

  /** The file of what it prints. */
  outFile(name) {
    return path.join(this.#logFolder(name), `${name}.out`);
  }

  /** Pid and name of each process that was started and not stopped, and whether it runs. */
  list() {
    const folder = path.join(this.#directory, 'pid');
    if (!fs.existsSync(folder)) return [];
    return fs
      .readdirSync(folder)
      .filter(file => file.endsWith('.json'))
      .map(file => {
        const identity = readIdentity(path.join(folder, file));
        return {
          name: path.basename(file, '.json'),
          pid: identity?.pid,
          alive: identity !== undefined && isAlive(identity),
        };
      });
  }

  isAlive(name) {
    return this.list().some(each => each.name === name && each.alive);
  }

  /**
   * Starts a process unless it runs.
   *
   * @param {string} name
   * @param {{program: string, args: string[], env?: Record<string, string>}} command
   */
  start(name, { program, args, env }) {
    if (this.isAlive(name)) return;
    fs.mkdirSync(this.#logFolder(name), { recursive: true });
    const out = fs.openSync(this.outFile(name), 'a');
    const child = spawn(program, args, {
      cwd: this.#directory,
      env: { ...process.env, ...env },
      stdio: ['ignore', out, out],
      detached: true,
    });
    fs.closeSync(out);
    child.once('error', () => {}); // Then it has no pid.
    child.unref();
    const identity = child.pid && identify(child.pid);
    if (!identity) throw new UserError(`${name} did not start: ${program}`);
    const file = this.#pidFile(name);
    fs.writeFileSync(`${file}.part`, JSON.stringify(identity));
    fs.renameSync(`${file}.part`, file);
    if (this.#owner) watch(this.#owner, identity).unref();
  }

  /** Waits until `probe` resolves to something; throws UserError with the process's last words when it ends before, or in `timeoutMs`. */
  async waitUntil(name, probe, timeoutMs = 90_000) {
    return waitFor(
      async () => {
        if (!this.isAlive(name)) throw this.#failed(name, 'ended');
        return probe();
      },
      { timeoutMs, onTimeout: () => this.#failed(name, 'does not answer') },
    );
  }

  /** Sends `signal` and waits until the process is gone. The pid file stays: the process counts as one that ended by itself. */
  async kill(name, signal = 'SIGKILL') {
    const file = this.#pidFile(name);
    const identity = readIdentity(file);
    if (!identity)
      throw new UserError(
        `there is no process "${name}", but ${
          this.list()
            .map(each => each.name)
            .join(', ') || 'none'
        }`,
      );
    if (isAlive(identity)) await end(identity, signal);
  }

  /** Ends processes in the given order, with force after ten seconds, and forgets them. */
  async stop(names) {
    for (const name of names) {
      const file = this.#pidFile(name);
      const identity = readIdentity(file);
      if (identity && isAlive(identity)) await end(identity, 'SIGTERM');
      fs.rmSync(file, { force: true });
    }
  }

  // One each: Flink shows all files beside a process's log as its own.
  #logFolder(name) {
    return path.join(this.#directory, 'log', name);
  }

  #pidFile(name) {
    return path.join(this.#directory, 'pid', `${name}.json`);
  }

  #failed(name, what) {
    const files = [this.logFile(name), this.outFile(name)].filter(
      file => fs.existsSync(file) && fs.statSync(file).size > 0,
    );
    const [words] = files
      .map(file => lastWords(fs.readFileSync(file, 'utf8')))
      .filter(Boolean);
    return new UserError(
      words
        ? `${name} ${what}: ${words} (see ${files.join(' and ')})`
        : `${name} ${what}, and said nothing`,
    );
  }
}

/** Starts a process that ends another one when its owner is gone. */
export function watch(owner, process_) {
  const both = [owner, process_].flatMap(({ pid, started }) => [pid, started]);
  return spawn('/bin/sh', ['-c', WATCH, 'watch', ...both].map(String), {
    stdio: 'ignore',
    detached: true,
  });
}

async function end(identity, signal) {
  signalTo(identity.pid, signal);
  const force = setTimeout(() => signalTo(identity.pid, 'SIGKILL'), GRACE_MS);
  try {
    await waitFor(() => !isAlive(identity), {
      timeoutMs: 2 * GRACE_MS,
      everyMs: 20,
      onTimeout: () => new Error(`process ${identity.pid} cannot be ended`),
    });
  } finally {
    clearTimeout(force);
  }
}

function signalTo(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error; // Gone already.
  }
}

/** The line that says most: the last cause of a stack, an error, or the last of all. */
function lastWords(text) {
  const lines = text.trim().split('\n').slice(-400);
  const line =
    lines.findLast(each => /^Caused by: \S+: ./.test(each)) ??
    lines.findLast(each => /ERROR|FATAL|Exception|Error:/.test(each)) ??
    lines.at(-1);
  return line?.slice(0, 300);
}
