import { ConnectorInfo } from '../types';
import { columns, option, optionsSchema, text } from './schemas';

/** Files in a directory on the machine of the engine. @internal */
export const localFileSink: ConnectorInfo = {
  name: 'LocalFile',
  kind: 'sink',
  title: { en: 'Files', zh: '文件' },
  description: {
    en: 'Writes CSV, JSON or Parquet files into a directory; a file appears whole or not at all.',
    zh: '将 CSV、JSON 或 Parquet 文件写入目录；文件要么完整出现，要么不出现。',
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
          en: 'A directory, or the name of a file with its extension; relative to the directory of the data source.',
          zh: '目录，或带扩展名的文件名；相对于数据源的目录。',
        },
      ),
      file_format_type: option(
        { type: 'string', enum: ['csv', 'json', 'parquet'] },
        { en: 'Format', zh: '格式' },
        {
          en: 'Format of the files. json is one object on each line.',
          zh: '文件格式。json 为每行一个对象。',
        },
      ),
      data_save_mode: option(
        {
          type: 'string',
          enum: ['DROP_DATA', 'APPEND_DATA', 'ERROR_WHEN_DATA_EXISTS'],
          default: 'DROP_DATA',
        },
        { en: 'What is there already', zh: '已有数据' },
        {
          en: 'DROP_DATA replaces the file, APPEND_DATA adds one to a directory, ERROR_WHEN_DATA_EXISTS fails.',
          zh: 'DROP_DATA 替换文件，APPEND_DATA 在目录中添加文件，ERROR_WHEN_DATA_EXISTS 报错。',
        },
      ),
      enable_header_write: option(
        { type: 'boolean', default: true },
        { en: 'Write the names of the columns', zh: '写入列名' },
        {
          en: 'Whether the first line of a CSV file names the columns.',
          zh: 'CSV 文件的首行是否为列名。',
        },
      ),
      field_delimiter: option(
        { type: 'string', minLength: 1, maxLength: 1, default: ',' },
        { en: 'Field delimiter', zh: '字段分隔符' },
        {
          en: 'What stands between two values of a CSV file.',
          zh: 'CSV 文件中两个值之间的分隔符。',
        },
      ),
      sink_columns: option(
        columns,
        { en: 'Columns to write', zh: '写入的列' },
        {
          en: 'Only these columns, in this order; all when absent.',
          zh: '只按此顺序写入这些列；缺省时写入全部。',
        },
        'tuning',
      ),
      compress_codec: option(
        {
          type: 'string',
          enum: ['none', 'snappy', 'zstd', 'gzip'],
          default: 'none',
        },
        { en: 'Compression', zh: '压缩' },
        { en: 'Compression of Parquet files.', zh: 'Parquet 文件的压缩方式。' },
        'tuning',
      ),
      single_file_mode: option(
        // The embedded engine writes one file whatever is asked for.
        { type: 'boolean', enum: [true], default: true },
        { en: 'One file', zh: '单个文件' },
        {
          en: 'Everything goes into one file.',
          zh: '全部写入一个文件。',
        },
        'tuning',
      ),
      custom_filename: option(
        { type: 'boolean', default: true },
        { en: 'Own file name', zh: '自定义文件名' },
        {
          en: 'Whether file_name_expression names the file; otherwise the node does.',
          zh: '是否用 file_name_expression 命名文件；否则用节点名。',
        },
        'advanced',
      ),
      file_name_expression: option(
        { ...text, maxLength: 200, pattern: '^[^/\\\\\\u0000]+$' },
        { en: 'File name', zh: '文件名' },
        {
          en: 'Name of the file without its extension, when path is a directory.',
          zh: '当路径为目录时，不带扩展名的文件名。',
        },
        'advanced',
      ),
    },
    { required: ['path', 'file_format_type'] },
  ),
  inputs: { min: 1 },
  outputs: { min: 0, max: 0 },
  dataSourceTypes: ['local-directory'],
  dataSourceRequired: false,
  engines: ['embedded', 'flink-session'],
  essential: 'path',
  documentation:
    'https://seatunnel.apache.org/docs/connector-v2/sink/LocalFile',
};
