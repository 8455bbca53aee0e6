import {
  LoadTableStep,
  PlanStep,
  ScanFilesStep,
  TransformStep,
} from '../plan/EmbeddedPlan';
import { fileScanSql } from '../plan/fileScanSql';
import { countedSql, quoteIdentifier } from '../plan/sqlText';
import { Databases } from './databases/Databases';
import { settleScan } from './files/settleScan';
import { NodeError } from './NodeError';
import { Queries } from './Queries';
import { RunScope } from './RunScope';

/** Makes the views and tables of all nodes but the sinks. Sources are read to their end before any sink writes. @internal */
export async function prepareResults(
  steps: PlanStep[],
  queries: Queries,
  databases: Databases,
  scope: RunScope,
): Promise<void> {
  for (const step of steps) {
    await NodeError.of(step, async () => {
      switch (step.type) {
        case 'scan-files':
          return scanFiles(step, queries, scope);
        case 'generate':
          queries.rowsOut.set(step.node, step.rows);
          return createView(step.node, step.sql, queries);
        case 'load-table':
          return loadTable(step, queries, databases, scope);
        case 'transform':
          return transform(step, queries, scope);
        default:
          return undefined; // sinks come later
      }
    });
  }
}

async function scanFiles(
  step: ScanFilesStep,
  queries: Queries,
  { log }: RunScope,
): Promise<void> {
  const files = queries.files.get(step.node)!;
  const list = files.map(file => `'${file.replace(/'/g, "''")}'`).join(', ');
  log.info(
    files.length === 1 ? `Reads ${files[0]}` : `Reads ${files.length} files`,
    step.node,
  );
  if (step.scan.format === 'parquet') {
    // Parquet knows its number of rows, and a scan may skip whole parts of a file.
    const [[rows]] = await queries.database.rows(
      `SELECT sum(num_rows)::DOUBLE FROM parquet_file_metadata([${list}])`,
    );
    queries.rowsOut.set(step.node, Number(rows));
  }
  const scan = await settleScan(step.scan, files, queries.database);
  await createView(step.node, fileScanSql(scan, files), queries);
}

async function transform(
  step: TransformStep,
  queries: Queries,
  { status, log }: RunScope,
): Promise<void> {
  if (step.keeping === 'view') {
    const sql = step.counter ? countedSql(step.sql, step.counter) : step.sql;
    await createView(step.node, sql, queries);
    return;
  }
  status.node(step.node, { state: 'running' });
  const name = quoteIdentifier(step.node);
  const rows = await queries.run(
    step,
    `CREATE TEMP TABLE ${name} AS ${step.sql}`,
  );
  queries.rowsOut.set(step.node, rows);
  status.node(step.node, { rowsOut: rows, state: 'finished' });
  log.info(`Computed ${rows} rows for several readers`, step.node);
}

async function loadTable(
  step: LoadTableStep,
  queries: Queries,
  databases: Databases,
  { status, log }: RunScope,
): Promise<void> {
  status.node(step.node, { state: 'running' });
  // SQLite blocks the process while it computes.
  await status.publish();
  const rows = await databases.load(step, queries.database, loaded =>
    status.node(step.node, { rowsOut: loaded }),
  );
  queries.rowsOut.set(step.node, rows);
  status.node(step.node, { rowsOut: rows, state: 'finished' });
  log.info(`Read ${rows} rows from data source ${step.dataSource}`, step.node);
}

/** Binds the query, so that a column that does not exist is the error of this node. */
async function createView(node: string, sql: string, queries: Queries) {
  await queries.database.execute(
    `CREATE VIEW ${quoteIdentifier(node)} AS ${sql}`,
  );
}
