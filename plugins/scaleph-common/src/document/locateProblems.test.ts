import { AIRPORTS_YAML } from '../__fixtures__/airports';
import { locateProblems } from './locateProblems';

const at = (pointer: string, code = 'invalid-option') =>
  locateProblems(AIRPORTS_YAML, [
    { severity: 'error', code, pointer, message: '' },
  ]).map(({ line, column }) => [line, column]);

it.each<[string, string | undefined, number, number]>([
  ['', undefined, 1, 1],
  ['/metadata/owner', undefined, 6, 10],
  ['/metadata/tags/0', undefined, 8, 10],
  ['/spec/nodes/1', undefined, 14, 7],
  ['/spec/nodes/2/options/table', undefined, 15, 109],
  ['/spec/nodes/2/options/table', 'unknown-option', 15, 102],
  ['/spec/nodes/2/options/batch_size', 'missing-option', 15, 100],
  ['/spec/edges/1/to', undefined, 16, 53],
  ['/nowhere/at/all', undefined, 1, 1],
])('%s (%s) is at %i:%i', (pointer, code, line, column) => {
  expect(at(pointer, code)).toEqual([[line, column]]);
});

it('keeps a line that is there', () => {
  const problem = {
    severity: 'error' as const,
    code: 'x',
    pointer: '',
    message: '',
    line: 7,
    column: 1,
  };
  expect(locateProblems('a: 1', [problem])).toEqual([problem]);
});
