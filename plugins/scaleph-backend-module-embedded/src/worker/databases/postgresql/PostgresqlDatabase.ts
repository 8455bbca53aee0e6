import {
  connectPostgresql,
  ConnectionWithSecrets,
  explainQueryError,
  postgresqlType,
} from '@scaleph/backstage-plugin-scaleph-node';
import type { Client } from 'pg';
import { to } from 'pg-copy-streams';
import { LoadTableStep } from '../../../plan/EmbeddedPlan';
import { quoteIdentifier } from '../../../plan/sqlText';
import { RunScope } from '../../RunScope';
import { distinctNames } from '../columnNames';
import { Database, TableReader, TableWriter } from '../Database';
import { quoteTable } from '../tableName';
import { endQueryOnStop } from './endQueryOnStop';
import { PostgresqlWriter } from './PostgresqlWriter';
import { toLoadColumn } from './readTypes';

/** @internal */
export class PostgresqlDatabase implements Database {
  constructor(
    private readonly connection: ConnectionWithSecrets,
    private readonly scope: RunScope,
  ) {}

  async read<T>(
    step: LoadTableStep,
    use: (reader: TableReader) => Promise<T>,
  ): Promise<T> {
    const client = await this.connect();
    const unwatch = await endQueryOnStop(client, this.scope.stop, () =>
      this.connect(false),
    );
    try {
      await client.query(
        'BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY',
      );
      const query = toQuery(step);
      const columns = await describe(client, query);
      const csv = client.query(
        to(`COPY (\n${query}\n) TO STDOUT (FORMAT csv)`),
      );
      const result = await use({ columns, csv });
      await client.query('COMMIT');
      return result;
    } finally {
      unwatch();
      // Whether it ends politely does not matter any more: it only read.
      client.end().catch(() => {});
    }
  }

  async openWriter(): Promise<TableWriter> {
    const client = await this.connect();
    const unwatch = await endQueryOnStop(client, this.scope.stop, () =>
      this.connect(false),
    );
    return PostgresqlWriter.begin(client, this.scope, unwatch);
  }

  explain(error: unknown): string {
    return explainQueryError(error, {
      location: postgresqlType.location(this.connection.config),
      secrets: this.connection.secrets,
    });
  }

  private async connect(stoppable = true): Promise<Client> {
    const client = await connectPostgresql({
      config: this.connection.config,
      secrets: this.connection.secrets,
      extraFiles: this.connection.extraFiles,
      network: this.scope.network,
      signal: stoppable ? this.scope.stop.signal : undefined,
      applicationName: `scaleph ${this.scope.runId}`,
    });
    // Text of values that does not depend on how the server or the user is set up.
    await client.query(
      `SET client_encoding = 'UTF8'; SET DateStyle = 'ISO, YMD'; SET IntervalStyle = 'postgres'; SET TimeZone = 'UTC'; SET bytea_output = 'hex'; SET extra_float_digits = 1`,
    );
    return client;
  }
}

function toQuery({ from, limit }: LoadTableStep): string {
  const query =
    'query' in from
      ? from.query.trim().replace(/;\s*$/, '')
      : `SELECT * FROM ${quoteTable(from.table, quoteIdentifier)}`;
  return limit === undefined
    ? query
    : `SELECT * FROM (\n${query}\n) AS scaleph_preview LIMIT ${limit}`;
}

/**
 * The columns of a query. As a subquery and by the extended protocol, which takes one statement, so that what passes here is one
 * query and cannot end the COPY around it; the newline keeps a comment at its end from reaching further.
 */
async function describe(client: Client, query: string) {
  const { fields } = await client.query({
    text: `SELECT * FROM (\n${query}\n) AS scaleph_source LIMIT 0`,
    values: [],
    queryMode: 'extended',
  } as { text: string; values: unknown[] });
  const names = distinctNames(fields.map(field => field.name));
  return fields.map((field, index) => ({
    name: names[index],
    ...toLoadColumn(field),
  }));
}
