import { ConnectorInfo } from '../types';
import { columns, option, optionsSchema, rowSchema, text } from './schemas';

/** Files of a directory on the machine of the engine. @internal */
export const localFileSource: ConnectorInfo = {
  name: 'LocalFile',
  kind: 'source',
  title: { en: 'Files', zh: '文件' },
  description: {
    en: 'Reads CSV, JSON, Parquet or text files of a directory.',
    zh: '读取目录中的 CSV、JSON、Parquet 或文本文件。',
  },
  icon: 'file',
  category: 'files',
  releases: [],
  schema: optionsSchema(
    {
      path: option(
        text,
        { en: 'Path', zh: '路径' },
        {
          en: 'A file, a directory, or a pattern with *; relative to the directory of the data source.',
          zh: '文件、目录或带 * 的模式；相对于数据源的目录。',
        },
      ),
      file_format_type: option(
        { type: 'string', enum: ['csv', 'json', 'parquet', 'text'] },
        { en: 'Format', zh: '格式' },
        {
          en: 'Format of the files. json is an array of objects, or one object on each line.',
          zh: '文件格式。json 为对象数组，或每行一个对象。',
        },
      ),
      csv_use_header_line: option(
        { type: 'boolean', default: true },
        { en: 'First line holds the names', zh: '首行为列名' },
        {
          en: 'Whether the first line of a CSV file names the columns.',
          zh: 'CSV 文件的首行是否为列名。',
        },
      ),
      field_delimiter: option(
        { type: 'string', minLength: 1, maxLength: 4 },
        { en: 'Field delimiter', zh: '字段分隔符' },
        {
          en: 'What stands between two values; a comma for csv when absent.',
          zh: '两个值之间的分隔符；csv 默认为逗号。',
        },
      ),
      schema: option(
        rowSchema,
        { en: 'Columns', zh: '列' },
        {
          en: 'Names and types of the columns; found out from the data when absent.',
          zh: '列的名称和类型；缺省时从数据推断。',
        },
        'advanced',
      ),
      read_columns: option(
        columns,
        { en: 'Columns to read', zh: '读取的列' },
        {
          en: 'Only these columns; all when absent.',
          zh: '只读取这些列；缺省时读取全部。',
        },
        'tuning',
      ),
      skip_header_row_number: option(
        { type: 'integer', minimum: 0, maximum: 1_000_000, default: 0 },
        { en: 'Lines to skip', zh: '跳过的行数' },
        {
          en: 'Lines at the start of a CSV or text file that are not data, besides the line of names.',
          zh: 'CSV 或文本文件开头除列名行之外的非数据行数。',
        },
        'advanced',
      ),
      null_format: option(
        { type: 'string' },
        { en: 'Text of an empty value', zh: '空值文本' },
        {
          en: 'A value in a CSV or text file that means that there is none, e.g. \\N.',
          zh: 'CSV 或文本文件中表示空值的文本，例如 \\N。',
        },
        'advanced',
      ),
      encoding: option(
        { type: 'string', enum: ['utf-8', 'UTF-8'], default: 'utf-8' },
        { en: 'Encoding', zh: '编码' },
        { en: 'Encoding of text files.', zh: '文本文件的编码。' },
        'advanced',
      ),
    },
    { required: ['path', 'file_format_type'] },
  ),
  inputs: { min: 0, max: 0 },
  outputs: { min: 1 },
  dataSourceTypes: ['local-directory'],
  dataSourceRequired: false,
  engines: ['embedded', 'flink-session'],
  essential: 'path',
  documentation:
    'https://seatunnel.apache.org/docs/connector-v2/source/LocalFile',
};
