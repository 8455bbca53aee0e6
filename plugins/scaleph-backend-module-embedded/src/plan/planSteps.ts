import { Connection } from '@scaleph/backstage-plugin-scaleph-node';
import {
  GenerateStep,
  LoadTableStep,
  PlanStep,
  PrintStep,
  ScanFilesStep,
  TransformStep,
  WriteFileStep,
  WriteTableStep,
} from './EmbeddedPlan';
import { fakeSourceSql } from './fakeSourceSql';
import { NodeOptions } from './NodeOptions';
import { quoteIdentifier, unionOf } from './sqlText';

/** What planning one node needs. @internal */
export interface NodeToPlan {
  options: NodeOptions;
  /** Ids of the nodes above, in the order of the edges. */
  inputs: string[];
  /** The node's data source; undefined when it names none. */
  connection?: Connection;
}

type Planner = (node: NodeToPlan) => PlanStep;

/** By `<kind>/<connector>`. @internal */
export const stepPlanners: Record<string, Planner> = {
  'source/FakeSource': planFakeSource,
  'source/LocalFile': planFileSource,
  'source/Jdbc': planTableSource,
  'transform/Sql': planSql,
  'transform/Filter': planFilter,
  'transform/FieldMapper': planFieldMapper,
  'sink/LocalFile': planFileSink,
  'sink/Jdbc': planTableSink,
  'sink/Console': planConsole,
};

function base({ options, inputs }: NodeToPlan) {
  const { id, connector } = options.node;
  return { node: id, connector, inputs };
}

function planFakeSource(node: NodeToPlan): GenerateStep {
  return {
    ...base(node),
    type: 'generate',
    keeping: 'view',
    ...fakeSourceSql(node.options),
  };
}

/** SeaTunnel's text files have no quotes. */
const QUOTES = { csv: '"', text: '' };

function planFileSource(node: NodeToPlan): ScanFilesStep {
  const { options } = node;
  const format = options.choice(
    'file_format_type',
    ['csv', 'json', 'parquet', 'text'],
    'csv',
  );
  const isText = format === 'text';
  const delimited = format === 'csv' || isText;
  const quote = isText ? QUOTES.text : QUOTES.csv;
  return {
    ...base(node),
    type: 'scan-files',
    keeping: 'view',
    dataSource: node.connection?.dataSource,
    path: options.requiredText('path'),
    scan: {
      format,
      // SeaTunnel's defaults. Guesses would go wrong where the first quoted value comes late in a file.
      delimiter: delimited
        ? options.text('field_delimiter') ?? (isText ? '\u0001' : ',')
        : undefined,
      quote: delimited ? quote : undefined,
      header: delimited
        ? options.flag('csv_use_header_line') ?? !isText
        : undefined,
      skipRows: delimited
        ? options.count('skip_header_row_number', 0)
        : undefined,
      nullText: options.text('null_format'),
      columns: format === 'parquet' ? undefined : options.columns(),
      readColumns: options.texts('read_columns'),
      dateFormat: options.text('date_format'),
      timestampFormat: options.text('datetime_format'),
    },
  };
}

function planTableSource(node: NodeToPlan): LoadTableStep {
  const { options } = node;
  const table = options.text('table_path');
  return {
    ...base(node),
    type: 'load-table',
    keeping: 'table',
    dataSource: node.connection?.dataSource ?? '',
    from:
      table === undefined
        ? { query: options.requiredText('query') }
        : { table },
    fetchSize: options.count('fetch_size', 0) || 10_000,
  };
}

function transform(
  node: NodeToPlan,
  sql: string,
  keepsRowCount: boolean,
): TransformStep {
  return {
    ...base(node),
    type: 'transform',
    keeping: 'view',
    sql,
    keepsRowCount,
  };
}

function planSql(node: NodeToPlan): TransformStep {
  const query = node.options.requiredText('query');
  return transform(node, query.trim().replace(/;\s*$/, ''), false);
}

