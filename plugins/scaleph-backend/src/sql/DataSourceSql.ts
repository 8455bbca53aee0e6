import { InputError, NotFoundError } from '@backstage/errors';
import { SqlPlace } from '@scaleph/backstage-plugin-scaleph-common';
import {
  DataSourceEnvironment,
  DataSourceType,
} from '@scaleph/backstage-plugin-scaleph-node';
import { DataSourceDirectory } from '../data-sources/DataSourceDirectory';
import { Caller } from '../http/Caller';
import { DataSourceSqlRunner, EXPLAIN } from './DataSourceSqlRunner';
import { DataSourceStatements } from './DataSourceStatements';
import { ResultPages } from './ResultPages';
import { SqlConfig } from './SqlConfig';
import { SqlRunner } from './SqlRunner';

/** SQL on data sources whose type has a reader. @internal */
export class DataSourceSql {
  constructor(
    private readonly options: {
      dataSources: DataSourceDirectory;
      types: readonly DataSourceType[];
      environment: DataSourceEnvironment;
      statements: DataSourceStatements;
      pages: ResultPages;
      config: SqlConfig;
    },
  ) {}

  /** Those that the caller may use. */
  async places(caller: Caller): Promise<SqlPlace[]> {
    const usable = await this.options.dataSources.usableBy(caller);
    return usable.flatMap(({ name, title = name, type, lastTest }) => {
      const reader = this.readerOf(type);
      if (!reader) return [];
      return {
        kind: 'data-source' as const,
        name,
        title,
        type,
        dialect: reader.dialect,
        // Asking each server would take long; the last test is what is known.
        healthy: lastTest?.ok ?? true,
        ...(lastTest && !lastTest.ok && { message: lastTest.message }),
        features: [
          ...(EXPLAIN[reader.dialect] ? ['explain' as const] : []),
          'write' as const,
        ],
      };
    });
  }

  async runner(name: string): Promise<SqlRunner> {
    const { dataSources, environment, config } = this.options;
    const facts = (await dataSources.lookUp([name])).get(name);
    if (!facts) throw new NotFoundError(`Data source "${name}" does not exist`);
    const reader = this.readerOf(facts.type);
    if (!reader) {
      throw new InputError(
        `Data source "${name}" is of type ${facts.type}, which speaks no SQL here`,
      );
    }
    return new DataSourceSqlRunner({
      ...this.options,
      reader,
      limits: config.dataSources,
      connect: async () => {
        const found = await dataSources.connectionsWithSecrets([name]);
        const { config: settings, secrets, extraFiles } = found[name];
        return { ...environment, config: settings, secrets, extraFiles };
      },
    });
  }

  private readerOf(type: string) {
    return this.options.types.find(it => it.type === type)?.sql;
  }
}
