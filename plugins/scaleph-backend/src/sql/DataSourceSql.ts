import { NotFoundError } from '@backstage/errors';
import { SqlPlace } from '@scaleph/backstage-plugin-scaleph-common';
import { Caller } from '../http/Caller';
import { SqlRunner } from './SqlRunner';

/** SQL on data sources. @internal */
export class DataSourceSql {
  async places(_caller: Caller): Promise<SqlPlace[]> {
    return [];
  }

  async runner(name: string): Promise<SqlRunner> {
    throw new NotFoundError(`Data source "${name}" does not exist`);
  }
}