function planFilter(node: NodeToPlan): TransformStep {
  const included = node.options.texts('include_fields');
  const excluded = node.options.texts('exclude_fields');
  const columns = included
    ? included.map(quoteIdentifier).join(', ')
    : `* EXCLUDE (${(excluded ?? []).map(quoteIdentifier).join(', ')})`;
  return transform(node, selectFrom(columns, node.inputs), true);
}

function planFieldMapper(node: NodeToPlan): TransformStep {
  const mapper = Object.entries(node.options.map('field_mapper') ?? {});
  const columns = mapper.map(
    ([from, to]) =>
      `${quoteIdentifier(from)} AS ${quoteIdentifier(String(to))}`,
  );
  return transform(node, selectFrom(columns.join(', '), node.inputs), true);
}

function selectFrom(columns: string, inputs: string[]): string {
  return inputs.length === 1
    ? `SELECT ${columns} FROM ${quoteIdentifier(inputs[0])}`
    : `SELECT ${columns} FROM (\n${unionOf(inputs)}\n)`;
}

const EXISTING = {
  DROP_DATA: 'replace',
  APPEND_DATA: 'add',
  ERROR_WHEN_DATA_EXISTS: 'refuse',
} as const;

const SAVE_MODES = Object.keys(EXISTING) as (keyof typeof EXISTING)[];

function planFileSink(node: NodeToPlan): WriteFileStep {
  const { options } = node;
  const format = options.choice(
    'file_format_type',
    ['csv', 'json', 'parquet'],
    'csv',
  );
  const path = options.requiredText('path');
  const existing =
    EXISTING[options.choice('data_save_mode', SAVE_MODES, 'DROP_DATA')];
  const isFile = /\.(csv|tsv|txt|json|ndjson|jsonl|parquet)$/i.test(path);
  if (isFile && existing === 'add') {
    options.problem(
      'invalid-option',
      'data_save_mode',
      `APPEND_DATA adds a file to a directory, and path "${path}" names a file: give a directory`,
    );
  }
  const name =
    options.flag('custom_filename') ?? true
      ? options.text('file_name_expression') ?? options.node.id
      : options.node.id;
  return {
    ...base(node),
    type: 'write-file',
    dataSource: node.connection?.dataSource,
    path,
    fileName: isFile ? undefined : `${name}.${format}`,
    format,
    delimiter: options.text('field_delimiter'),
    header: options.flag('enable_header_write'),
    compression: options.choice<'none' | 'snappy' | 'zstd' | 'gzip'>(
      'compress_codec',
      ['none', 'snappy', 'zstd', 'gzip'] as const,
      'none',
    ),
    columns: options.texts('sink_columns'),
    existing,
  };
}

const CREATE = {
  CREATE_SCHEMA_WHEN_NOT_EXIST: 'when-missing',
  RECREATE_SCHEMA: 'again',
  ERROR_WHEN_SCHEMA_NOT_EXIST: 'never',
  IGNORE: 'never',
} as const;

function planTableSink(node: NodeToPlan): WriteTableStep {
  const { options } = node;
  const create = options.choice(
    'schema_save_mode',
    [
      'CREATE_SCHEMA_WHEN_NOT_EXIST',
      'RECREATE_SCHEMA',
      'ERROR_WHEN_SCHEMA_NOT_EXIST',
      'IGNORE',
    ],
    'CREATE_SCHEMA_WHEN_NOT_EXIST',
  );
  const primaryKeys = options.texts('primary_keys') ?? [];
  const upsert = options.flag('enable_upsert') ?? primaryKeys.length > 0;
  return {
    ...base(node),
    type: 'write-table',
    dataSource: node.connection?.dataSource ?? '',
    table: options.requiredText('table'),
    create: CREATE[create],
    existing:
      EXISTING[options.choice('data_save_mode', SAVE_MODES, 'APPEND_DATA')],
    primaryKeys,
    upsertBy: upsert && primaryKeys.length > 0 ? primaryKeys : undefined,
    batchSize: options.count('batch_size', 1) ?? 1000,
  };
}

function planConsole(node: NodeToPlan): PrintStep {
  const { options } = node;
  const prints = options.flag('log.print.data') ?? true;
  return {
    ...base(node),
    type: 'print',
    limit: prints ? options.count('limit', 0) ?? 10 : 0,
  };
}
