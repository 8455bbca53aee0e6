/**
 * Apache Flink session clusters for Scaleph, over their REST interface and SQL Gateway.
 *
 * @packageDocumentation
 */
export { scalephModuleFlink as default } from './module';
export { createFlinkSessionEngine } from './createFlinkSessionEngine';
export { FlinkSessionEngine, type OnTarget } from './FlinkSessionEngine';
export { JarDirectories } from './sql/JarDirectories';
export type { FlinkTargetConfig } from './targetType/FlinkTargetConfig';
