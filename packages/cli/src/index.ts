/**
 * The `scaleph` command: checks and runs pipeline files without a portal.
 *
 * @packageDocumentation
 */
export { main } from './main';
