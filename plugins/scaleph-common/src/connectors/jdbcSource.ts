import { ConnectorInfo } from '../types';
import { option, optionsSchema, text } from './schemas';

/** Types of data sources that the Jdbc connectors reach. @internal */
export const DATABASE_TYPES = ['postgresql', 'mysql', 'sqlite'];

/** A table or a query of a database. @internal */
export const jdbcSource: ConnectorInfo = {
  name: 'Jdbc',
  kind: 'source',
  title: { en: 'Database', zh: '数据库' },
  description: {
    en: 'Reads a table or the result of a query: from PostgreSQL, MySQL or SQLite, on Flink from any database with a JDBC driver.',
    zh: '读取表或查询结果：PostgreSQL、MySQL 或 SQLite；在 Flink 上可为任何具有 JDBC 驱动的数据库。',
  },
  icon: 'database',
  category: 'database',
  releases: [],
  schema: optionsSchema(
    {
      table_path: option(
        text,
        { en: 'Table', zh: '表' },
        {
          en: 'The table to read whole, e.g. public.orders; or give a query.',
          zh: '要完整读取的表，例如 public.orders；或者指定查询。',
        },
      ),
      query: option(
        { ...text, format: 'sql' },
        { en: 'Query', zh: '查询' },
        {
          en: "A SELECT in the database's own SQL; or give a table.",
          zh: '使用该数据库 SQL 的 SELECT 语句；或者指定表。',
        },
      ),
      fetch_size: option(
        { type: 'integer', minimum: 0, maximum: 1_000_000, default: 0 },
        { en: 'Rows at a time', zh: '每次读取行数' },
        {
          en: 'How many rows are fetched at a time; 0 leaves it to the engine.',
          zh: '每次读取的行数；0 表示由引擎决定。',
        },
        'tuning',
      ),
    },
    { exactlyOne: [['query', 'table_path']] },
  ),
  inputs: { min: 0, max: 0 },
  outputs: { min: 1 },
  dataSourceTypes: DATABASE_TYPES,
  dataSourceRequired: true,
  engines: ['embedded', 'flink-session'],
  essential: 'table_path',
  documentation: 'https://seatunnel.apache.org/docs/connector-v2/source/Jdbc',
};
