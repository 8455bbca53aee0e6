import { InputError, isError, toError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';
import { DocumentProblem } from '@scaleph/backstage-plugin-scaleph-common';
import {
  DataSourceEnvironment,
  TargetConnection,
  TargetInfo,
  TargetType,
} from '@scaleph/backstage-plugin-scaleph-node';
import { JarDirectories } from '../sql/JarDirectories';
import { maskConfiguredSecrets } from '../maskConfiguredSecrets';
import { readTargetUrl } from '../http/readTargetUrl';
import { FlinkTarget, FlinkTargets } from './FlinkTargets';
import { AUTHORIZATION_SECRET, toFlinkTargetConfig } from './FlinkTargetConfig';
import { flinkTargetSchema } from './targetSchema';

const ADDRESSES = ['restUrl', 'gatewayUrl'] as const;
const HEALTH_MS = 5_000;

/** Flink session clusters, as users register them. @internal */
export function createFlinkTargetType({
  targets,
  jars,
}: {
  targets: FlinkTargets;
  jars: JarDirectories;
}): TargetType {
  return {
    type: 'flink-session',
    title: { en: 'Flink session cluster', zh: 'Flink 会话集群' },
    description: {
      en: 'A running cluster of Apache Flink, and its SQL Gateway',
      zh: '正在运行的 Apache Flink 集群及其 SQL Gateway',
    },
    icon: 'cluster',
    schema: flinkTargetSchema,
    secrets: [
      {
        name: AUTHORIZATION_SECRET,
        title: {
          en: 'Value of the authentication header, e.g. Bearer …',
          zh: '认证请求头的值，例如 Bearer …',
        },
        required: false,
      },
    ],
    location: config => toFlinkTargetConfig(config).restUrl,
    address: config =>
      readTargetUrl('Flink', toFlinkTargetConfig(config).restUrl).href,
    // A TaskManager registers with one JobManager. Its id alone may be the name of its pod, which another cluster has as well.
    identify: (target, { signal }) =>
      targets.with(target, async ({ rest }) => {
        const list = await rest.processes.taskManagers({ signal });
        return list.map(({ id, path }) => `${id} ${path}`);
      }),
    check: async (config, environment) => [
      ...(await checkAddresses(config, environment)),
      ...(await checkJarDirectory(config, jars)),
    ],
    maySecretsStay,
    test: (target, { signal }) =>
      targets.with(target, connected => testTarget(connected, signal)),
    health: async target => health(target, targets),
    overview: async target => (await targets.of(target)).views.overview(),
    configuration: async target =>
      (await targets.of(target)).views.configuration(),
    processes: async target => (await targets.of(target)).views.processes(),
    readText: async (target, request) =>
      maskConfiguredSecrets(
        await (await targets.of(target)).views.readText(request),
      ),
    ui: async (target, request) => (await targets.of(target)).views.ui(request),
  };
}

async function checkAddresses(
  config: JsonObject,
  { network }: DataSourceEnvironment,
): Promise<DocumentProblem[]> {
  const problems = await Promise.all(
    ADDRESSES.map(async name => {
      const address = config[name];
      if (typeof address !== 'string') return [];
      try {
        const { hostname } = readTargetUrl('Flink', address);
        await network.resolve(hostname.replace(/^\[|\]$/g, ''));
        return [];
      } catch (error) {
        // A name without an address: the cluster may come later.
        if (!isError(error) || error.name === 'Error') return [];
        return [problem(`/${name}`, error.message)];
      }
    }),
  );
  return problems.flat();
}

function problem(
  pointer: string,
  message: string,
  code = 'host-not-allowed',
): DocumentProblem {
  return { severity: 'error', code, pointer, message };
}

/** The back end writes there. */
async function checkJarDirectory(
  config: JsonObject,
  jars: JarDirectories,
): Promise<DocumentProblem[]> {
  const directory = toFlinkTargetConfig(config).sql?.jarDirectory;
  if (directory === undefined) return [];
  try {
    await jars.resolve(directory);
    return [];
  } catch (error) {
    const { message } = toError(error);
    return [problem('/sql/jarDirectory', message, 'path-not-allowed')];
  }
}

/** The secret goes to the servers that it was given for, as well guarded as it was. */
function maySecretsStay(before: JsonObject, after: JsonObject): boolean {
  const from = toFlinkTargetConfig(before);
  const to = toFlinkTargetConfig(after);
  const known = ADDRESSES.map(name => originOf(from[name]));
  return (
    ADDRESSES.every(
      name => to[name] === undefined || known.includes(originOf(to[name])),
    ) &&
    from.authorizationHeader === to.authorizationHeader &&
    from.tls?.ca === to.tls?.ca &&
    (to.tls?.insecureSkipVerify !== true ||
      from.tls?.insecureSkipVerify === true)
  );
}

function originOf(address: string | undefined): string | undefined {
  if (address === undefined || !URL.canParse(address)) return address;
  return new URL(address).origin;
}

async function testTarget(
  { rest, gateway }: FlinkTarget,
  signal: AbortSignal,
): Promise<string> {
  const overview = await rest.cluster.overview({ signal });
  const { version, taskManagers, slotsTotal, slotsAvailable } = overview;
  const answers = [
    `Flink ${version} answered: ${taskManagers} TaskManager${
      taskManagers === 1 ? '' : 's'
    }, ${slotsAvailable} of ${slotsTotal} slots free`,
  ];
  if (gateway) {
    const info = await gateway.info({ signal });
    answers.push(`SQL Gateway ${info.version} answered`);
  }
  return answers.join('; ');
}

async function health(
  connection: TargetConnection,
  targets: FlinkTargets,
): Promise<TargetInfo> {
  const { name, title } = connection;
  try {
    const { rest } = await targets.of(connection);
    const overview = await rest.cluster.overview({ timeoutMs: HEALTH_MS });
    return {
      name,
      title,
      healthy: true,
      version: overview.version,
      slots: overview.slotsTotal,
      freeSlots: overview.slotsAvailable,
      runningJobs: overview.jobsRunning,
    };
  } catch (error) {
    return { name, title, healthy: false, message: toError(error).message };
  }
}

/** @internal */
export function requireFlinkTarget(
  target: TargetConnection | undefined,
): TargetConnection {
  if (target) return target;
  throw new InputError('The target of this run is not registered any more');
}
