/** Topic of the events service on which the back end tells the catalog of a change. @public */
export const SCALEPH_CATALOG_TOPIC = 'scaleph.catalog';

/** Payload of an event on `SCALEPH_CATALOG_TOPIC`. @public */
export type ScalephCatalogEvent = {
  kind: 'pipeline' | 'data-source' | 'target';
  name: string;
  change: 'upsert' | 'delete';
};

/** Channel of the signals service on which open pages hear of changes. @public */
export const SCALEPH_SIGNAL_CHANNEL = 'scaleph';

/**
 * Message on `SCALEPH_SIGNAL_CHANNEL`: something changed, fetch it again. It carries no content, and of names nothing either, since
 * every signed-in user hears it.
 * @public
 */
export type ScalephSignal = {
  type: 'run' | 'pipeline' | 'data-source' | 'target';
  /** The id of the run; empty for the others. */
  id: string;
  /** Revision of the run. */
  revision?: number;
};
