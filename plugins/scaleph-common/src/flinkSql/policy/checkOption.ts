import { allowedPlaces, isAllowedPath } from './allowedPaths';
import { FlinkSqlPolicy } from './FlinkSqlPolicy';
import { jdbcProblem } from './jdbcUrl';

/** Keys whose value names a file or a directory, whatever it looks like. */
const PATH_KEY =
  /(?:^|[.\-_])(?:path|paths|dir|dirs|directory|file|files|filename|location|locations|warehouse|keytab|keystore|truststore|cert|certs|certificate|conf|archives|archive|jar|jars|classpath|classpaths|home|root|script|sslkey|sslcert|sslrootcert)$/i;
/** The same in the camel case of Java's drivers. */
const PATH_KEY_CAMEL =
  /[a-z](?:File|Path|Dir|Directory|Location|KeyStore|TrustStore|KeyStoreUrl|TrustStoreUrl)$/;

/** Keys by which a client on the class path is made to load or run other code, or to read files into its settings. */
const CODE_KEY =
  /(?:config\.providers|interceptor|metric\.reporters|callback\.handler|callbackhandler|security\.providers|socketfactory|sslfactory|sslhostnameverifier|authenticationpluginclassname|queryinterceptors|statementinterceptors|connectionlifecycleinterceptors|exceptioninterceptors|propertiestransform|autodeserialize|allowloadlocalinfile|allowurlinlocalinfile|kinit\.cmd|usercodeclass|catalog-impl|io-impl|jndi)/i;

/** Values that begin with a slash and are no file of this machine. */
const NOT_A_FILE = /(?:znode\.parent|delimiter|path-prefix|regex|pattern)/i;

/** Schemes of servers, which read no file of the cluster. */
const SERVERS = new Set([
  'amqp',
  'amqps',
  'http',
  'https',
  'mongodb',
  'mongodb+srv',
  'nats',
  'pulsar',
  'pulsar+ssl',
  'redis',
  'rediss',
  'ssl',
  'tcp',
  'thrift',
  'urn',
  'ws',
  'wss',
]);

/** Login modules that hold no more than a name and a password. */
const PLAIN_LOGIN =
  /^\s*(?:[\w.]+\.)?org\.apache\.kafka\.common\.security\.(?:plain\.PlainLoginModule|scram\.ScramLoginModule)\s+required(?:\s+\w+\s*=\s*(?:"(?:[^"\\]|\\.)*"|[\w.-]+))*\s*;\s*$/;

/**
 * Why an option of a table, a catalog, a hint or a session may not have this
 * value; undefined when it may.
 *
 * @internal
 */
export function optionProblem(
  key: string,
  value: string,
  policy: FlinkSqlPolicy,
): string | undefined {
  const name = key.trim();
  const { allowedPaths, allowJars } = policy;
  if (isAllowedPath(value, allowedPaths)) return undefined;
  const refuse = (place: string) =>
    `Option '${name}' names "${shorten(
      place,
    )}", which is outside of the paths that SQL may reach on this target (${allowedPlaces(
      allowedPaths,
    )})`;
  if (/jaas/i.test(name)) {
    return PLAIN_LOGIN.test(value)
      ? undefined
      : `Option '${name}' may only use Kafka's PlainLoginModule or ScramLoginModule: other login modules read files or load code`;
  }
  if (CODE_KEY.test(name) && !/^\s*(?:false)?\s*$/i.test(value)) {
    return `Option '${name}' loads code or reads files on the cluster, which SQL may not do here`;
  }
  if (!allowJars && /^(?:catalog-)?type$/i.test(name) && /hive/i.test(value)) {
    return `A Hive catalog brings functions that run any code: this target does not allow it (sql.allowJars)`;
  }
  if (PATH_KEY.test(name) || PATH_KEY_CAMEL.test(name)) {
    const isOff = /^\s*(?:true|false|\d*)\s*$/i.test(value);
    return isOff ? undefined : refuse(value);
  }
  if (/^\s*jdbc:/i.test(value)) return jdbcProblem(name, value);
  const reached = placesIn(name, value).find(
    place => !isAllowedPath(place, allowedPaths),
  );
  return reached === undefined ? undefined : refuse(reached);
}

/** Parts of a value that are paths or URIs of files. */
function placesIn(key: string, value: string): string[] {
  const embedded = /(?<![a-z0-9+.-])(?:file|local|jar):\S*/i.exec(value);
  if (embedded) return [embedded[0]];
  return value
    .split(/[,;]/)
    .map(part => part.trim())
    .filter(part => isPlace(key, part));
}

function isPlace(key: string, text: string): boolean {
  if (/^(?:\/|\\|~|[a-z]:[\\/])/i.test(text)) {
    return text.length > 1 && !NOT_A_FILE.test(key);
  }
  if (/(?:^|[\\/])\.\.(?:[\\/]|$)/.test(text)) return true;
  const scheme = /^([a-z][a-z0-9+.-]*):(?=\/)/i.exec(text)?.[1];
  return scheme !== undefined && !SERVERS.has(scheme.toLowerCase());
}

function shorten(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
