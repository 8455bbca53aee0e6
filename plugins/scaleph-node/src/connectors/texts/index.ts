import { ConnectorTexts, FamilyTexts } from '../textFiles';
import assertTexts from './Assert.json';
import clickhouseTexts from './Clickhouse.json';
import consoleTexts from './Console.json';
import copyTexts from './Copy.json';
import dorisTexts from './Doris.json';
import dynamicCompileTexts from './DynamicCompile.json';
import elasticsearchTexts from './Elasticsearch.json';
import embeddingTexts from './Embedding.json';
import fakeSourceTexts from './FakeSource.json';
import fieldMapperTexts from './FieldMapper.json';
import filterTexts from './Filter.json';
import filterRowKindTexts from './FilterRowKind.json';
import hiveTexts from './Hive.json';
import httpTexts from './Http.json';
import icebergTexts from './Iceberg.json';
import jdbcTexts from './Jdbc.json';
import jsonPathTexts from './JsonPath.json';
import kafkaTexts from './Kafka.json';
import llmTexts from './LLM.json';
import localFileTexts from './LocalFile.json';
import mongoDBTexts from './MongoDB.json';
import mySqlCdcTexts from './MySQL-CDC.json';
import paimonTexts from './Paimon.json';
import postgresCdcTexts from './Postgres-CDC.json';
import redisTexts from './Redis.json';
import replaceTexts from './Replace.json';
import s3FileTexts from './S3File.json';
import splitTexts from './Split.json';
import sqlTexts from './Sql.json';
import starRocksTexts from './StarRocks.json';
import cdcFamily from './families/cdc.json';
import filesFamily from './families/files.json';
import hadoopFamily from './families/hadoop.json';
import httpFamily from './families/http.json';
import saveModeFamily from './families/saveMode.json';
import schemaFamily from './families/schema.json';
import sinkFamily from './families/sink.json';
import transformFamily from './families/transform.json';

/** Texts that several connectors share, by the name that profiles.ts gives. @internal */
export const familyTexts = {
  cdc: cdcFamily,
  files: filesFamily,
  hadoop: hadoopFamily,
  http: httpFamily,
  saveMode: saveModeFamily,
  schema: schemaFamily,
  sink: sinkFamily,
  transform: transformFamily,
} as unknown as Record<string, FamilyTexts>;

/** Texts of connectors by their names. @internal */
export const connectorTexts = {
  Assert: assertTexts,
  Clickhouse: clickhouseTexts,
  Console: consoleTexts,
  Copy: copyTexts,
  Doris: dorisTexts,
  DynamicCompile: dynamicCompileTexts,
  Elasticsearch: elasticsearchTexts,
  Embedding: embeddingTexts,
  FakeSource: fakeSourceTexts,
  FieldMapper: fieldMapperTexts,
  Filter: filterTexts,
  FilterRowKind: filterRowKindTexts,
  Hive: hiveTexts,
  Http: httpTexts,
  Iceberg: icebergTexts,
  Jdbc: jdbcTexts,
  JsonPath: jsonPathTexts,
  Kafka: kafkaTexts,
  LLM: llmTexts,
  LocalFile: localFileTexts,
  MongoDB: mongoDBTexts,
  'MySQL-CDC': mySqlCdcTexts,
  Paimon: paimonTexts,
  'Postgres-CDC': postgresCdcTexts,
  Redis: redisTexts,
  Replace: replaceTexts,
  S3File: s3FileTexts,
  Split: splitTexts,
  Sql: sqlTexts,
  StarRocks: starRocksTexts,
} as unknown as Record<string, ConnectorTexts>;
