import { ConnectorInfo } from '../types';
import { columns, option, optionsSchema, text } from './schemas';

const transform = {
  kind: 'transform' as const,
  category: 'transform' as const,
  releases: [],
  outputs: { min: 1 },
  dataSourceTypes: [],
  dataSourceRequired: false,
  engines: ['embedded', 'flink-session'],
};

/** A SELECT over the nodes above. @internal */
export const sql: ConnectorInfo = {
  ...transform,
  name: 'Sql',
  title: { en: 'SQL', zh: 'SQL' },
  description: {
    en: 'One SELECT over the nodes that feed it, each a table under its id.',
    zh: '对上游节点执行一条 SELECT，每个节点的 id 即表名。',
  },
  icon: 'code',
  schema: optionsSchema(
    {
      query: option(
        { ...text, format: 'sql' },
        { en: 'Query', zh: '查询' },
        {
          en: 'One SELECT in the SQL of DuckDB; the nodes above are tables under their ids.',
          zh: '一条 DuckDB SQL 的 SELECT；上游节点以其 id 作为表名。',
        },
      ),
    },
    { required: ['query'] },
  ),
  inputs: { min: 1 },
  essential: 'query',
  documentation: 'https://seatunnel.apache.org/docs/transform-v2/sql',
};

/** Keeps or drops columns. @internal */
export const filter: ConnectorInfo = {
  ...transform,
  name: 'Filter',
  title: { en: 'Choose columns', zh: '选择列' },
  description: {
    en: 'Keeps only some columns, or all but some.',
    zh: '只保留部分列，或去掉部分列。',
  },
  icon: 'filter',
  schema: optionsSchema(
    {
      include_fields: option(
        columns,
        { en: 'Columns to keep', zh: '保留的列' },
        {
          en: 'Only these columns go on; or give the columns to drop.',
          zh: '只保留这些列；或者指定要去掉的列。',
        },
      ),
      exclude_fields: option(
        columns,
        { en: 'Columns to drop', zh: '去掉的列' },
        {
          en: 'All columns but these go on; or give the columns to keep.',
          zh: '去掉这些列；或者指定要保留的列。',
        },
      ),
    },
    { exactlyOne: [['include_fields', 'exclude_fields']] },
  ),
  inputs: { min: 1, max: 1 },
  essential: 'include_fields',
  documentation: 'https://seatunnel.apache.org/docs/transform-v2/filter',
};

/** Renames, reorders and drops columns. @internal */
export const fieldMapper: ConnectorInfo = {
  ...transform,
  name: 'FieldMapper',
  title: { en: 'Rename columns', zh: '重命名列' },
  description: {
    en: 'Renames, reorders and drops columns; a column that is not named is dropped.',
    zh: '重命名、重排和去掉列；未列出的列会被去掉。',
  },
  icon: 'shuffle',
  schema: optionsSchema(
    {
      field_mapper: option(
        {
          type: 'object',
          minProperties: 1,
          additionalProperties: { type: 'string', minLength: 1 },
        },
        { en: 'Columns', zh: '列' },
        {
          en: 'New name by old name, in the order of the result.',
          zh: '旧列名到新列名的映射，按结果的列顺序。',
        },
      ),
    },
    { required: ['field_mapper'] },
  ),
  inputs: { min: 1, max: 1 },
  essential: 'field_mapper',
  documentation: 'https://seatunnel.apache.org/docs/transform-v2/field-mapper',
};
