import type { SqlDialect } from '../SqlDialect';

const split = (words: string) => new Set(words.trim().split(/\s+/));

// Words that every server reserves, so that they cannot be anybody's name.
const CORE = split(`
  ALL AND AS BETWEEN BY CASE CREATE CROSS DELETE DISTINCT DROP ELSE END EXCEPT
  EXISTS FROM FULL GROUP HAVING IN INNER INSERT INTERSECT INTO IS JOIN LEFT LIKE
  LIMIT NOT NULL ON OR ORDER OUTER RIGHT SELECT TABLE THEN UNION UPDATE VALUES
  WHEN WHERE WITH
`);

// https://calcite.apache.org/docs/reference.html#keywords, the reserved ones.
const FLINK = split(`
  ALTER ANY ARRAY BEGIN BIGINT BINARY BOOLEAN BOTH CALL CAST CHAR COALESCE
  COLUMN CONSTRAINT CUBE CURRENT_DATE CURRENT_TIME CURRENT_TIMESTAMP DATE
  DECIMAL DEFAULT DEFINE DESCRIBE DOUBLE ESCAPE EXECUTE EXPLAIN EXTRACT FALSE
  FETCH FILTER FLOAT FOR FOREIGN FUNCTION GROUPING INT INTEGER INTERVAL LATERAL
  LEADING LOCALTIME LOCALTIMESTAMP MATCH_RECOGNIZE MEASURES MERGE MULTISET
  NATURAL NULLIF NUMERIC OFFSET OVER PARTITION PATTERN PRECISION PRIMARY RANGE
  REAL REFERENCES RESET ROLLUP ROW ROWS SET SHOW SMALLINT SOME SYSTEM_TIME
  TABLESAMPLE TIME TIMESTAMP TINYINT TO TRAILING TRUE TRUNCATE UNIQUE UNKNOWN
  UNNEST USING VARBINARY VARCHAR WINDOW WITHIN WITHOUT
`);

// Words that are keywords after certain others, and names elsewhere.
const AFTER: Record<string, Set<string>> = {
  IF: split('TABLE VIEW DATABASE CATALOG FUNCTION'),
  TEMPORARY: split('CREATE DROP ALTER'),
  SYSTEM: split('TEMPORARY'),
  VIEW: split('CREATE DROP ALTER TEMPORARY'),
  DATABASE: split('CREATE DROP ALTER'),
  CATALOG: split('CREATE DROP ALTER USE'),
  OVERWRITE: split('INSERT'),
  KEY: split('PRIMARY FOREIGN'),
  OF: split('AS'),
  TABLES: split('SHOW'),
  VIEWS: split('SHOW'),
  DATABASES: split('SHOW'),
  CATALOGS: split('SHOW'),
  FUNCTIONS: split('SHOW USER'),
  JOBS: split('SHOW'),
  JARS: split('SHOW'),
  JAR: split('ADD REMOVE'),
  ENFORCED: split('NOT'),
  STATEMENT: split('EXECUTE BEGIN EXPLAIN FOR'),
};

/**
 * Whether a word is a keyword where it stands, and may be written in capitals:
 * names keep their letters, since servers tell them apart.
 *
 * @internal
 */
export function isKeyword(
  word: string,
  previous: string,
  dialect: SqlDialect,
): boolean {
  // ClickHouse reserves nothing.
  if (dialect === 'clickhouse') return false;
  const upper = word.toUpperCase();
  if (CORE.has(upper)) return true;
  if (dialect !== 'flink') return false;
  return FLINK.has(upper) || Boolean(AFTER[upper]?.has(previous));
}

/** Whether a dialect reserves a word, so that a name has to be quoted. @public */
export const isReservedSqlWord = (word: string, dialect: SqlDialect): boolean =>
  isKeyword(word, '', dialect);
