import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';

/**
 * Names this process in leases and timelines: host, process id, and a random
 * part, because containers give the same process id again and again.
 *
 * @internal
 */
export function instanceId(): string {
  const host = hostname().slice(0, 60);
  return `${host}:${process.pid}:${randomBytes(4).toString('hex')}`;
}
