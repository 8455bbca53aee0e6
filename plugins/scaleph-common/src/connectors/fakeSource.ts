import { ConnectorInfo } from '../types';
import { option, optionsSchema, OptionSchema, rowSchema } from './schemas';

const NUMBERS: Record<string, 'integer' | 'number'> = {
  tinyint: 'integer',
  smallint: 'integer',
  int: 'integer',
  bigint: 'integer',
  float: 'number',
  double: 'number',
};

/** `int.template` and the like: the values that columns of a type choose from. */
function template(type: string, items: 'string' | 'integer' | 'number') {
  return option(
    { type: 'array', minItems: 1, maxItems: 1000, items: { type: items } },
    { en: `Values of type ${type}`, zh: `${type} 类型的值` },
    {
      en: `Columns of type ${type} hold one of these.`,
      zh: `${type} 类型的列从这些值中选取。`,
    },
    'advanced',
  );
}

/** The limits and templates of the made-up values of each type. */
function valueOptions(): Record<string, OptionSchema> {
  const numbers = Object.entries(NUMBERS).flatMap(([type, json]) => [
    [
      `${type}.min`,
      option(
        { type: json, minimum: 0 },
        { en: `Least ${type}`, zh: `${type} 最小值` },
        {
          en: `The least value of columns of type ${type}.`,
          zh: `${type} 类型列的最小值。`,
        },
        'advanced',
      ),
    ],
    [
      `${type}.max`,
      option(
        { type: json, minimum: 0 },
        { en: `Greatest ${type}`, zh: `${type} 最大值` },
        {
          en: `The greatest value of columns of type ${type}.`,
          zh: `${type} 类型列的最大值。`,
        },
        'advanced',
      ),
    ],
    [`${type}.template`, template(type, json)],
  ]);
  return {
    'string.template': template('string', 'string'),
    ...Object.fromEntries(numbers),
  };
}

/** Rows made up on the spot, the same ones on every run. @internal */
export const fakeSource: ConnectorInfo = {
  name: 'FakeSource',
  kind: 'source',
  title: { en: 'Fake data', zh: '模拟数据' },
  description: {
    en: 'Makes up rows for trying things out; the same rows on every run.',
    zh: '生成用于试验的数据行；每次运行结果相同。',
  },
  icon: 'sparkles',
  category: 'test',
  releases: [],
  schema: optionsSchema(
    {
      schema: option(
        rowSchema,
        { en: 'Columns', zh: '列' },
        {
          en: 'Names and types of the columns.',
          zh: '列的名称和类型。',
        },
      ),
      'row.num': option(
        { type: 'integer', minimum: 0, maximum: 1_000_000_000, default: 5 },
        { en: 'Number of rows', zh: '行数' },
        {
          en: 'How many rows are made; ignored when rows are given.',
          zh: '生成的行数；指定了数据行时忽略。',
        },
      ),
      rows: option(
        {
          type: 'array',
          maxItems: 10_000,
          items: {
            type: 'object',
            additionalProperties: false,
            required: ['fields'],
            properties: {
              kind: { type: 'string', enum: ['INSERT'], default: 'INSERT' },
              fields: { type: 'array' },
            },
          },
        },
        { en: 'Rows', zh: '数据行' },
        {
          en: 'Exactly these rows, each a list of values in the order of the columns.',
          zh: '使用指定的数据行，每行是按列顺序排列的值列表。',
        },
        'advanced',
      ),
      ...valueOptions(),
    },
    { required: ['schema'] },
  ),
  inputs: { min: 0, max: 0 },
  outputs: { min: 1 },
  dataSourceTypes: [],
  dataSourceRequired: false,
  engines: ['embedded', 'flink-session'],
  essential: 'row.num',
  documentation:
    'https://seatunnel.apache.org/docs/connector-v2/source/FakeSource',
};
