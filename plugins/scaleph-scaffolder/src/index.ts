/**
 * Scaffolder actions of Scaleph: create and run pipelines, create data sources.
 *
 * @packageDocumentation
 */
export { scaffolderModuleScaleph as default } from './module';
