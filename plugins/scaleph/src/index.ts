/**
 * The front end of Scaleph: pages, entity tabs and cards for Backstage.
 *
 * @packageDocumentation
 */
export { scalephPlugin as default } from './plugin';
export { scalephApiRef } from './api';
export { scalephTranslationRef } from './translation';
