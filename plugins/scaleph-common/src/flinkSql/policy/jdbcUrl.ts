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

/** What reads files of the driver's machine, and may only be switched off: our own URLs of MySQL do. */
const SWITCHED_OFF = new Set(['allowloadlocalinfile=false']);

/** Why a JDBC URL may not be used; undefined when it may. @internal */
export function jdbcProblem(key: string, value: string): string | undefined {
  if (!SERVER_URL.test(value)) {
    return `Option '${key}' is not a JDBC URL of a known kind of server, such as jdbc:postgresql://host:5432/database: embedded databases are files of the cluster`;
  }
  const [server, ...rest] = value.split(/[?;&]/);
  if (/=|%3d/i.test(server)) {
    return `Option '${key}' has parameters in the name of its database, as DB2 and Teradata read them: write jdbc:<kind>://host:port/database, with "?" or ";" before what is known as harmless`;
  }
  const parameters = rest.filter(Boolean);
  for (const parameter of parameters) {
    if (SWITCHED_OFF.has(parameter.toLowerCase())) continue;
    const name = decoded(parameter.split('=')[0]);
    if (name === undefined || !HARMLESS.has(name.trim().toLowerCase())) {
      return `Option '${key}' has the JDBC parameter "${
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
