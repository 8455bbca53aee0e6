/** What a connector hands on to the driver below it, as keys and values. */
interface DriverSettings {
  /** Its name, at the node or in its list of tables. */
  option: string;
  /** Only of this one. */
  connector?: string;
  /** Keys that neither name code, files or commands, nor another server. */
  harmless: RegExp;
  /** Of the keys that are harmless with some values only. */
  values?: Record<string, RegExp>;
}

const HADOOP: Omit<DriverSettings, 'option'> = {
  harmless:
    /^(?:fs\.s3a\.(?:(?:bucket\.[\w-]+\.)?(?:path\.style\.access|endpoint\.region|connection\.(?:maximum|timeout|establish\.timeout|ssl\.enabled)|attempts\.maximum|retry\.\w+|threads\.\w+|max\.total\.tasks|paging\.maximum|multipart\.\w+|fast\.upload(?:\.(?:buffer|active\.blocks))?|block\.size|readahead\.range|experimental\.input\.fadvise|list\.version|change\.detection\.\w+|acl\.default))|dfs\.(?:nameservices|ha\.namenodes\.[\w-]+|replication|blocksize|client\.(?:use\.datanode\.hostname|socket-timeout))|hive\.(?:metastore\.client\.[\w.]*timeout|exec\.dynamic\.partition(?:\.mode)?)|ipc\.client\.[\w.]+)$/,
  values: {
    'fs.defaultFS': /^(?!file:)[a-z][a-z0-9+.-]*:\/\//i,
    'fs.s3a.aws.credentials.provider':
      /^org\.apache\.hadoop\.fs\.s3a\.(?:SimpleAWSCredentialsProvider|AnonymousAWSCredentialsProvider|TemporaryAWSCredentialsProvider)$/,
  },
};

/**
 * Drivers take settings that load classes, read files, run commands or lead to
 * another server, with the password of the data source: `sasl.jaas.config`,
 * `socketFactory`, `sasl.kerberos.kinit.cmd`, `proxy_host`. Their makers add
 * more, so what is known to be harmless is listed.
 */
const DRIVERS: DriverSettings[] = [
  {
    option: 'kafka.config',
    harmless:
      /^(?:(?:acks|retries|linger\.ms|batch\.size|buffer\.memory|client\.id|client\.rack|compression\.type|enable\.auto\.commit|enable\.idempotence|isolation\.level|check\.crcs|exclude\.internal\.topics|allow\.auto\.create\.topics|transactional\.id|group\.instance\.id|security\.protocol|sasl\.mechanism)|(?:auto|fetch|max|metadata|connections|delivery|request|reconnect|retry|session|heartbeat|send|receive|socket|transaction|default\.api|client\.dns)\.[a-z.]+|ssl\.(?:protocol|enabled\.protocols|cipher\.suites|endpoint\.identification\.algorithm|(?:key|trust)store\.(?:type|password|certificates|certificate\.chain|key)|key\.password))$/,
    values: {
      // A login of Kerberos, JNDI or a file's would be that of the cluster.
      'sasl.jaas.config':
        /^\s*org\.apache\.kafka\.common\.security\.(?:plain\.PlainLoginModule|scram\.ScramLoginModule)\s/,
    },
  },
  {
    option: 'properties',
    connector: 'Jdbc',
    harmless:
      /^(?:rewriteBatchedStatements|useServerPrepStmts|cachePrepStmts|prepStmtCache\w+|useUnicode|characterEncoding|characterSetResults|connectionCollation|serverTimezone|connectionTimeZone|forceConnectionTimeZoneToSession|preserveInstants|connectTimeout|socketTimeout|loginTimeout|queryTimeout|lockTimeout|cancelQueryTimeout|tcpKeepAlive|zeroDateTimeBehavior|tinyInt1isBit|yearIsDateType|transformedBitIsBoolean|nullCatalogMeansCurrent|useCursorFetch|useCompression|useInformationSchema|noDatetimeStringSync|maxAllowedPacket|defaultFetchSize|defaultRowFetchSize|reWriteBatchedInserts|prepareThreshold|preparedStatementCache\w+|binaryTransfer|stringtype|currentSchema|ApplicationName|applicationName|assumeMinServerVersion|readOnly|adaptiveFetch|selectMethod|responseBuffering|packetSize|sendStringParametersAsUnicode|sendTimeAsDatetime|applicationIntent|useBulkCopyForBatchInsert|remarksReporting|includeSynonyms|defaultRowPrefetch|oracle\.net\.CONNECT_TIMEOUT|oracle\.jdbc\.(?:ReadTimeout|timezoneAsRegion|J2EE13Compliant|mapDateToTimestamp|fanEnabled))$/,
  },
  {
    option: 'debezium',
    harmless:
      /^(?:(?:snapshot|decimal|binary|bigint|time|interval|hstore|money|heartbeat|slot|publication|plugin|lob|max|min|poll|column|event\.processing|inconsistent|retriable|incremental\.snapshot)\.[\w.-]+|log\.mining\.(?!buffer)[\w.]+|include\.[\w.]+|tombstones\.on\.delete|skipped\.operations|provide\.transaction\.metadata|message\.key\.columns|unavailable\.value\.placeholder|gtid\.source\.[\w.]+|connect\.(?:keep\.alive[\w.]*|timeout\.ms)|database\.(?:server\.id|connectionTimeZone|serverTimezone)|status\.update\.interval\.ms|xmin\.fetch\.interval\.ms)$/,
  },
  {
    option: 'clickhouse.config',
    harmless:
      /^(?:socket_timeout|connection_timeout|connect_timeout|max_[a-z_]+|send_timeout|receive_timeout|compress(?:_algorithm|_level)?|decompress(?:_algorithm|_level)?|session_id|session_check|session_timeout|use_time_zone|use_server_time_zone(?:_for_dates)?|server_time_zone|async_insert|wait_for_async_insert|insert_[a-z_]+|client_name|buffer_size|http_keep_alive|socket_keepalive|socket_tcp_nodelay)$/,
  },
  { option: 'hadoop.config', ...HADOOP },
  { option: 'hadoop_s3_properties', ...HADOOP },
  { option: 'hive.hadoop.conf', ...HADOOP },
  { option: 'paimon.hadoop.conf', ...HADOOP },
  {
    option: 'iceberg.catalog.config',
    harmless:
      /^(?:type|clients|cache-enabled|cache\.[\w.-]+|client\.(?:pool\.)?[\w-]+|lock\.[\w-]+-ms|s3\.(?:path-style-access|sse\.type|multipart\.[\w.-]+|delete\.[\w.-]+|acl))$/,
  },
];

