// What a process uses, as Linux tells it.
import { readFileSync } from 'node:fs';

/** Of USER_HZ, which Linux fixes for user space. */
const TICKS_PER_SECOND = 100;

/** Seconds of CPU since it began, and resident memory in bytes. */
export function processUse(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name, in parentheses, may hold anything.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [user, system] = [fields[11], fields[12]].map(Number);
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const kilobytes = Number(/^VmRSS:\s+(\d+) kB/m.exec(status)[1]);
  return {
    cpuSeconds: (user + system) / TICKS_PER_SECOND,
    memoryBytes: kilobytes * 1024,
  };
}
