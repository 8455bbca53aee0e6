/** `jdbc:<vendor>://host…`: a server and nothing embedded, which would be files of the cluster. */
const SERVER_URL =
  /^\s*jdbc:(?:mysql|mariadb|postgresql|sqlserver|oracle:thin|db2|clickhouse|ch|trino|presto|dm|kingbase8|oceanbase|tidb|redshift|vertica|sap|teradata|snowflake|crate|opengauss|gaussdb|starrocks|phoenix:thin)(?::\/\/|:@)[^/?;&(][^(]*$/i;

/** Parameters that change neither what is loaded nor what is read on the machine of the driver. */
const HARMLESS = new Set(
  `allowPublicKeyRetrieval applicationName ApplicationName autoReconnect binaryTransfer cachePrepStmts characterEncoding
characterSetResults compress connectionCollation connectionTimeZone connectTimeout currentSchema database databaseName
defaultRowFetchSize encrypt forceConnectionTimeZoneToSession gssEncMode loginTimeout maxReconnects maxRows noDatetimeStringSync
nullCatalogMeansCurrent password prepareThreshold prepStmtCacheSize prepStmtCacheSqlLimit queryTimeout requireSSL
rewriteBatchedStatements reWriteBatchedInserts schema sendStringParametersAsUnicode serverTimezone sessionVariables
socketTimeout socket_timeout ssl sslMode sslmode stringtype targetServerType tcpKeepAlive tinyInt1isBit transformedBitIsBoolean
trustServerCertificate useCompression useCursorFetch useLegacyDatetimeCode useServerPrepStmts useSSL useTimezone useUnicode user
verifyServerCertificate yearIsDateType zeroDateTimeBehavior`
    .split(/\s+/)
    .map(name => name.toLowerCase()),
);

/** Values that are harmless of what may load code or read files otherwise: those of our own URLs of MySQL and PostgreSQL. */
const HARMLESS_VALUES = new Map([
  ['allowloadlocalinfile', /^false$/i],
  [
    'sslfactory',
    /^org\.postgresql\.ssl\.(?:DefaultJavaSSLFactory|SingleCertValidatingFactory)$/,
  ],
  // The certificate itself, and not where it lies; masked when a plan is shown.
  ['sslfactoryarg', /^(?:-----BEGIN CERTIFICATE-----|\*{6}$)/],
]);

/** Why a JDBC URL may not be used; undefined when it may. @internal */
export function jdbcProblem(option: string, url: string): string | undefined {
  if (!SERVER_URL.test(url)) {
    return `Option '${option}' is not a JDBC URL of a known kind of server, such as jdbc:postgresql://host:5432/database: embedded databases are files of the cluster`;
  }
  const [server, ...rest] = url.split(/[?;&]/);
  if (/=|%3d/i.test(server)) {
    return `Option '${option}' has parameters in the name of its database, as DB2 and Teradata read them: write jdbc:<kind>://host:port/database, with "?" or ";" before what is known as harmless`;
  }
  const parameters = rest.filter(Boolean);
  for (const parameter of parameters) {
    const [name, value = ''] = parameter.split(/=(.*)/s).map(decoded);
    const key = name?.trim().toLowerCase() ?? '';
    if (HARMLESS_VALUES.get(key)?.test(value)) continue;
    if (!HARMLESS.has(key)) {
      return `Option '${option}' has the JDBC parameter "${
        name ?? parameter
      }", which is not known as harmless: some read files or load code on the cluster`;
    }
  }
  return undefined;
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
