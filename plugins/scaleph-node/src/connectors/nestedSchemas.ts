import { Property } from './toOptionSchema';

const text: Property = { type: 'string', minLength: 1 };
const texts: Property = { type: 'array', items: text };
const fields: Property = {
  type: 'object',
  title: 'Fields',
  'x-zh': { title: '字段' },
  minProperties: 1,
  // A type, or the fields of a row in it.
  additionalProperties: { type: ['string', 'object'] },
};

/** `schema`: the columns of rows and their types, by name or in a list, and the keys. @internal */
export const rowSchema: Property = {
  type: 'object',
  additionalProperties: true,
  properties: {
    fields,
    columns: {
      type: 'array',
      title: 'Columns',
      'x-zh': { title: '列' },
      items: {
        type: 'object',
        required: ['name', 'type'],
        properties: {
          name: text,
          type: text,
          nullable: { type: 'boolean' },
          defaultValue: {},
          comment: { type: 'string' },
        },
      },
    },
    table: { ...text, title: 'Table', 'x-zh': { title: '表' } },
    primaryKey: {
      type: 'object',
      title: 'Primary key',
      'x-zh': { title: '主键' },
      required: ['columnNames'],
      properties: { name: text, columnNames: texts },
    },
    constraintKeys: {
      type: 'array',
      title: 'Constraints',
      'x-zh': { title: '约束' },
      items: { type: 'object' },
    },
  },
};

const listOf = (required: string[], properties: Property): Property => ({
  type: 'array',
  minItems: 1,
  items: { type: 'object', required, properties },
});

/** Values with a shape of their own, by `name: type` of the option; from SeaTunnel's documentation. @internal */
export const nestedSchemas: Record<string, Property> = {
  'table-names-config: list<jdbcsourcetableconfig>': listOf(['table'], {
    table: text,
    primaryKeys: texts,
    snapshotSplitColumn: text,
  }),
  'table_list: list<jdbcsourcetableconfig>': listOf([], {
    table_path: text,
    query: { ...text, format: 'sql' },
    partition_column: text,
    partition_num: { type: 'integer', minimum: 1 },
    partition_lower_bound: { type: 'number' },
    partition_upper_bound: { type: 'number' },
    use_select_count: { type: 'boolean' },
    skip_analyze: { type: 'boolean' },
  }),
  'json_field: jsonfield': {
    type: 'object',
    additionalProperties: text,
  },
  // JsonPath: which part of which column becomes which column.
  'columns: list<map<string,string>>': listOf(
    ['path', 'src_field', 'dest_field'],
    { path: text, src_field: text, dest_field: text, dest_type: text },
  ),
};
