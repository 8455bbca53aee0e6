/* eslint-disable new-cap -- openapi-fetch names its methods GET, POST, ... */
import { Connect, init, unwrap } from '../http';
import { SqlApi } from './SqlApi';

/** SqlApi over HTTP. @internal */
export function sqlClient(connect: Connect): SqlApi {
  return {
    async listSqlPlaces(options) {
      const client = await connect();
      return unwrap(await client.GET('/sql/places', init(options)));
    },
    async listSqlSessions(options) {
      const client = await connect();
      return unwrap(await client.GET('/sql/sessions', init(options)));
    },
    async openSqlSession(body, options) {
      const client = await connect();
      return unwrap(
        await client.POST('/sql/sessions', { body, ...init(options) }),
      );
    },
    async getSqlSession(session, options) {
      const client = await connect();
      return unwrap(
        await client.GET('/sql/sessions/{session}', {
          params: { path: { session } },
          ...init(options),
        }),
      );
    },
    async closeSqlSession(session, options) {
      const client = await connect();
      unwrap(
        await client.DELETE('/sql/sessions/{session}', {
          params: { path: { session } },
          ...init(options),
        }),
      );
    },
    async addSqlJar(session, body, options) {
      const client = await connect();
      return unwrap(
        await client.POST('/sql/sessions/{session}/jars', {
          params: { path: { session } },
          body,
          ...init(options),
        }),
      );
    },
    async listSqlOperations(session, options) {
      const client = await connect();
      return unwrap(
        await client.GET('/sql/sessions/{session}/operations', {
          params: { path: { session } },
          ...init(options),
        }),
      );
    },
    async executeSql(session, body, options) {
      const client = await connect();
      return unwrap(
        await client.POST('/sql/sessions/{session}/operations', {
          params: { path: { session } },
          body: { waitMs: 0, ...body },
          ...init(options),
        }),
      );
    },
    async completeSql(session, body, options) {
      const client = await connect();
      return unwrap(
        await client.POST('/sql/sessions/{session}/completions', {
          params: { path: { session } },
          body,
          ...init(options),
        }),
      );
    },
    async explainSql(session, body, options) {
      const client = await connect();
      return unwrap(
        await client.POST('/sql/sessions/{session}/explanations', {
          params: { path: { session } },
          body,
          ...init(options),
        }),
      );
    },
    async listSqlObjects(session, query, options) {
      const client = await connect();
      return unwrap(
        await client.GET('/sql/sessions/{session}/objects', {
          params: { path: { session }, query },
          ...init(options),
        }),
      );
    },
    async getSqlOperation(operation, options) {
      const client = await connect();
      return unwrap(
        await client.GET('/sql/operations/{operation}', {
          params: { path: { operation } },
          ...init(options),
        }),
      );
    },
    async fetchSqlRows(operation, query, options) {
      const client = await connect();
      return unwrap(
        await client.GET('/sql/operations/{operation}/rows', {
          params: { path: { operation }, query },
          ...init(options),
        }),
      );
    },
    async cancelSqlOperation(operation, options) {
      const client = await connect();
      return unwrap(
        await client.POST('/sql/operations/{operation}/cancellation', {
          params: { path: { operation } },
          ...init(options),
        }),
      );
    },
    async listSqlHistory(query, options) {
      const client = await connect();
      return unwrap(
        await client.GET('/sql/history', {
          params: { query },
          ...init(options),
        }),
      );
    },
    async clearSqlHistory(options) {
      const client = await connect();
      unwrap(await client.DELETE('/sql/history', init(options)));
    },
    async listSqlQueries(query, options) {
      const client = await connect();
      return unwrap(
        await client.GET('/sql/queries', {
          params: { query },
          ...init(options),
        }),
      );
    },
    async createSqlQuery(body, options) {
      const client = await connect();
      return unwrap(
        await client.POST('/sql/queries', { body, ...init(options) }),
      );
    },
    async getSqlQuery(query, options) {
      const client = await connect();
      return unwrap(
        await client.GET('/sql/queries/{query}', {
          params: { path: { query } },
          ...init(options),
        }),
      );
    },
    async updateSqlQuery(query, body, options) {
      const client = await connect();
      return unwrap(
        await client.PUT('/sql/queries/{query}', {
          params: { path: { query } },
          body,
          ...init(options),
        }),
      );
    },
    async deleteSqlQuery(query, options) {
      const client = await connect();
      unwrap(
        await client.DELETE('/sql/queries/{query}', {
          params: { path: { query } },
          ...init(options),
        }),
      );
    },
    async listSqlEnvironments(options) {
      const client = await connect();
      return unwrap(await client.GET('/sql/environments', init(options)));
    },
    async putSqlEnvironment(name, body, options) {
      const client = await connect();
      return unwrap(
        await client.PUT('/sql/environments/{name}', {
          params: { path: { name } },
          body,
          ...init(options),
        }),
      );
    },
    async deleteSqlEnvironment(name, options) {
      const client = await connect();
      unwrap(
        await client.DELETE('/sql/environments/{name}', {
          params: { path: { name } },
          ...init(options),
        }),
      );
    },
  };
}
