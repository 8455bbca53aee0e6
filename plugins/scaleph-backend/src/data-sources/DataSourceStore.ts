import { Transaction } from '../database/Transaction';
import { OwnershipFilter } from '../permissions/ownershipFilter';
import { DataSourceRow, SecretRow } from './dataSourceRows';
import { DataSourceQuery } from './DataSourceService';

/** A data source with its secrets, as stored. @internal */
export interface StoredDataSource {
  row: DataSourceRow;
  secrets: SecretRow[];
}

/** @internal */
export interface DataSourceRowPage {
  items: StoredDataSource[];
  nextCursor?: string;
  totalItems: number;
}

/** Where data sources are stored. @internal */
export interface DataSourceStore {
  list(
    query: DataSourceQuery,
    visible: OwnershipFilter,
  ): Promise<DataSourceRowPage>;
  find(name: string): Promise<StoredDataSource | undefined>;
  /** Those that exist, in no order. */
  findAll(names: string[]): Promise<StoredDataSource[]>;
  /** The rows alone, in no order. */
  findRows(names: string[]): Promise<DataSourceRow[]>;
  /** False when the name is taken. */
  insert(tx: Transaction, dataSource: StoredDataSource): Promise<boolean>;
  /** Writes `row` with `revision` one higher, and its secrets; false when it is not at `revision` any more. */
  update(revision: number, dataSource: StoredDataSource): Promise<boolean>;
  /** False when it is not at `revision` any more. `check` runs in the same transaction and throws to refuse. */
  delete(
    row: Pick<DataSourceRow, 'id' | 'revision'>,
    check: (tx: Transaction) => Promise<void>,
  ): Promise<boolean>;
  /** Only as long as the data source is at that revision: another form of it was not tested. */
  recordTest(
    row: Pick<DataSourceRow, 'id' | 'revision'>,
    lastTest: string,
  ): Promise<void>;
  /** Values that another key sealed, in the order of data source and name, behind `after`. */
  outdatedSecrets(options: {
    newestKeyId: string;
    after?: Pick<SecretRow, 'data_source_id' | 'name'>;
    limit: number;
  }): Promise<SecretRow[]>;
  /** Only when `before` is still what is stored; false otherwise. */
  replaceSecret(before: SecretRow, after: SecretRow): Promise<boolean>;
}
