import { ConnectorInfo } from '../types';
import { option, optionsSchema } from './schemas';

/** The log of the run. @internal */
export const consoleSink: ConnectorInfo = {
  name: 'Console',
  kind: 'sink',
  title: { en: 'Log', zh: '日志' },
  description: {
    en: "Prints the first rows into the run's log and counts the rest.",
    zh: '将前几行输出到运行日志，并统计其余行数。',
  },
  icon: 'terminal',
  category: 'test',
  releases: [],
  schema: optionsSchema({
    limit: option(
      { type: 'integer', minimum: 0, maximum: 1000, default: 10 },
      { en: 'Rows to print', zh: '输出行数' },
      {
        en: 'How many rows are printed; all are counted.',
        zh: '输出的行数；所有行都会计数。',
      },
    ),
    'log.print.data': option(
      { type: 'boolean', default: true },
      { en: 'Print rows', zh: '输出数据行' },
      {
        en: 'Whether rows are printed at all.',
        zh: '是否输出数据行。',
      },
      'advanced',
    ),
  }),
  inputs: { min: 1 },
  outputs: { min: 0, max: 0 },
  dataSourceTypes: [],
  dataSourceRequired: false,
  engines: ['embedded', 'flink-session'],
  essential: 'limit',
  documentation: 'https://seatunnel.apache.org/docs/connector-v2/sink/Console',
};
