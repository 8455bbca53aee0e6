import {
  ConnectorInfo,
  NodeKind,
} from '@scaleph/backstage-plugin-scaleph-common';
import { ConnectorCatalog } from './ConnectorCatalog';
import { ConnectorService } from './ConnectorService';

/** @internal */
export class DefaultConnectorService implements ConnectorService {
  constructor(private readonly catalog: ConnectorCatalog) {}

  async list(query: { kind?: NodeKind }): Promise<ConnectorInfo[]> {
    const { kind } = query;
    return this.catalog
      .list()
      .filter(connector => !kind || connector.kind === kind);
  }
}
