import { parse } from 'yaml';
import { completeCdcDefinition } from './completeCdcDefinition';

const ENDS = 'source: { type: values } # a\nsink:\n  type: values\n';

it.each([
  [ENDS, { name: 'p', parallelism: 2 }],
  [`${ENDS}pipeline:\n  parallelism: 3\n`, { name: 'p', parallelism: 3 }],
  [`${ENDS}pipeline:\n`, { name: 'p', parallelism: 2 }],
  [`${ENDS}pipeline: { name: mine }\n`, { name: 'mine', parallelism: 2 }],
  ['{source: {type: a}, sink: {type: b}}', { name: 'p', parallelism: 2 }],
])('%j gets what it lacks', (definition, pipeline) => {
  const text = completeCdcDefinition(definition, { name: 'p', parallelism: 2 });
  expect(parse(text)).toEqual({ ...parse(definition), pipeline });
});

it.each(['', '- a', 'a: {', `${ENDS}pipeline: { name: x, k: 1 }\n`])(
  'leaves %j as it is',
  definition => {
    expect(completeCdcDefinition(definition, { name: 'p' })).toBe(definition);
  },
);
