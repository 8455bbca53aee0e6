import { DataSourceType } from '../DataSourceType';
import { clickhouseType } from './clickhouse';
import { localDirectoryType } from './localDirectory';
import { mysqlType } from './mysql';
import { postgresqlType } from './postgresql';
import { sqliteType } from './sqlite';

/** The types that Scaleph brings. @public */
export const builtInDataSourceTypes: readonly DataSourceType[] = [
  postgresqlType,
  mysqlType,
  sqliteType,
  clickhouseType,
  localDirectoryType,
];
