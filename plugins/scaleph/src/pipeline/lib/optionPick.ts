import type { NodeKind } from '@scaleph/backstage-plugin-scaleph-common';
import type { OptionSchema } from './optionSchema';

/** What in a data source an option can name. @internal */
export type ObjectKind = 'table' | 'topic' | 'collection' | 'index' | 'file';

/** What an option chooses from, besides what is typed. @internal */
export type OptionPick =
  | { from: 'objects'; kind: ObjectKind }
  /** Columns of the table that the node names. */
  | { from: 'columns' }
  /** Fields of the rows that arrive. */
  | { from: 'input' };

const HINTS: Record<string, OptionPick> = {
  table: { from: 'objects', kind: 'table' },
  tables: { from: 'objects', kind: 'table' },
  topic: { from: 'objects', kind: 'topic' },
  topics: { from: 'objects', kind: 'topic' },
  collection: { from: 'objects', kind: 'collection' },
  index: { from: 'objects', kind: 'index' },
  file: { from: 'objects', kind: 'file' },
  column: { from: 'columns' },
  columns: { from: 'columns' },
  'input-column': { from: 'input' },
  'input-columns': { from: 'input' },
};

const OBJECTS: Record<string, ObjectKind> = {
  table: 'table',
  tables: 'table',
  table_path: 'table',
  table_name: 'table',
  table_names: 'table',
  topic: 'topic',
  topics: 'topic',
  collection: 'collection',
  index: 'index',
  path: 'file',
};

const TABLE_COLUMNS = new Set([
  'partition_column',
  'split_key',
  'read_columns',
]);

const INPUT_OF_SINKS = new Set([
  'primary_keys',
  'primary_key',
  'sink_columns',
  'partition_by',
  'partition_keys',
  'partition_key_fields',
  'sharding_key',
  'upsert_keys',
  'table_primary_keys',
]);

const INPUT_OF_TRANSFORMS = new Set([
  'include_fields',
  'exclude_fields',
  'fields',
  'field_mapper',
  'replace_field',
  'split_field',
  'src_field',
  'inference_columns',
  'vectorization_fields',
]);

function byName(key: string, kind: NodeKind): OptionPick | undefined {
  if (kind === 'transform') {
    return INPUT_OF_TRANSFORMS.has(key) ? { from: 'input' } : undefined;
  }
  if (kind === 'sink' && INPUT_OF_SINKS.has(key)) return { from: 'input' };
  if (kind === 'source' && TABLE_COLUMNS.has(key)) return { from: 'columns' };
  return Object.hasOwn(OBJECTS, key)
    ? { from: 'objects', kind: OBJECTS[key] }
    : undefined;
}

/**
 * What the picker of an option shows: what the catalogue says, else what the
 * name of the option tells.
 *
 * @internal
 */
export function optionPick(
  name: string,
  schema: OptionSchema,
  kind: NodeKind,
): OptionPick | undefined {
  const hint = schema['x-picks'];
  if (typeof hint === 'string') {
    return Object.hasOwn(HINTS, hint) ? HINTS[hint] : undefined;
  }
  const key = name.toLocaleLowerCase('en-US').replace(/[-.]/g, '_');
  // Copy's `fields` are new names; those of the filters are what arrives.
  if (key === 'fields' && schema.type !== 'array') return undefined;
  return byName(key, kind);
}
