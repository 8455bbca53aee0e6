import {
  AddSqlJarBody,
  CompleteSqlBody,
  ExecuteSqlBody,
  ExplainSqlBody,
  FetchSqlRowsQuery,
  ListSqlHistoryQuery,
  ListSqlObjectsQuery,
  ListSqlQueriesQuery,
  SqlEnvironment,
  SqlEnvironmentInput,
  SqlExecution,
  SqlExplanation,
  SqlHistoryPage,
  SqlObject,
  SqlOperation,
  SqlPage,
  SqlPlace,
  SqlQuery,
  SqlQueryInput,
  SqlSession,
  SqlSessionInput,
} from '../../types';
import { CreateOptions, RequestOptions, WriteOptions } from '../options';

/** SQL sessions, their statements, and what is saved of them. @public */
export interface SqlApi {
  listSqlPlaces(options?: RequestOptions): Promise<{ items: SqlPlace[] }>;
  listSqlSessions(options?: RequestOptions): Promise<{ items: SqlSession[] }>;
  openSqlSession(
    body: SqlSessionInput,
    options?: RequestOptions,
  ): Promise<SqlSession>;
  getSqlSession(session: string, options?: RequestOptions): Promise<SqlSession>;
  closeSqlSession(session: string, options?: RequestOptions): Promise<void>;
  addSqlJar(
    session: string,
    body: AddSqlJarBody,
    options?: RequestOptions,
  ): Promise<SqlSession>;
  listSqlOperations(
    session: string,
    options?: RequestOptions,
  ): Promise<{ items: SqlOperation[] }>;
  executeSql(
    session: string,
    body: ExecuteSqlBody,
    options?: RequestOptions,
  ): Promise<SqlExecution>;
  completeSql(
    session: string,
    body: CompleteSqlBody,
    options?: RequestOptions,
  ): Promise<{ items: string[] }>;
  explainSql(
    session: string,
    body: ExplainSqlBody,
    options?: RequestOptions,
  ): Promise<SqlExplanation>;
  listSqlObjects(
    session: string,
    query?: ListSqlObjectsQuery,
    options?: RequestOptions,
  ): Promise<{ items: SqlObject[] }>;
  getSqlOperation(
    operation: string,
    options?: RequestOptions,
  ): Promise<SqlOperation>;
  fetchSqlRows(
    operation: string,
    query?: FetchSqlRowsQuery,
    options?: RequestOptions,
  ): Promise<SqlPage>;
  cancelSqlOperation(
    operation: string,
    options?: RequestOptions,
  ): Promise<SqlOperation>;
  listSqlHistory(
    query?: ListSqlHistoryQuery,
    options?: RequestOptions,
  ): Promise<SqlHistoryPage>;
  clearSqlHistory(options?: RequestOptions): Promise<void>;
  listSqlQueries(
    query?: ListSqlQueriesQuery,
    options?: RequestOptions,
  ): Promise<{ items: SqlQuery[] }>;
  createSqlQuery(
    body: SqlQueryInput,
    options?: CreateOptions,
  ): Promise<SqlQuery>;
  getSqlQuery(query: string, options?: RequestOptions): Promise<SqlQuery>;
  updateSqlQuery(
    query: string,
    body: SqlQueryInput,
    options: WriteOptions,
  ): Promise<SqlQuery>;
  deleteSqlQuery(query: string, options?: RequestOptions): Promise<void>;
  listSqlEnvironments(
    options?: RequestOptions,
  ): Promise<{ items: SqlEnvironment[] }>;
  putSqlEnvironment(
    name: string,
    body: SqlEnvironmentInput,
    options?: Partial<WriteOptions>,
  ): Promise<SqlEnvironment>;
  deleteSqlEnvironment(name: string, options?: RequestOptions): Promise<void>;
}
