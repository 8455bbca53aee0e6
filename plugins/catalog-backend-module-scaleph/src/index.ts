/**
 * Pipelines and data sources of Scaleph in the Backstage catalog.
 *
 * @packageDocumentation
 */
export { catalogModuleScaleph as default } from './module';
