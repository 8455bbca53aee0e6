// Which process a pid is: pids are used again, so that the time of its start is kept beside it.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';

/** `{pid, started}` of a live process; `started` is what the system says, to be compared only. Undefined when there is none. */
export function identify(pid) {
  const started = startOf(pid);
  return started === undefined ? undefined : { pid, started };
}

export function thisProcess() {
  return identify(process.pid);
}

/** Whether this very process still runs. */
export function isAlive({ pid, started }) {
  return startOf(pid) === started;
}

/** Reads what was written as JSON; undefined when there is no such file, or half a one. */
export function readIdentity(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT' || error instanceof SyntaxError)
      return undefined;
    throw error;
  }
}

function startOf(pid) {
  if (process.platform === 'linux') {
    try {
      // https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html: the name, in brackets, may hold anything.
      const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      const [state] = fields;
      // A zombie only waits for its parent.
      return state === 'Z' ? undefined : fields[19];
    } catch (error) {
      if (error.code === 'ENOENT' || error.code === 'ESRCH') return undefined;
      throw error;
    }
  }
  const { stdout } = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], {
    encoding: 'utf8',
  });
  return stdout?.trim() || undefined;
}
