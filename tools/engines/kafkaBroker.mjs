// A local Kafka broker (KRaft: one process, no ZooKeeper), in a directory of its own.
import { execFileSync } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { UserError } from '../../scripts/lib/cli.mjs';
import { serverProperties } from './kafkaConfiguration.mjs';
import { layoutOf } from './layOut.mjs';
import { choosePorts } from './ports.mjs';
import { javaProgram } from './prerequisites.mjs';
import { Processes } from './processes.mjs';

const STATE = 'broker.json';
const NAME = 'kafka';

/**
 * Starts a broker in `directory`; `home` is where layOut.mjs put the engines. Resolves to a KafkaBroker when it answers.
 * `wishes` are ports as choosePorts takes them, for `broker`; `owner` is the process (identify of processIdentity.mjs) without which it
 * makes no sense. `security` gives it a listener for each security protocol: `certificates`, a directory as makeCertificates makes it,
 * and `users`, each with the `password` of PLAIN and the one of SCRAM (`scram`). Topics make themselves.
 *
 * @param {object} options
 * @param {string} options.home
 * @param {string} options.directory
 * @param {object} [options.wishes]
 * @param {{pid: number, started: string}} [options.owner]
 * @param {any} [options.security]
 */
export async function startKafkaBroker({
  home,
  directory,
  wishes = {},
  owner,
  security,
}) {
  const absolute = path.resolve(directory);
  for (const folder of ['log', 'pid', 'data'])
    fs.mkdirSync(path.join(absolute, folder), { recursive: true });
  const more = security ? { saslPlaintext: {}, saslSsl: {}, ssl: {} } : {};
  const ports = await choosePorts({
    ...{ broker: {}, ...wishes },
    ...{ controller: {}, ...more },
  });
  const properties = path.join(absolute, 'server.properties');
  fs.writeFileSync(
    properties,
    serverProperties(path.join(absolute, 'data'), ports, security),
  );
  const state = { home: path.resolve(home), ports, owner };
  if (!fs.existsSync(path.join(absolute, 'data/meta.properties')))
    format(home, properties, security?.users);
  fs.writeFileSync(path.join(absolute, STATE), JSON.stringify(state, null, 2));
  const broker = new KafkaBroker(absolute, state);
  try {
    await broker.start();
  } catch (error) {
    await broker.stop();
    throw error;
  }
  return broker;
}

/** A broker that startKafkaBroker has made. */
export class KafkaBroker {
  #state;
  #processes;

  /** Finds the broker of `directory` again; undefined when there is none. */
  static open(directory) {
    const file = path.join(directory, STATE);
    if (!fs.existsSync(file)) return undefined;
    return new KafkaBroker(
      path.resolve(directory),
      JSON.parse(fs.readFileSync(file, 'utf8')),
    );
  }

  constructor(directory, state) {
    this.directory = directory;
    this.#state = state;
    this.#processes = new Processes(directory, state.owner);
  }

  names = [NAME];

  /** `host:port` for the option bootstrap.servers. */
  get bootstrapServers() {
    return `127.0.0.1:${this.#state.ports.broker}`;
  }

  /** The same of the listeners with security, by protocol. */
  get secured() {
    const { saslPlaintext, saslSsl, ssl } = this.#state.ports;
    return {
      SASL_PLAINTEXT: `127.0.0.1:${saslPlaintext}`,
      SASL_SSL: `localhost:${saslSsl}`,
      SSL: `localhost:${ssl}`,
    };
  }

  get owner() {
    return this.#state.owner;
  }

  processes() {
    return [
      this.#processes.list().find(each => each.name === NAME) ?? {
        name: NAME,
        alive: false,
      },
    ];
  }

  files(name) {
    return { out: this.#processes.outFile(name) };
  }

  async start() {
    this.#processes.start(NAME, {
      program: javaProgram(),
      args: [
        '-Xmx512m',
        '-Dorg.slf4j.simpleLogger.showDateTime=true',
        ...['-cp', classPath(this.#state.home)],
        ...['kafka.Kafka', path.join(this.directory, 'server.properties')],
      ],
    });
    await this.#processes.waitUntil(NAME, () =>
      answers(this.#state.ports.broker),
    );
  }

  async kill(name = NAME, signal = 'SIGKILL') {
    await this.#processes.kill(name, signal);
  }

  async stop() {
    await this.#processes.stop([NAME]);
  }
}

function classPath(home) {
  return path.join(layoutOf(home).kafka, 'lib/*');
}

function format(home, properties, users = []) {
  const id = crypto.randomBytes(16).toString('base64url');
  try {
    execFileSync(
      javaProgram(),
      [
        ...['-cp', classPath(home), 'kafka.tools.StorageTool', 'format'],
        ...['-t', id, '-c', properties],
        ...users.flatMap(({ user, scram }) =>
          ['SCRAM-SHA-256', 'SCRAM-SHA-512'].flatMap(mechanism => [
            '--add-scram',
            `${mechanism}=[name=${user},password=${scram}]`,
          ]),
        ),
      ],
      { stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8' },
    );
  } catch (error) {
    throw new UserError(
      `Kafka's storage cannot be made: ${String(error.stderr ?? error)
        .trim()
        .split('\n')
        .find(line => !line.startsWith('\tat'))}`,
    );
  }
}

/** Whether the broker serves requests: it answers ApiVersions (https://kafka.apache.org/protocol#The_Messages_ApiVersions). */
function answers(port) {
  const request = Buffer.alloc(14);
  request.writeInt32BE(10, 0); // bytes that follow
  request.writeInt16BE(18, 4); // ApiVersions
  request.writeInt16BE(0, 6); // its version
  request.writeInt32BE(1, 8); // correlation id
  request.writeInt16BE(-1, 12); // no client id
  return new Promise(resolve => {
    const socket = net.connect(port, '127.0.0.1', () => socket.write(request));
    const end = answer => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(1000, () => end(false));
    socket.once('data', () => end(true));
    socket.once('error', () => end(false));
  });
}
