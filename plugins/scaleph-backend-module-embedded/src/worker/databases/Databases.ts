import { LoadTableStep } from '../../plan/EmbeddedPlan';
import { DuckDb } from '../duckdb/DuckDb';
import { RunScope } from '../RunScope';

export class Databases {
  constructor(private readonly scope: RunScope) {}
  async load(
    step: LoadTableStep,
    database: DuckDb,
    onRows: (rows: number) => void,
  ): Promise<number> {
    throw new Error(`todo ${step.node} ${database} ${onRows} ${this.scope}`);
  }
  async close(): Promise<void> {}
}
