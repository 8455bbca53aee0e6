/**
 * Extension points and interfaces of the Scaleph back end, and what engines and data source types share.
 *
 * @packageDocumentation
 */
export * from './engine/Engine';
export * from './dataSources/DataSourceType';
export * from './secrets/SecretResolver';
export * from './files/FileRoots';
export * from './network/NetworkPolicy';
export * from './extensionPoints';
