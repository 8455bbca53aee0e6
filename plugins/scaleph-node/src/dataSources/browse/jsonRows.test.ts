import { jsonRows } from './jsonRows';

it.each<[string, string, string[], unknown[][]]>([
  [
    'an array',
    '[{"a":1},{"b":[2]}]',
    ['a', 'b'],
    [
      [1, null],
      [null, [2]],
    ],
  ],
  ['an array of values', '[1,2]', ['value'], [[1], [2]]],
  ['a page', '{"next":null,"items":[{"a":1}]}', ['a'], [[1]]],
  ['an object', '{"a":1,"tags":["x"]}', ['a', 'tags'], [[1, ['x']]]],
  ['lines', '{"a":1}\n{"a":2}\n', ['a'], [[1], [2]]],
  ['a value', '7', ['value'], [[7]]],
  ['nothing', '[]', [], []],
  ['names of objects', '[{"__proto__":1}]', ['__proto__'], [[1]]],
])('shows %s', (_, text, names, rows) => {
  const sample = jsonRows(text, 5);
  expect(sample?.columns.map(({ name }) => name)).toEqual(names);
  expect(sample?.rows).toEqual(rows);
  expect(sample?.truncated).toBe(false);
});

it.each(['', '<html>', 'a,b\n1,2', '{"a":1}\nno'])('takes %j for none', text =>
  expect(jsonRows(text, 5)).toBeUndefined(),
);

it('says that there are more', () => {
  expect(jsonRows('[1,2,3]', 2)).toMatchObject({
    rows: [[1], [2]],
    truncated: true,
  });
});
