import { DuckDBConnection } from '@duckdb/node-api';
import { PlanStep } from '../plan/EmbeddedPlan';
import { guardSelect } from '../plan/selectGuard';
import { serializeSql } from './duckdb/serializeSql';
import { NodeError } from './NodeError';

/** Checks the queries of Sql nodes again: the plan has been stored and read since it was made. @internal */
export async function guardQueries(
  steps: PlanStep[],
  connection: DuckDBConnection,
): Promise<void> {
  for (const step of steps) {
    if (step.type !== 'transform' || step.connector !== 'Sql') continue;
    await NodeError.of(step, () =>
      guardSelect(step.sql, step.inputs, sql => serializeSql(connection, sql)),
    );
  }
}
