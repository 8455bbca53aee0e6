/**
 * The catalogue of connectors: what SeaTunnel's releases and the embedded engine can read, transform and write. It is large: the front end
 * gets it through the API and must not import it.
 * @packageDocumentation
 */
export { seaTunnelConnectors } from './catalogue';
export * from './describeConnector';
export { seaTunnelReleases } from './releaseFacts';
