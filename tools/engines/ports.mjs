// Ports on loopback.
import { once } from 'node:events';
import net from 'node:net';
import { UserError } from '../../scripts/lib/cli.mjs';
import { portOf } from '../../scripts/lib/system.mjs';

/**
 * A free port for each name of `wishes`, all different. A wish is `{preferred?, fixed?}`: the preferred one is taken when it is
 * free, a fixed one must be (UserError naming `option`, the option that chooses another), and any other is taken for neither.
 *
 * @param {Record<string, {preferred?: number, fixed?: number, option?: string}>} wishes
 * @returns {Promise<Record<string, number>>}
 */
export async function choosePorts(wishes) {
  const held = [];
  /** @type {Record<string, number>} */
  const chosen = {};
  try {
    for (const [name, { preferred, fixed, option }] of Object.entries(wishes)) {
      const server =
        (fixed ?? preferred) === undefined
          ? undefined
          : await listen(fixed ?? preferred);
      if (fixed !== undefined && !server)
        throw new UserError(
          `port ${fixed} is in use: stop what uses it, or choose another with ${option}`,
        );
      const taken = server ?? (await listen(0));
      if (!taken) throw new UserError('no port is free');
      held.push(taken);
      chosen[name] = portOf(taken);
    }
    return chosen;
  } finally {
    await Promise.all(
      held.map(server => new Promise(resolve => server.close(resolve))),
    );
  }
}

/** A server on `port`; undefined when something else listens there. */
async function listen(port) {
  const server = net.createServer();
  server.listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
    return server;
  } catch (error) {
    if (error.code === 'EADDRINUSE') return undefined;
    throw error;
  }
}
