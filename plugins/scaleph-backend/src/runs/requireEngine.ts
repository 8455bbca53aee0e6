import { Engine } from '@scaleph/backstage-plugin-scaleph-node';
import { EngineRegistry } from '../targets/EngineRegistry';

/** The engine of a run. Throws an Error when its module is not installed (any more). @internal */
export function requireEngine(engines: EngineRegistry, id: string): Engine {
  const engine = engines.get(id);
  if (!engine) {
    throw new Error(
      `Engine "${id}" is not installed: add its module to the back end`,
    );
  }
  return engine;
}
