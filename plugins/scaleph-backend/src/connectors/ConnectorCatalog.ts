import {
  CheckContext,
  ConnectorInfo,
} from '@scaleph/backstage-plugin-scaleph-common';
import { EngineCapabilities } from '@scaleph/backstage-plugin-scaleph-node';
import {
  seaTunnelConnectors,
  seaTunnelReleases,
} from '@scaleph/backstage-plugin-scaleph-node/connectors';
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

  /** Releases of SeaTunnel whose connectors are known, oldest first. */
  releases(): string[] {
    return seaTunnelReleases;
  }

  /** What a document for a target is checked against. */
  of({
    seaTunnelRelease: release,
  }: EngineCapabilities): Pick<
    CheckContext,
    'connectors' | 'seaTunnelRelease'
  > {
    return {
      connectors: this.list(release),
      // Of a release that nothing is known of, nothing is refused.
      ...(release &&
        this.releases().includes(release) && { seaTunnelRelease: release }),
    };
  }

  /**
   * With the options of that release of SeaTunnel; of all together when it is absent or nothing is known of it. A connector that the
   * release does not have is there all the same, and its `releases` tell.
   */
  list(release?: string): ConnectorInfo[] {
    const known = release && this.releases().includes(release);
    return seaTunnelConnectors(known ? release : undefined).flatMap(
      connector => {
        const engines = connector.engines.filter(id => this.engines.get(id));
        return engines.length ? [{ ...connector, engines }] : [];
      },
    );
  }
}
