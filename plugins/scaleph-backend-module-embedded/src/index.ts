/**
 * The engine `embedded` of Scaleph: bounded pipelines with DuckDB in worker processes.
 *
 * @packageDocumentation
 */
export { scalephModuleEmbedded as default } from './module';
export * from './engine/EmbeddedEngine';
export { defaultEmbeddedSettings, parseBytes } from './engine/EmbeddedSettings';
export type { EmbeddedSettings } from './engine/EmbeddedSettings';
