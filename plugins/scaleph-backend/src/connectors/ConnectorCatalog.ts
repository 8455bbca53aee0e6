import {
  builtInConnectors,
  ConnectorInfo,
} from '@scaleph/backstage-plugin-scaleph-common';
import { EngineCapabilities } from '@scaleph/backstage-plugin-scaleph-node';
import { EngineRegistry } from '../targets/EngineRegistry';

/** The connectors that an engine of this installation can run. @internal */
export class ConnectorCatalog {
  constructor(private readonly engines: EngineRegistry) {}

  /** Of all engines together. */
  abilities(): Pick<EngineCapabilities, 'pipelineTypes' | 'modes'> {
    const all = this.engines.list().map(engine => engine.capabilities());
    return {
      pipelineTypes: [...new Set(all.flatMap(it => it.pipelineTypes))],
      modes: [...new Set(all.flatMap(it => it.modes))],
    };
  }

  list(): ConnectorInfo[] {
    return builtInConnectors.flatMap(connector => {
      const engines = connector.engines.filter(id => this.engines.get(id));
      return engines.length ? [{ ...connector, engines }] : [];
    });
  }
}
