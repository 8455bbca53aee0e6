import { Agent as HttpAgent, AgentOptions } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { LookupFunction, Socket } from 'node:net';
import { Duplex } from 'node:stream';
import { CheckedHost } from '@scaleph/backstage-plugin-scaleph-node';
import { HttpTarget } from './HttpTarget';

/** Kept connections are closed before a server would do it, so that no request falls into a closing one. */
const IDLE_MS = 20_000;
const MAX_SOCKETS = 16;

class ConnectTimeoutError extends Error {
  readonly code = 'CONNECT_TIMEOUT';
}

type ConnectOptions = Readonly<Record<string, unknown>>;
type Created = (error: Error | null, socket: Duplex) => void;
type Connect = (options: ConnectOptions) => Duplex | null | undefined;

/**
 * Connections of one target. Each goes to the addresses that the network policy has just checked, whatever the name server says a
 * moment later; none is ever shared with another target.
 * @internal
 */
export function checkedAgent(
  url: URL,
  target: HttpTarget,
): HttpAgent | HttpsAgent {
  const options: AgentOptions = {
    keepAlive: true,
    maxSockets: MAX_SOCKETS,
    timeout: IDLE_MS,
    scheduling: 'lifo',
  };
  const agent =
    url.protocol === 'https:'
      ? new HttpsAgent({
          ...options,
          ca: target.tls?.ca,
          rejectUnauthorized: !target.tls?.insecureSkipVerify,
        })
      : new HttpAgent(options);
  const connect = agent.createConnection.bind(agent) as unknown as Connect;
  const create = (options_: ConnectOptions, created: Created) => {
    open(url, target, addresses => connect({ ...options_, ...addresses })).then(
      socket => created(null, socket),
      error => created(error, undefined as unknown as Duplex),
    );
  };
  return Object.assign(agent, { createConnection: create });
}

async function open(
  url: URL,
  target: HttpTarget,
  connect: Connect,
): Promise<Duplex> {
  const host = await target.network.resolveAll(url.hostname);
  const { connectTimeoutMs = 5_000 } = target;
  const socket = connect({
    host: host.name,
    lookup: pinned(host),
    autoSelectFamily: true,
  }) as Socket;
  const timer = setTimeout(
    () => socket.destroy(new ConnectTimeoutError('no connection in time')),
    connectTimeoutMs,
  );
  const stop = () => clearTimeout(timer);
  const isTls = url.protocol === 'https:';
  socket.once(isTls ? 'secureConnect' : 'connect', stop);
  socket.once('close', stop);
  return socket;
}

function pinned({ addresses }: CheckedHost): LookupFunction {
  return (_hostname, options, callback) =>
    options.all
      ? callback(null, addresses)
      : callback(null, addresses[0].address, addresses[0].family);
}
