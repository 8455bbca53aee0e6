import { InputError, NotFoundError } from '@backstage/errors';
import { SqlPlace } from '@scaleph/backstage-plugin-scaleph-common';
import { DataSourceDirectory } from '../data-sources/DataSourceDirectory';
import { Caller } from '../http/Caller';
import { EngineRegistry } from '../targets/EngineRegistry';
import { TargetDirectory } from '../targets/TargetDirectory';
import { DataSourceSql } from './DataSourceSql';
import { SqlConfig } from './SqlConfig';
import { SqlRunner } from './SqlRunner';
import { TargetSqlRunner } from './TargetSqlRunner';

/** @internal */
export interface PlaceRef {
  kind: SqlPlace['kind'];
  place: string;
}

/** Where SQL can run. @internal */
export class SqlPlaces {
  constructor(
    private readonly options: {
      engines: EngineRegistry;
      targets: TargetDirectory;
      dataSources: DataSourceDirectory;
      dataSourceSql: DataSourceSql;
      config: SqlConfig;
    },
  ) {}

  /** Those that the caller may use. */
  async list(caller: Caller): Promise<SqlPlace[]> {
    const [targets, dataSources] = await Promise.all([
      this.listTargets(caller),
      this.options.dataSourceSql.places(caller),
    ]);
    return [...targets, ...dataSources];
  }

  /** Throws NotAllowedError when the caller may not use the place. */
  async requireUse({ kind, place }: PlaceRef, caller: Caller): Promise<void> {
    const { targets, dataSources } = this.options;
    if (kind === 'target') await targets.requireUse(place, caller);
    else await dataSources.requireUse([place], caller);
  }

  /** Throws NotFoundError when the place does not exist, InputError when it has no SQL. No permissions. */
  async runner({ kind, place }: PlaceRef): Promise<SqlRunner> {
    if (kind === 'data-source') return this.options.dataSourceSql.runner(place);
    const target = await this.options.targets.connection(place);
    if (!target) throw new NotFoundError(`Target "${place}" does not exist`);
    const sql = this.options.engines.ofTargetType(target.type)?.sql;
    if (!sql?.available(target)) {
      throw new InputError(
        `Target "${place}" has no SQL: give it the address of a SQL Gateway`,
      );
    }
    return new TargetSqlRunner(sql, target, this.options.config);
  }

  private async listTargets(caller: Caller): Promise<SqlPlace[]> {
    const { engines, targets } = this.options;
    const [all, isUsable] = await Promise.all([
      targets.list(),
      targets.usableBy(caller),
    ]);
    const usable = all.filter(
      target =>
        isUsable(target.name) &&
        engines.ofTargetType(target.type)?.sql?.available(target),
    );
    const observed = await engines.observe(usable);
    return observed.map(({ target }) => ({
      kind: 'target' as const,
      name: target.name,
      title: target.title,
      type: usable.find(({ name }) => name === target.name)?.type,
      dialect: 'flink' as const,
      healthy: target.healthy,
      ...(target.message !== undefined && { message: target.message }),
      features: ['settings', 'jars', 'explain', 'complete', 'changelog'],
    }));
  }
}
