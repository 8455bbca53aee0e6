import { InputError, NotFoundError } from '@backstage/errors';
import {
  ConnectorInfo,
  ConnectorSummary,
  findConnector,
  NodeKind,
} from '@scaleph/backstage-plugin-scaleph-common';
import { ConnectorCatalog } from './ConnectorCatalog';
import { ConnectorService } from './ConnectorService';

/** @internal */
export class DefaultConnectorService implements ConnectorService {
  constructor(private readonly catalog: ConnectorCatalog) {}

  async list(query: { kind?: NodeKind }): Promise<ConnectorSummary[]> {
    const { kind } = query;
    return this.catalog
      .list()
      .filter(connector => !kind || connector.kind === kind)
      .map(({ schema: _, ...summary }) => summary);
  }

  async get(
    { kind, name }: { kind: NodeKind; name: string },
    { release }: { release?: string },
  ): Promise<ConnectorInfo> {
    const releases = this.catalog.releases();
    if (release !== undefined && !releases.includes(release)) {
      throw new InputError(
        `Nothing is known of the connectors of SeaTunnel ${release}; of ${releases.join(
          ' and ',
        )} it is`,
      );
    }
    const found = findConnector(this.catalog.list(release), kind, name);
    if (!found) {
      throw new NotFoundError(`There is no ${kind} "${name}" here`);
    }
    // What is ours alone is in no release.
    if (release && found.releases.length && !found.release) {
      throw new NotFoundError(
        `The catalogue of SeaTunnel ${release} has no ${kind} "${name}"; that of ${found.releases.join(
          ' and ',
        )} has it`,
      );
    }
    return found;
  }
}
