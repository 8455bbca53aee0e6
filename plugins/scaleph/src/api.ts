import {
  createApiFactory,
  createApiRef,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import {
  ScalephApi,
  ScalephClient,
} from '@scaleph/backstage-plugin-scaleph-common';

/**
 * The client of the Scaleph back end; the same in both front-end systems.
 *
 * @public
 */
export const scalephApiRef = createApiRef<ScalephApi>({
  id: 'plugin.scaleph.client',
});

/** @internal */
export const scalephApiFactory = createApiFactory({
  api: scalephApiRef,
  deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
  factory: deps => new ScalephClient(deps),
});
