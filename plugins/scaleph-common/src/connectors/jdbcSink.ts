import { ConnectorInfo } from '../types';
import { DATABASE_TYPES } from './jdbcSource';
import { columns, option, optionsSchema, text } from './schemas';

/** A table of a database. @internal */
export const jdbcSink: ConnectorInfo = {
  name: 'Jdbc',
  kind: 'sink',
  title: { en: 'Database', zh: '数据库' },
  description: {
    en: 'Writes into a table: append, overwrite, or upsert by key; PostgreSQL, MySQL or SQLite, on Flink any database with a JDBC driver.',
    zh: '写入表：追加、覆盖或按键更新插入；支持 PostgreSQL、MySQL 或 SQLite，在 Flink 上支持任何具有 JDBC 驱动的数据库。',
  },
  icon: 'database',
  category: 'database',
  releases: [],
  schema: optionsSchema(
    {
      table: option(
        text,
        { en: 'Table', zh: '表' },
        {
          en: 'The table to write into, e.g. orders or public.orders.',
          zh: '要写入的表，例如 orders 或 public.orders。',
        },
      ),
      data_save_mode: option(
        {
          type: 'string',
          enum: ['APPEND_DATA', 'DROP_DATA', 'ERROR_WHEN_DATA_EXISTS'],
          default: 'APPEND_DATA',
        },
        { en: 'Rows that are there already', zh: '已有数据行' },
        {
          en: 'APPEND_DATA keeps them, DROP_DATA replaces them, ERROR_WHEN_DATA_EXISTS fails.',
          zh: 'APPEND_DATA 保留，DROP_DATA 替换，ERROR_WHEN_DATA_EXISTS 报错。',
        },
      ),
      primary_keys: option(
        columns,
        { en: 'Key columns', zh: '主键列' },
        {
          en: 'Columns that identify a row; a row with the same key is updated.',
          zh: '标识一行的列；相同主键的行会被更新。',
        },
      ),
      schema_save_mode: option(
        {
          type: 'string',
          enum: [
            'CREATE_SCHEMA_WHEN_NOT_EXIST',
            'RECREATE_SCHEMA',
            'ERROR_WHEN_SCHEMA_NOT_EXIST',
            'IGNORE',
          ],
          default: 'CREATE_SCHEMA_WHEN_NOT_EXIST',
        },
        { en: 'When the table does not exist', zh: '表不存在时' },
        {
          en: 'CREATE_SCHEMA_WHEN_NOT_EXIST makes it, RECREATE_SCHEMA makes it anew each time, ERROR_WHEN_SCHEMA_NOT_EXIST fails, IGNORE does not look.',
          zh: 'CREATE_SCHEMA_WHEN_NOT_EXIST 创建，RECREATE_SCHEMA 每次重建，ERROR_WHEN_SCHEMA_NOT_EXIST 报错，IGNORE 不检查。',
        },
        'advanced',
      ),
      enable_upsert: option(
        { type: 'boolean', default: true },
        { en: 'Update by key', zh: '按主键更新' },
        {
          en: 'Whether a row whose key is there already is updated instead of refused; needs key columns.',
          zh: '主键已存在时是否更新而不是报错；需要主键列。',
        },
        'advanced',
      ),
      batch_size: option(
        { type: 'integer', minimum: 1, maximum: 1_000_000, default: 1000 },
        { en: 'Rows at a time', zh: '每批行数' },
        {
          en: 'How many rows are written at a time.',
          zh: '每次写入的行数。',
        },
        'tuning',
      ),
    },
    { required: ['table'] },
  ),
  inputs: { min: 1 },
  outputs: { min: 0, max: 0 },
  dataSourceTypes: DATABASE_TYPES,
  dataSourceRequired: true,
  engines: ['embedded', 'flink-session'],
  essential: 'table',
  documentation: 'https://seatunnel.apache.org/docs/connector-v2/sink/Jdbc',
};
