import { AIRPORTS } from '../__fixtures__/airports';
import { PipelineDocument } from '../types';
import { applyParameters } from './applyParameters';

function withOption(
  value: unknown,
  parameters: PipelineDocument['spec']['parameters'] = {
    day: { default: '2026-01-01' },
    state: {},
  },
): PipelineDocument {
  return {
    ...AIRPORTS,
    spec: {
      ...AIRPORTS.spec,
      parameters,
      nodes: [{ ...AIRPORTS.spec.nodes[0], options: { value } }],
    },
  };
}

const apply = (
  value: unknown,
  values: Record<string, string> = { state: 'NY' },
) => applyParameters(withOption(value), values);

describe('applyParameters', () => {
  it.each<[unknown, Record<string, string>, unknown]>([
    ['a ${state} b', { state: 'NY' }, 'a NY b'],
    ['${state}', { state: '42' }, '42'],
    ['${state}${state}', { state: 'x' }, 'xx'],
    ['${day}', { state: '' }, '2026-01-01'],
    ['${day}', { state: '', day: '2027' }, '2027'],
    ['${state}', { state: '' }, ''],
    ['$${state}', { state: 'NY' }, '${state}'],
    ['$$${state}', { state: 'NY' }, '$${state}'],
    ['${state}', { state: '${day}' }, '${day}'],
    ['${state}', { state: '$& $1 $$' }, '$& $1 $$'],
    [
      '$state ${} ${ state } {state}',
      { state: 'NY' },
      '$state ${} ${ state } {state}',
    ],
    [
      { a: ['${state}', { b: 'in ${state}' }] },
      { state: 'NY' },
      { a: ['NY', { b: 'in NY' }] },
    ],
    [{ '${state}': 1 }, { state: 'NY' }, { '${state}': 1 }],
    [[1, true, null], { state: 'NY' }, [1, true, null]],
  ])('%j with %j is %j', (value, values, expected) => {
    const { document, problems } = apply(value, values);
    expect(problems).toEqual([]);
    expect(document.spec.nodes[0].options).toEqual({ value: expected });
  });

  it('leaves its input alone', () => {
    const document = withOption('${state}');
    applyParameters(document, { state: 'NY' });
    expect(document).toEqual(withOption('${state}'));
  });

  it.each<[string, unknown, Record<string, string>, object]>([
    [
      'a value is missing',
      'x',
      {},
      {
        code: 'missing-parameter',
        pointer: '/spec/parameters/state',
        message:
          'Pipeline "airports-by-state": parameter "state" has no value and no default',
      },
    ],
    [
      'a value is given for nothing',
      'x',
      { state: 'NY', stat: 'CA' },
      {
        code: 'undeclared-parameter',
        pointer: '/spec/parameters',
        fix: 'Declared are day, state.',
      },
    ],
    [
      'a reference is not declared',
      { a: ['${stat}'] },
      { state: 'NY' },
      {
        code: 'undeclared-parameter',
        pointer: '/spec/nodes/0/options/value/a/0',
        node: 'read',
        fix: 'Did you mean "state"?',
      },
    ],
    [
      'a reference is called like a method',
      '${constructor}',
      { state: 'NY' },
      { code: 'undeclared-parameter' },
    ],
    [
      'a value is given for a method',
      'x',
      { state: 'NY', toString: 'x' },
      { code: 'undeclared-parameter' },
    ],
  ])('%s', (_, value, values, problem) => {
    expect(apply(value, values).problems).toEqual([
      expect.objectContaining({ severity: 'error', ...problem }),
    ]);
  });
});
