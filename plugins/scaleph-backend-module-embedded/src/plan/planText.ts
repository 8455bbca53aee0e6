import { EmbeddedPlan, PlanStep, WriteFileStep } from './EmbeddedPlan';
import { fileScanSql } from './fileScanSql';
import { countedSql, quoteIdentifier, quoteLiteral, unionOf } from './sqlText';

/** The plan as DuckDB SQL with comments, for a person. Paths are as the document has them; the worker makes them absolute. @internal */
export function planText(plan: EmbeddedPlan): string {
  const head = `-- Plan of pipeline "${plan.pipeline}" for DuckDB\n`;
  return `${head}\n${plan.steps.map(stepText).join('\n\n')}\n`;
}

function stepText(step: PlanStep): string {
  const name = quoteIdentifier(step.node);
  const origin = (text: string) =>
    comment(`${step.connector} "${step.node}": ${text}`);
  switch (step.type) {
    case 'scan-files':
      return `${origin(
        place(step.dataSource, step.path),
      )}\nCREATE VIEW ${name} AS\n${fileScanSql(step.scan, [step.path])};`;
    case 'generate':
      return `${origin(`${step.rows} rows`)}\nCREATE VIEW ${name} AS\n${
        step.sql
      };`;
    case 'load-table':
      return `${origin(
        `read once from data source ${step.dataSource}, in a read-only transaction`,
      )}\n${comment(
        'table' in step.from ? `table ${step.from.table}` : step.from.query,
      )}\nCREATE TEMP TABLE ${name} AS …;`;
    case 'transform': {
      const sql = step.counter ? countedSql(step.sql, step.counter) : step.sql;
      const kind = step.keeping === 'table' ? 'TEMP TABLE' : 'VIEW';
      const why =
        step.keeping === 'table' ? 'computed once for all its readers' : 'view';
      return `${origin(why)}\nCREATE ${kind} ${name} AS\n${sql};`;
    }
    case 'write-file':
      return `${origin(place(step.dataSource, step.path))}\n${copySql(
        step,
        [step.path, step.fileName].filter(Boolean).join('/'),
      )};`;
    case 'write-table':
      return `${origin(
        `into table ${step.table} of data source ${step.dataSource} (${writing(
          step,
        )})`,
      )}\n${sinkSql(step)};`;
    case 'print':
      return `${origin(`prints ${step.limit} rows, counts all`)}\n${sinkSql(
        step,
      )};`;
    default:
      throw new Error(`Unknown step ${(step as PlanStep).type}`);
  }
}

/** What a sink takes. @internal */
export function sinkSql(step: {
  inputs: string[];
  columns?: string[];
}): string {
  if (!step.columns) return unionOf(step.inputs);
  const columns = step.columns.map(quoteIdentifier).join(', ');
  return `SELECT ${columns} FROM (\n${unionOf(step.inputs)}\n)`;
}

/**
 * The COPY of a LocalFile sink to `target`.
 *
 * @param casts - types that columns are given on the way, by name
 * @internal
 */
export function copySql(
  step: WriteFileStep,
  target: string,
  casts: Record<string, string> = {},
): string {
  const options = [`FORMAT ${step.format}`];
  if (step.format === 'csv') {
    options.push(`HEADER ${step.header ?? true}`);
    options.push(`DELIMITER ${quoteLiteral(step.delimiter ?? ',')}`);
  }
  if (step.format === 'parquet') {
    const codec = step.compression ?? 'none';
    options.push(`COMPRESSION ${codec === 'none' ? 'uncompressed' : codec}`);
  }
  const replaced = Object.entries(casts).map(([column, type]) => {
    const name = quoteIdentifier(column);
    return `CAST(${name} AS ${type}) AS ${name}`;
  });
  const select =
    replaced.length === 0
      ? sinkSql(step)
      : `SELECT * REPLACE (${replaced.join(', ')}) FROM (\n${sinkSql(step)}\n)`;
  return `COPY (\n${select}\n) TO ${quoteLiteral(target)} (${options.join(
    ', ',
  )}, USE_TMP_FILE false)`;
}

function writing(step: { upsertBy?: string[]; existing: string }): string {
  if (step.upsertBy) return `upsert by ${step.upsertBy.join(', ')}`;
  return step.existing === 'replace' ? 'overwrite' : 'append';
}

function place(dataSource: string | undefined, path: string): string {
  return dataSource ? `${path} in data source ${dataSource}` : path;
}

function comment(text: string): string {
  return text.replace(/^/gm, '-- ');
}
