import {
  ConnectorInfo,
  ConnectorSummary,
  NodeKind,
} from '@scaleph/backstage-plugin-scaleph-common';
import { Caller } from '../http/Caller';

/**
 * Connectors: the kinds of nodes that pipelines here are made of, with the
 * schema of their options.
 *
 * @internal
 */
export interface ConnectorService {
  list(query: { kind?: NodeKind }, caller: Caller): Promise<ConnectorSummary[]>;
  /** Throws NotFoundError, or InputError for a release that nothing is known of. */
  get(
    connector: { kind: NodeKind; name: string },
    query: { release?: string },
    caller: Caller,
  ): Promise<ConnectorInfo>;
}