/** Options that are a class or a file of the cluster themselves, with the values that are harmless. */
const SINGLE: [RegExp, RegExp][] = [
  // Of a table in a list: that of the node is its data source's.
  [/^bootstrap\.servers$/, /^$/],
  [
    /^xa_data_source_class_name$/,
    /^(?:com\.mysql\.cj\.jdbc\.MysqlXADataSource|org\.postgresql\.xa\.PGXADataSource|oracle\.jdbc\.xa\.client\.OracleXADataSource|com\.microsoft\.sqlserver\.jdbc\.SQLServerXADataSource)$/,
  ],
  [
    /^auth\.plugin-class$/,
    /^org\.apache\.pulsar\.client\.impl\.auth\.Authentication(?:Token|Basic|Disabled)$/,
  ],
  [/^auth\.params$/, /^(?![^]*file:)/i],
  [/^index_class_name$/, /^[A-Za-z]+$/],
];

/** Files that a connector opens where it runs. */
const FILES =
  /^(?:kerberos_keytab_path|krb5_path|hive_site_path|hdfs_site_path|hadoop_conf_path|(?:hive|paimon)\.hadoop\.conf-path|tls_(?:key|trust)store_path)$/;

/** Files that a driver opens where it runs. */
const FILE_KEYS = /^kafka\.config\.ssl\.(?:key|trust)store\.location$/;

/** One setting that reaches further than the data source. @internal */
export interface Reach {
  /** Name of the node's option. */
  option: string;
  /** `kafka.config.sasl.jaas.config`. */
  setting: string;
  /** The place, where it is one that may be allowed. */
  file?: string;
}

/**
 * Settings of drivers in the options of a node that may load code, read files
 * of the cluster or lead to another server than that of the data source.
 * @internal
 */
export function driverSettings(
  connector: string,
  options: Record<string, unknown>,
): Reach[] {
  return Object.entries(options).flatMap(([option, value]) =>
    [...leaves(option, value)].flatMap(([path, text]): Reach[] => {
      const setting = path.replace(/^(?:table_list|tables_configs)\./, '');
      if (FILES.test(setting) || FILE_KEYS.test(setting)) {
        return text ? [{ option, setting, file: text }] : [];
      }
      return isHarmless(connector, setting, text) ? [] : [{ option, setting }];
    }),
  );
}

function isHarmless(connector: string, setting: string, text: string): boolean {
  for (const [option, value] of SINGLE) {
    if (option.test(setting)) return value.test(text);
  }
  const driver = DRIVERS.find(
    ({ option, connector: only = connector }) =>
      only === connector &&
      (setting === option || setting.startsWith(`${option}.`)),
  );
  if (!driver) return true;
  const { option, harmless, values = {} } = driver;
  // A text is read as JSON there, which is not looked into here.
  if (setting === option) return text === '';
  const key = setting.slice(option.length + 1);
  return Object.hasOwn(values, key)
    ? values[key].test(text)
    : harmless.test(key);
}

/** Each value that holds no others, with its path; a list adds nothing to it, and an object is as good as dots. */
function* leaves(path: string, value: unknown): Generator<[string, string]> {
  if (typeof value !== 'object' || value === null) {
    yield [path, String(value ?? '')];
  } else if (Array.isArray(value)) {
    for (const each of value) yield* leaves(path, each);
  } else {
    for (const [key, each] of Object.entries(value)) {
      yield* leaves(`${path}.${key}`, each);
    }
  }
}
