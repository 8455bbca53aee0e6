// Ports, disk space, child processes.
import { once } from 'node:events';
import fs from 'node:fs';
import net from 'node:net';
import { UserError } from './cli.mjs';

/** Throws UserError when `port` cannot be listened on. */
export async function requireFreePort(port) {
  const server = net.createServer();
  try {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  } catch (error) {
    if (error.code === 'EADDRINUSE')
      throw new UserError(
        `port ${port} is in use: stop what uses it, or choose another with --port`,
      );
    if (error.code === 'EACCES')
      throw new UserError(
        `port ${port} needs more rights: choose one above 1023 with --port`,
      );
    throw error;
  } finally {
    server.close();
  }
}

/**
 * Where a server on TCP listens.
 *
 * @param {net.Server} server
 */
export function portOf(server) {
  const address = server.address();
  if (typeof address !== 'object' || !address)
    throw new Error('the server listens on no port');
  return address.port;
}

/** A port that nothing uses right now. */
export async function findFreePort() {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const port = portOf(server);
  server.close();
  await once(server, 'close');
  return port;
}

/** Throws UserError when the file system of `directory` has less than `megabytes` free. */
export function requireDiskSpace(directory, megabytes) {
  const { bavail, bsize } = fs.statfsSync(directory);
  const free = (bavail * bsize) / 1024 / 1024;
  if (free < megabytes)
    throw new UserError(
      `only ${Math.floor(
        free,
      )} MB are free at ${directory} and ${megabytes} MB are needed: free some space, or choose another --data-dir`,
    );
}

/** Reads --port. */
export function parsePort(value) {
  const port = Number(value);
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new UserError(
      `--port takes a number from 1 to 65535, not "${value}"`,
    );
  return port;
}

/** Ends a child: SIGTERM, then SIGKILL after `graceMs`. */
export async function endChild(child, graceMs = 10_000) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), graceMs);
  await exited;
  clearTimeout(timer);
}

/** Asks `probe` every `everyMs` until it gives a value; throws what `onTimeout` returns after `timeoutMs`. */
export async function waitFor(probe, { timeoutMs, everyMs = 100, onTimeout }) {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const value = await probe();
    if (value !== undefined && value !== false) return value;
    if (Date.now() > deadline) throw onTimeout();
    await new Promise(resolve => setTimeout(resolve, everyMs));
  }
}
