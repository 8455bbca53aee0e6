/**
 * Extension points and interfaces of the Scaleph back end, and what engines and data source types share.
 *
 * @packageDocumentation
 */
export * from './engine/Engine';
export * from './engine/EngineOperation';
export * from './engine/PipelineSampler';
export * from './engine/TargetType';
export * from './artifacts/ArtifactReader';
export * from './sql/SqlReader';
export * from './sql/SqlSessions';
export * from './sql/SqlStatementError';
export * from './dataSources/DataSourceBrowser';
export * from './dataSources/DataSourceConnection';
export * from './dataSources/DataSourceType';
export * from './dataSources/binding/ConnectorBinding';
export * from './dataSources/binding/connectionFields';
export * from './dataSources/binding/heldMaterial';
export * from './dataSources/binding/secretText';
export * from './dataSources/scrubSecrets';
export * from './dataSources/connect/ConnectionError';
export * from './dataSources/connect/ConnectServerOptions';
export * from './dataSources/connect/ReceiveLimit';
export * from './dataSources/connect/connectMysql';
export * from './dataSources/connect/connectPostgresql';
export * from './dataSources/connect/explainQueryError';
export * from './dataSources/connect/openSqlite';
export * from './dataSources/browse/limitObjects';
export * from './dataSources/types/builtInDataSourceTypes';
export * from './dataSources/types/clickhouse';
export * from './dataSources/types/localDirectory';
export * from './dataSources/types/mysql';
export * from './dataSources/types/postgresql';
export * from './dataSources/types/sqlite';
export * from './dataSources/types/sqlserver';
export * from './dataSources/types/s3';
export * from './dataSources/types/redis';
export * from './dataSources/types/oracle';
export * from './dataSources/types/paimonCatalog';
export * from './dataSources/types/mongodb';
export * from './dataSources/types/kafka';
export * from './dataSources/types/icebergCatalog';
export * from './dataSources/types/http';
export * from './dataSources/types/hiveMetastore';
export * from './dataSources/types/elasticsearch';
export * from './dataSources/types/doris';
export * from './secrets/SecretResolver';
export * from './files/FileRoots';
export { isGlob } from './files/expandGlob';
export * from './network/NetworkPolicy';
export * from './extensionPoints';
