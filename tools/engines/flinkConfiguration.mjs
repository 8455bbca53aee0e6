// The configuration of a local Flink cluster: pure text, from directories and ports.
import path from 'node:path';

/** Megabytes. A TaskManager takes what its heap and these sum up to at most; metaspace is a limit, not a reservation. */
export const MEMORY = {
  jobManager: { heap: 768, metaspace: 768, direct: 256 },
  // The classes of each job are loaded anew, and connectors let go of them late.
  taskManager: { heap: 768, metaspace: 1024, direct: 384 },
  gateway: { heap: 512, metaspace: 512, direct: 128 },
};
const FRAMEWORK_HEAP = 128;
const FRAMEWORK_OFF_HEAP = 128;

/**
 * The classes that a job takes from the cluster even where it brings its own: Flink's, as by Flink's default, but without those of
 * the SQL connectors. These lie in the class path, so that SQL finds them, and a job that brings other releases of them, as Flink
 * CDC does, must get its own.
 */
const PARENT_FIRST = [
  ...['java.', 'javax.annotation.', 'javax.xml', 'scala.', 'org.xml'],
  ...['org.w3c', 'org.apache.xerces', 'org.apache.hadoop.'],
  ...['org.slf4j', 'org.apache.log4j', 'org.apache.logging'],
  ...['org.apache.commons.logging', 'ch.qos.logback', 'org.rocksdb.'],
  'com.esotericsoftware.kryo',
  // DriverManager finds a driver only for those who have the same class of it: the first job of SeaTunnel would be the last one.
  ...['org.postgresql.', 'com.mysql.'],
  ...[
    ...['FlinkVersion', 'annotation.', 'api.', 'cep.', 'changelog.', 'client.'],
    ...['configuration.', 'container.', 'contrib.', 'core.', 'datastream.'],
    ...['connector.base.', 'connector.blackhole.', 'connector.datagen.'],
    ...['connector.file.', 'connector.print.', 'fnexecution.', 'formats.'],
    ...['kubernetes.', 'management.', 'metrics.', 'optimizer.', 'python.'],
    ...['queryablestate.', 'runtime.', 'shaded.', 'state.', 'streaming.'],
    ...['table.', 'traces.', 'types.', 'util.', 'yarn.'],
  ].map(name => `org.apache.flink.${name}`),
];

/**
 * Files of Flink's configuration by name: config.yaml (https://nightlies.apache.org/flink/flink-docs-release-1.20/docs/deployment/config/) for a session cluster
 * that keeps everything below `directory` and listens on loopback. `upload` is where it puts jars; `ports` are those of REST, RPC and the SQL Gateway; `slots` is
 * for each TaskManager; `extra` (keys and values) wins over all of it.
 *
 * @param {object} options
 * @param {string} options.directory
 * @param {string} options.upload
 * @param {Record<string, number>} options.ports
 * @param {number} options.slots
 * @param {object} [options.extra]
 * @param {string} [options.version] of Flink; that of releases.mjs by default
 */
