import { DataSourceType } from '../DataSourceType';
import { clickhouseType } from './clickhouse';
import { dorisType, starrocksType } from './doris';
import { elasticsearchType } from './elasticsearch';
import { hiveMetastoreType } from './hiveMetastore';
import { httpType } from './http';
import { icebergCatalogType } from './icebergCatalog';
import { kafkaType } from './kafka';
import { localDirectoryType } from './localDirectory';
import { mongodbType } from './mongodb';
import { mysqlType } from './mysql';
import { oracleType } from './oracle';
import { paimonCatalogType } from './paimonCatalog';
import { postgresqlType } from './postgresql';
import { redisType } from './redis';
import { s3Type } from './s3';
import { sqliteType } from './sqlite';
import { sqlserverType } from './sqlserver';

/** The types that Scaleph brings. @public */
export const builtInDataSourceTypes: readonly DataSourceType[] = [
  postgresqlType,
  mysqlType,
  sqliteType,
  sqlserverType,
  oracleType,
  clickhouseType,
  dorisType,
  starrocksType,
  kafkaType,
  redisType,
  mongodbType,
  elasticsearchType,
  s3Type,
  httpType,
  localDirectoryType,
  hiveMetastoreType,
  icebergCatalogType,
  paimonCatalogType,
];
