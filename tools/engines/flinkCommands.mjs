// The command lines of Flink's processes. Java is started directly: Flink's own scripts do not bear a space in a path.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { MEMORY } from './flinkConfiguration.mjs';
import { plainPath } from './plainPath.mjs';

/** The internals of Java 17 that Flink 1.20 uses, as its own configuration opens them. */
const EXPORTED = [
  'java.base/sun.net.util',
  'java.rmi/sun.rmi.registry',
  'java.security.jgss/sun.security.krb5',
];
const OPENED = [
  'java.lang',
  'java.net',
  'java.io',
  'java.nio',
  'sun.nio.ch',
  'java.lang.reflect',
  'java.text',
  'java.time',
  'java.util',
  'java.util.concurrent',
  'java.util.concurrent.atomic',
  'java.util.concurrent.locks',
].map(name => `java.base/${name}`);

/**
 * Arguments and environment of `java` for the process `name`: `jobmanager`, `taskmanager-<n>` or `sql-gateway` of the cluster in
 * `directory`. `layout` is that of layOut.mjs.
 */
export function flinkCommand(name, { directory, layout, logFile }) {
  const conf = path.join(directory, 'conf');
  const kind = name.startsWith('taskmanager') ? 'taskmanager' : name;
  const { memory, main, args } = {
    jobmanager: {
      memory: MEMORY.jobManager,
      main: 'org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint',
      args: ['--configDir', conf, '--executionMode', 'cluster'],
    },
    taskmanager: {
      memory: MEMORY.taskManager,
      main: 'org.apache.flink.runtime.taskexecutor.TaskManagerRunner',
      args: ['--configDir', conf, '-D', `taskmanager.resource-id=${name}`],
    },
    'sql-gateway': {
      memory: MEMORY.gateway,
      main: 'org.apache.flink.table.gateway.SqlGateway',
      args: [],
    },
  }[kind];
  const classPath = [
    path.join(layout.flink, 'lib/*'),
    path.join(layout.connectors, '*'),
    // The gateway itself.
    ...(kind === 'sql-gateway' ? [path.join(layout.flink, 'opt/*')] : []),
  ];
  return {
    args: [
      `-Xmx${memory.heap}m`,
      `-XX:MaxMetaspaceSize=${memory.metaspace}m`,
      `-XX:MaxDirectMemorySize=${memory.direct}m`,
      ...EXPORTED.map(each => `--add-exports=${each}=ALL-UNNAMED`),
      ...OPENED.map(each => `--add-opens=${each}=ALL-UNNAMED`),
      `-Dlog.file=${logFile}`,
      `-Dlog4j.configurationFile=${
        pathToFileURL(path.join(conf, 'log4j.properties')).href
      }`,
      '-cp',
      classPath.join(path.delimiter),
      main,
      ...args,
    ],
    env: {
      // Flink CDC's command line looks for `conf` there.
      FLINK_HOME: directory,
      FLINK_CONF_DIR: conf,
      FLINK_LIB_DIR: path.join(layout.flink, 'lib'),
      FLINK_OPT_DIR: path.join(layout.flink, 'opt'),
      FLINK_PLUGINS_DIR: path.join(layout.flink, 'plugins'),
      // Where SeaTunnel's starter looks for its connectors when a job comes through REST.
      SEATUNNEL_HOME: plainPath(layout.seatunnel),
    },
  };
}
