import { InputError, toError } from '@backstage/errors';
import { Engine, TargetInfo } from '@scaleph/backstage-plugin-scaleph-node';
import { PipelineDocument } from '@scaleph/backstage-plugin-scaleph-common';

/** An engine and one of the places where it runs pipelines. @internal */
export interface EngineTarget {
  engine: Engine;
  target: TargetInfo;
}

/** The engines that modules have added. @internal */
export class EngineRegistry {
  private readonly engines = new Map<string, Engine>();

  /** Throws when the id is taken. */
  add(engine: Engine): void {
    if (this.engines.has(engine.id)) {
      throw new Error(`An engine "${engine.id}" is installed already`);
    }
    this.engines.set(engine.id, engine);
  }

  list(): Engine[] {
    return [...this.engines.values()];
  }

  get(id: string): Engine | undefined {
    return this.engines.get(id);
  }

  /** Every target; an engine that cannot say has one that is not healthy. */
  async targets(): Promise<EngineTarget[]> {
    const lists = await Promise.all(
      this.list().map(async engine => {
        const targets = await targetsOf(engine);
        return targets.map(target => ({ engine, target }));
      }),
    );
    return lists.flat();
  }

  /**
   * The target of that name; without a name the first that can run the
   * document. Throws InputError when there is none, naming what there is.
   */
  async choose(
    document: PipelineDocument,
    name?: string,
  ): Promise<EngineTarget> {
    const targets = await this.targets();
    const { type } = document.spec;
    const mode = document.spec.mode ?? 'batch';
    const fits = ({ engine }: EngineTarget) => {
      const { pipelineTypes, modes } = engine.capabilities();
      return pipelineTypes.includes(type) && modes.includes(mode);
    };
    const chosen = name
      ? targets.find(({ target }) => target.name === name)
      : targets.find(entry => entry.target.healthy && fits(entry)) ??
        targets.find(fits);
    const names = targets.map(({ target }) => `"${target.name}"`).join(', ');
    if (!chosen) {
      throw new InputError(
        name
          ? `Target "${name}" does not exist; there is ${names || 'none'}`
          : `No target runs ${mode} pipelines of type ${type}; there is ${
              names || 'none: install an engine module'
            }`,
      );
    }
    if (!fits(chosen)) {
      throw new InputError(
        `Target "${name}" does not run ${mode} pipelines of type ${type}`,
      );
    }
    return chosen;
  }
}

async function targetsOf(engine: Engine): Promise<TargetInfo[]> {
  try {
    return await engine.targets();
  } catch (error) {
    const { message } = toError(error);
    return [{ name: engine.id, title: engine.id, healthy: false, message }];
  }
}