export function flinkConfiguration({
  directory,
  upload,
  ports,
  slots,
  extra = {},
  version,
}) {
  const below = name => path.join(directory, name);
  // Flink quotes what needs it in a path itself.
  const url = name => `file://${below(name)}`;
  const { heap, metaspace, direct } = MEMORY.taskManager;
  const values = {
    'jobmanager.rpc.address': '127.0.0.1',
    'jobmanager.rpc.port': ports.rpc,
    'jobmanager.bind-host': '127.0.0.1',
    'jobmanager.memory.heap.size': `${MEMORY.jobManager.heap}m`,
    // Jobs can be rescaled, and start with what there is.
    'jobmanager.scheduler': 'adaptive',
    'jobmanager.adaptive-scheduler.resource-stabilization-timeout': '1 s',
    'jobmanager.adaptive-scheduler.resource-wait-timeout': '20 s',
    'jobmanager.adaptive-scheduler.scaling-interval.min': '1 s',

    'taskmanager.bind-host': '127.0.0.1',
    'taskmanager.host': '127.0.0.1',
    'taskmanager.numberOfTaskSlots': slots,
    // Without Flink's own shell scripts, which would work these out from one total.
    'taskmanager.cpu.cores': slots,
    'taskmanager.memory.framework.heap.size': `${FRAMEWORK_HEAP}m`,
    'taskmanager.memory.task.heap.size': `${heap - FRAMEWORK_HEAP}m`,
    'taskmanager.memory.framework.off-heap.size': `${FRAMEWORK_OFF_HEAP}m`,
    'taskmanager.memory.task.off-heap.size': '0m',
    'taskmanager.memory.network.min': `${direct - FRAMEWORK_OFF_HEAP}m`,
    'taskmanager.memory.network.max': `${direct - FRAMEWORK_OFF_HEAP}m`,
    'taskmanager.memory.managed.size': '256m',
    'taskmanager.memory.jvm-metaspace.size': `${metaspace}m`,
    'taskmanager.memory.jvm-overhead.min': '192m',
    'taskmanager.memory.jvm-overhead.max': '192m',

    // A killed process is missed after seconds, a slow one is not taken for dead.
    'heartbeat.interval': '1 s',
    'heartbeat.timeout': '10 s',
    'cluster.registration.initial-timeout': '200 ms',
    'cluster.registration.error-delay': '500 ms',
    'metrics.fetcher.update-interval': '1 s',

    'classloader.parent-first-patterns.default': PARENT_FIRST.join(';'),
    'parallelism.default': 1,
    'execution.checkpointing.interval': '10 s',
    'execution.checkpointing.dir': url('checkpoints'),
    'execution.checkpointing.savepoint-dir': url('savepoints'),
    'execution.checkpointing.num-retained': 3,
    'execution.checkpointing.externalized-checkpoint-retention':
      'RETAIN_ON_CANCELLATION',

    'rest.address': '127.0.0.1',
    'rest.bind-address': '127.0.0.1',
    'rest.port': ports.rest,
    'rest.bind-port': ports.rest,
    'rest.flamegraph.enabled': true,
    'web.upload.dir': upload,
    'io.tmp.dirs': below('tmp'),

    'sql-gateway.endpoint.rest.address': '127.0.0.1',
    'sql-gateway.endpoint.rest.bind-address': '127.0.0.1',
    'sql-gateway.endpoint.rest.port': ports.gateway,
    // Left out, the gateway would take the port of the cluster's REST API.
    'sql-gateway.endpoint.rest.bind-port': ports.gateway,
    'sql-gateway.session.idle-timeout': '30 min',
    ...(isBefore(version, 1, 20) && {
      'state.checkpoints.dir': url('checkpoints'),
      'state.savepoints.dir': url('savepoints'),
      'state.checkpoints.num-retained': 3,
      // Milliseconds, which had no units then.
      'heartbeat.interval': 1000,
      'heartbeat.timeout': 10_000,
      'cluster.registration.initial-timeout': 200,
      'cluster.registration.error-delay': 500,
      'metrics.fetcher.update-interval': 1000,
    }),
    ...extra,
  };
  const text = quote =>
    Object.entries(values)
      .map(([key, value]) => `${key}: ${quote(String(value))}\n`)
      .join('');
  // Up to 1.18 it is no YAML: everything behind the colon counts.
  if (isBefore(version, 1, 19)) return { 'flink-conf.yaml': text(it => it) };
  // A string of JSON is one of YAML, whatever is in it.
  return { 'config.yaml': text(JSON.stringify) };
}

function isBefore(version, major, minor) {
  if (version === undefined) return false;
  const [itsMajor, itsMinor] = version.split('.').map(Number);
  return itsMajor < major || (itsMajor === major && itsMinor < minor);
}

/** Log4j 2: one file for each process, named by the system property `log.file`; System.out goes elsewhere. */
export const LOGGING = `rootLogger.level = INFO
rootLogger.appenderRef.file.ref = File
appender.file.name = File
appender.file.type = RollingFile
appender.file.append = true
appender.file.fileName = \${sys:log.file}
appender.file.filePattern = \${sys:log.file}.%i
appender.file.layout.type = PatternLayout
appender.file.layout.pattern = %d{yyyy-MM-dd HH:mm:ss,SSS} %-5p %-60c %x - %m%n
appender.file.policies.type = Policies
appender.file.policies.size.type = SizeBasedTriggeringPolicy
appender.file.policies.size.size = 50MB
appender.file.strategy.type = DefaultRolloverStrategy
appender.file.strategy.max = 3
`;
