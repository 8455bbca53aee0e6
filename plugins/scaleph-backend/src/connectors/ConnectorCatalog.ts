import {
  builtInConnectors,
  ConnectorInfo,
} from '@scaleph/backstage-plugin-scaleph-common';
import { EngineRegistry } from '../targets/EngineRegistry';

/** The connectors that an engine of this installation can run. @internal */
export class ConnectorCatalog {
  constructor(private readonly engines: EngineRegistry) {}

  list(): ConnectorInfo[] {
    return builtInConnectors.flatMap(connector => {
      const engines = connector.engines.filter(id => this.engines.get(id));
      return engines.length ? [{ ...connector, engines }] : [];
    });
  }
}
