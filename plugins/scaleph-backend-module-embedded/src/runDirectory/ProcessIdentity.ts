import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

/**
 * A process beyond its id, which the system gives to another process later: the id and when it started.
 * @internal
 */
export interface ProcessIdentity {
  pid: number;
  /** Opaque; two processes with one id differ in it. */
  start: string;
}

/** Of a living process; undefined when there is none or only a zombie is left of it. @internal */
export async function identifyProcess(
  pid: number,
): Promise<ProcessIdentity | undefined> {
  const start =
    process.platform === 'linux' ? await linuxStart(pid) : await psStart(pid);
  return start === undefined ? undefined : { pid, start };
}

/** Whether that very process lives. @internal */
export async function isAlive(identity: ProcessIdentity): Promise<boolean> {
  return (await identifyProcess(identity.pid))?.start === identity.start;
}

/** https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html: field 3 is the state, field 22 the start in clock ticks since boot. */
async function linuxStart(pid: number): Promise<string | undefined> {
  let stat: string;
  try {
    stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ESRCH') return undefined;
    throw error;
  }
  // Field 2 is the name in parentheses and may hold anything.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
  return fields[19];
}

async function psStart(pid: number): Promise<string | undefined> {
  try {
    const { stdout } = await promisify(execFile)(
      'ps',
      ['-o', 'stat=,lstart=', '-p', String(pid)],
      { env: { ...process.env, LC_ALL: 'C' } },
    );
    const [state, ...start] = stdout.trim().split(/\s+/);
    return !state || state.startsWith('Z') ? undefined : start.join(' ');
  } catch (error) {
    // ps answers 1 when there is no such process.
    if ((error as { code?: unknown }).code === 1) return undefined;
    throw error;
  }
}
