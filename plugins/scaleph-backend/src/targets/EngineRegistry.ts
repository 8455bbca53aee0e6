import { InputError, toError } from '@backstage/errors';
import {
  Engine,
  TargetConnection,
  TargetInfo,
} from '@scaleph/backstage-plugin-scaleph-node';
import { PipelineDocument } from '@scaleph/backstage-plugin-scaleph-common';
import { askHealth } from './askHealth';
import { noTargets } from './noTargets';
import { TargetDirectory } from './TargetDirectory';

/** An engine and one of the places where it runs pipelines. @internal */
export interface EngineTarget {
  engine: Engine;
  target: Pick<TargetInfo, 'name' | 'title'>;
  /** Of a registered target. */
  connection?: TargetConnection;
}

/** The same with its health. @internal */
export interface ObservedTarget extends EngineTarget {
  target: TargetInfo;
}

/** The engines that modules have added, and where they run pipelines. @internal */
export class EngineRegistry {
  private readonly engines = new Map<string, Engine>();
  private registered: Pick<TargetDirectory, 'connection' | 'list'> = noTargets;

  /** Throws when the id is taken. */
  add(engine: Engine): void {
    if (this.engines.has(engine.id)) {
      throw new Error(`An engine "${engine.id}" is installed already`);
    }
    this.engines.set(engine.id, engine);
  }

  /** Where the registered targets are found, from the moment that there is a database. */
  useTargets(registered: Pick<TargetDirectory, 'connection' | 'list'>): void {
    this.registered = registered;
  }

  list(): Engine[] {
    return [...this.engines.values()];
  }

  get(id: string): Engine | undefined {
    return this.engines.get(id);
  }

  /** The engine whose targets are registered as this type. */
  ofTargetType(type: string): Engine | undefined {
    return this.list().find(engine => engine.targetType?.type === type);
  }

  /** The targets that need no registration; an engine that cannot say has one that is not healthy. */
  async builtInTargets(): Promise<ObservedTarget[]> {
    const lists = await Promise.all(
      this.list().map(async engine => {
        const targets = await targetsOf(engine);
        return targets.map(target => ({ engine, target }));
      }),
    );
    return lists.flat();
  }

  /** Those of registered targets whose engine is installed, with their health; never waits long for it. */
  async observe(connections: TargetConnection[]): Promise<ObservedTarget[]> {
    const observed = await Promise.all(
      connections.map(async connection => {
        const engine = this.ofTargetType(connection.type);
        if (!engine?.targetType) return [];
        const target = await askHealth(engine.targetType, connection);
        return [{ engine, target, connection }];
      }),
    );
    return observed.flat();
  }

  /**
   * The target of that name; without a name the first that can run the
   * document, built-in ones before registered ones. Throws InputError when
   * there is none, naming what there is.
   *
   * @param isUsable - which targets may be chosen without being named
   */
  async choose(
    document: PipelineDocument,
    name?: string,
    isUsable: (name: string) => boolean = () => true,
  ): Promise<EngineTarget> {
    const { type } = document.spec;
    const mode = document.spec.mode ?? 'batch';
    const fits = ({ engine, connection }: EngineTarget) => {
      const { pipelineTypes, modes } = engine.capabilities(connection);
      return pipelineTypes.includes(type) && modes.includes(mode);
    };
    const chosen = name
      ? await this.named(name)
      : await this.firstOf(fits, isUsable);
    if (!chosen) {
      const names = await this.names(isUsable);
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

  private async named(name: string): Promise<EngineTarget | undefined> {
    const builtIn = await this.builtInTargets();
    const found = builtIn.find(({ target }) => target.name === name);
    if (found) return found;
    const connection = await this.registered.connection(name);
    return connection && this.toEngineTarget(connection);
  }

  private async firstOf(
    fits: (target: EngineTarget) => boolean,
    isUsable: (name: string) => boolean,
  ): Promise<EngineTarget | undefined> {
    const builtIn = (await this.builtInTargets()).filter(fits);
    const healthy = builtIn.find(({ target }) => target.healthy);
    if (healthy) return healthy;
    const registered = await this.registered.list();
    const candidates = registered
      .filter(({ name }) => isUsable(name))
      .flatMap(connection => this.toEngineTarget(connection) ?? [])
      .filter(fits)
      .map(({ connection }) => connection!);
    const observed = await this.observe(candidates);
    return (
      observed.find(({ target }) => target.healthy) ?? builtIn[0] ?? observed[0]
    );
  }

  private async names(isUsable: (name: string) => boolean): Promise<string> {
    const [builtIn, registered] = await Promise.all([
      this.builtInTargets(),
      this.registered.list(),
    ]);
    return [
      ...builtIn.map(({ target }) => target.name),
      ...registered.map(({ name }) => name).filter(isUsable),
    ]
      .map(name => `"${name}"`)
      .join(', ');
  }

  private toEngineTarget(
    connection: TargetConnection,
  ): (EngineTarget & { connection: TargetConnection }) | undefined {
    const engine = this.ofTargetType(connection.type);
    return engine && { engine, target: connection, connection };
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
