import {
  ConnectionTest,
  DataSource,
  DataSourceInput,
  DataSourceObjects,
  DataSourcePage,
  DataSourceTypeInfo,
  ListDataSourceObjectsQuery,
  ListDataSourcesQuery,
  ReadDataSourceRowsQuery,
  SampleRows,
  TestDataSourceBody,
  TestDataSourceConfigBody,
} from '../../types';
import { CreateOptions, RequestOptions, WriteOptions } from '../options';

/** Data sources and their types. @public */
export interface DataSourcesApi {
  listDataSources(
    query?: ListDataSourcesQuery,
    options?: RequestOptions,
  ): Promise<DataSourcePage>;
  createDataSource(
    body: DataSourceInput,
    options?: CreateOptions,
  ): Promise<DataSource>;
  getDataSource(name: string, options?: RequestOptions): Promise<DataSource>;
  updateDataSource(
    name: string,
    body: DataSourceInput,
    options: WriteOptions,
  ): Promise<DataSource>;
  /** `ignore`: though versions that are not the newest of their pipeline use it. */
  deleteDataSource(
    name: string,
    options: WriteOptions & { olderVersions?: 'keep' | 'ignore' },
  ): Promise<void>;
  testDataSource(
    name: string,
    body: TestDataSourceBody,
    options?: RequestOptions,
  ): Promise<ConnectionTest>;
  testDataSourceConfig(
    type: string,
    body: TestDataSourceConfigBody,
    options?: RequestOptions,
  ): Promise<ConnectionTest>;
  listDataSourceTypes(
    options?: RequestOptions,
  ): Promise<{ items: DataSourceTypeInfo[] }>;
  /** One level of what a data source holds, e.g. its schemas; `path` names from the root down. */
  listDataSourceObjects(
    name: string,
    query?: ListDataSourceObjectsQuery,
    options?: RequestOptions,
  ): Promise<DataSourceObjects>;
  /** The first rows of an object, e.g. of the table at `path`. */
  readDataSourceRows(
    name: string,
    query: ReadDataSourceRowsQuery,
    options?: RequestOptions,
  ): Promise<SampleRows>;
}
