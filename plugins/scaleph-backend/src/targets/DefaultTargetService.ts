import { Target } from '@scaleph/backstage-plugin-scaleph-common';
import { EngineRegistry } from './EngineRegistry';
import { TargetService } from './TargetService';

/** @internal */
export class DefaultTargetService implements TargetService {
  constructor(private readonly engines: EngineRegistry) {}

  async list(): Promise<Target[]> {
    const targets = await this.engines.targets();
    return targets.map(({ engine, target }) => ({
      name: target.name,
      engine: engine.id,
      title: target.title,
      ...engine.capabilities(),
      healthy: target.healthy,
      ...(target.message !== undefined && { message: target.message }),
    }));
  }
}
