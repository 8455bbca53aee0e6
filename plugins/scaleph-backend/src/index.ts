/**
 * The Scaleph backend plugin: API, database and supervision of pipeline runs.
 *
 * @packageDocumentation
 */
export { scalephPlugin as default } from './plugin';
export * from './permissions/conditionExports';
export * from './permissions/rules';
