// The whole catalogue is the back end's; only tests of the form read it here.
// eslint-disable-next-line @backstage/no-relative-monorepo-imports
import { seaTunnelConnectors } from '../../../../scaleph-node/src/connectors';
import { airports, connectors } from '../__testUtils__/documents';
import { fieldsKey, previewKey } from '../nodeData/fieldsKey';
import { compareFields } from './compareFields';
import { connectorOf } from './connectionProblem';
import { escapeText, isEscaped, unescapeText } from './escapedText';
import { listEntries } from './listEntries';
import { localizeSchema } from './localize';
import { currentLevel, objectChoices, objectQuery } from './objectChoices';
import { errorsBelow, optionErrors } from './optionErrors';
import { optionField, optionFormSchema, optionsUiSchema } from './optionForm';
import { layoutOptions, partOfSchema, shownNames } from './optionLayout';
import { optionPick } from './optionPick';
import { optionRules, requiredNow } from './optionRules';
import type { OptionsSchema } from './optionSchema';
import { unknownOptions } from './optionSchema';
import { optionUnit, unitText } from './optionUnit';
import { readRowSchema, writeRowSchema } from './rowSchema';
import { sqlPlace } from './sqlPlace';

const text = { type: 'string' };

const schema: OptionsSchema = {
  type: 'object',
  required: ['path'],
  'x-exactly-one': [['query', 'table_path']],
  'x-bundled': [['lower', 'upper']],
  'x-conditional': [
    {
      when: [{ option: 'format', in: ['CSV', 'TEXT'] }],
      options: ['delimiter'],
      required: ['delimiter'],
    },
    {
      when: [{ option: 'delimiter', in: ['|'] }],
      options: ['escape'],
    },
  ],
  properties: {
    path: text,
    format: { ...text, enum: ['csv', 'json'], default: 'json' },
    delimiter: { ...text, 'x-group': 'tuning' },
    escape: { ...text, 'x-group': 'tuning' },
    query: { ...text, 'x-group': 'advanced' },
    table_path: text,
    lower: text,
    upper: text,
    user: { ...text, 'x-connection': true },
  },
};
const rules = optionRules(schema);
const layout = (
  options: Record<string, unknown>,
  more: { chosen?: Record<string, string>; connected?: boolean } = {},
) => layoutOptions({ schema, rules, options, ...more });
const shown = (...args: Parameters<typeof layout>) =>
  layout(...args).groups.flatMap(it => it.items.flatMap(shownNames));

describe('the layout of options', () => {
  it('shows what counts, and what is set but does not as unused', () => {
    expect(shown({})).not.toContain('delimiter');
    expect(shown({ format: 'csv' })).toContain('delimiter');
    expect(layout({ delimiter: ';' }).unused).toEqual([
      {
        name: 'delimiter',
        reason: { type: 'need', option: 'format', values: ['CSV', 'TEXT'] },
      },
    ]);
  });

  it('follows a chain of needs', () => {
    expect(shown({ delimiter: '|' })).not.toContain('escape');
    expect(shown({ format: 'csv', delimiter: '|' })).toContain('escape');
  });

  it('puts one of an exclusive group in sight, in the section that comes first', () => {
    const items = layout({}).groups[0].items;
    expect(items).toContainEqual({
      type: 'choice',
      names: ['query', 'table_path'],
      active: 'query',
    });
    expect(shown({ table_path: 'a' })).toContain('table_path');
    expect(
      layout({ table_path: 'a' }, { chosen: { query: 'query' } }).unused,
    ).toEqual([
      { name: 'table_path', reason: { type: 'choice', active: 'query' } },
    ]);
  });

  it('keeps a bundle together and leaves the connection to the data source', () => {
    expect(layout({}).groups[0].items).toContainEqual({
      type: 'bundle',
      names: ['lower', 'upper'],
    });
    expect(shown({})).toContain('user');
    const connected = layout({ user: 'me' }, { connected: true });
    expect(connected.unused).toEqual([
      { name: 'user', reason: { type: 'connection' } },
    ]);
  });

  it('demands what is needed as the others are', () => {
    expect(requiredNow(rules, schema, {})).toEqual(['path']);
    const now = requiredNow(rules, schema, { format: 'CSV' });
    expect(now).toEqual(['path', 'delimiter']);
    expect(partOfSchema(schema, ['delimiter'], now).required).toEqual([
      'delimiter',
    ]);
  });

  it('loses no option of any connector', () => {
    const all = [...connectors, ...seaTunnelConnectors()];
    expect(all.length).toBeGreaterThan(80);
    for (const connector of all) {
      const own = connector.schema as OptionsSchema;
      const names = Object.keys(own.properties ?? {});
      // Everything set: an option is in the form, or said not to be used.
      const options = Object.fromEntries(names.map(it => [it, 'x']));
      const result = layoutOptions({
        schema: own,
        rules: optionRules(own),
        options,
        connected: connector.dataSourceTypes.length > 0,
      });
      const found = [
        ...result.groups.flatMap(it => it.items.flatMap(shownNames)),
        ...result.unused.map(it => it.name),
      ];
      expect(found.sort()).toEqual(names.sort());
    }
  });
});

describe('fields of options', () => {
  const file = connectorOf(connectors, {
    kind: 'source',
    connector: 'LocalFile',
  })!;
  const own = file.schema as OptionsSchema;

  it('keep defaults out of the document', () => {
    const drawn = optionFormSchema(own.properties!.csv_use_header_line);
    expect(drawn.default).toBeUndefined();
    expect(drawn).toHaveProperty('x-default', true);
  });

  it('fit what the schema says', () => {
    expect(optionsUiSchema(own)).toMatchObject({
      path: { 'ui:field': 'TextField' },
      csv_use_header_line: { 'ui:field': 'ChoiceField' },
      read_columns: { 'ui:field': 'ListField' },
      schema: { 'ui:field': 'RowSchemaField' },
    });
    const parts = { type: 'object', properties: { a: text } };
    expect(optionField('query', text)).toBe('SqlField');
    expect(optionField('x', { type: 'array', items: parts })).toBeUndefined();
    expect(optionField('x', { type: 'array', items: {} })).toBe('JsonField');
    expect(optionField('x', { type: ['string', 'integer'] })).toBe('TextField');
    expect(
      optionField('x', { type: 'object', additionalProperties: text }),
    ).toBe('MapField');
    expect(optionField('x', {})).toBe('JsonField');
  });

  it('name what they do not know, and speak Chinese', () => {
    expect(unknownOptions(own, { path: 'a', pth: 'b' })).toEqual(['pth']);
    const { properties } = localizeSchema(own, 'zh');
    expect(properties?.path.title).toBe('路径');
  });

  it('pick by hint, else by name', () => {
    const table = { from: 'objects', kind: 'table' };
    expect(optionPick('table-names', text, 'source')).toEqual(table);
    expect(optionPick('x', { 'x-picks': 'table' }, 'source')).toEqual(table);
    expect(optionPick('table', { 'x-picks': 'none' }, 'sink')).toBeUndefined();
    const input = { from: 'input' };
    expect(optionPick('include_fields', text, 'transform')).toEqual(input);
    expect(optionPick('primary_keys', text, 'sink')).toEqual(input);
    expect(optionPick('primary_keys', text, 'source')).toBeUndefined();
    expect(optionPick('constructor', text, 'source')).toBeUndefined();
  });

  it('know units by hint and by name', () => {
    expect(optionUnit('poll.timeout.ms', {})).toBe('ms');
    expect(optionUnit('connection_check_timeout_sec', {})).toBe('s');
    expect(optionUnit('items', {})).toBeUndefined();
    expect(optionUnit('x', { 'x-unit': 'rows' })).toBe('rows');
    expect(unitText(1_800_000, 'ms', 'en')).toBe('30 min 00 s');
    expect(unitText(500, 'ms', 'en')).toBeUndefined();
    expect(unitText(1_500_000, 'bytes', 'en')).toBe('1.5 MB');
  });
});

it('errors stand at their part of an option', () => {
  const problem = {
    severity: 'error' as const,
    code: 'invalid-option',
    pointer: '/spec/nodes/0/options/schema/fields/a~1b',
    message: 'Pipeline "p": node "n": it is wrong',
  };
  const errors = optionErrors([
    problem,
    { ...problem, pointer: '/spec/nodes/0/options/__proto__' },
    { ...problem, severity: 'warning', pointer: '/spec/nodes/0/options/w' },
    {
      ...problem,
      code: 'missing-option',
      pointer: '/spec/nodes/0/options',
      message: 'option "path" is required',
    },
  ]);
  expect(errorsBelow(errors.schema)).toEqual(['It is wrong']);
  expect(Object.keys(errors).sort()).toEqual(['__proto__', 'path', 'schema']);
  expect(({} as { __errors?: unknown }).__errors).toBeUndefined();
});

it('a choice in a data source goes on below a level', () => {
  expect(objectQuery('public.or', 'table')).toEqual({
    path: ['public'],
    search: 'or',
  });
  expect(objectQuery('a.b', 'topic')).toEqual({ path: [], search: 'a.b' });
  const levels = [
    {
      kind: 'schema' as const,
      name: 'public',
      hasChildren: true,
      current: true,
    },
    { kind: 'table' as const, name: 'orders', hasChildren: true },
  ];
  expect(currentLevel(levels, 'table')).toBe('public');
  expect(objectChoices(levels, ['db'], 'table')).toEqual([
    { id: 'db.public.', label: 'db.public.…' },
    { id: 'db.orders', label: 'db.orders' },
  ]);
  const files = [{ kind: 'directory' as const, name: 'in', hasChildren: true }];
  expect(objectChoices(files, [], 'file')[0].id).toBe('in/');
});

it('a schema is read and written as it was', () => {
  for (const value of [
    { fields: { a: 'int', b: { c: 'string' } }, table: 't' },
    { columns: [{ name: 'a', type: 'int', nullable: false }] },
  ]) {
    expect(writeRowSchema(readRowSchema(value))).toEqual(value);
  }
  expect(writeRowSchema(readRowSchema(undefined))).toBeUndefined();
  expect(readRowSchema('wrong').columns).toEqual([]);
});

it('entries of a list are told apart by what they are', () => {
  expect(listEntries('a, b', 'string', true).entries).toEqual(['a', 'b']);
  expect(listEntries('a, b', 'string').entries).toEqual(['a, b']);
  expect(listEntries('1, x, 2', 'integer')).toEqual({
    entries: [1, 2],
    rest: 'x',
  });
  expect(listEntries('TRUE', 'boolean').entries).toEqual([true]);
});

it('control characters are written out, and read back', () => {
  expect(isEscaped('field_delimiter')).toBe(true);
  expect(isEscaped('path', 'a')).toBe(false);
  expect(escapeText('\u0001\t"')).toBe('\\u0001\\t"');
  for (const value of ['\u0001', '\n', 'a\\b', '\\n', '"', '日本']) {
    expect(unescapeText(escapeText(value))).toBe(value);
  }
  expect(unescapeText('a\\')).toBe('a\\');
});

it('finds the place of an error of SQL', () => {
  const query = 'select a,\n  b form read';
  const at = (message: string) => {
    const place = sqlPlace(query, message);
    return place && query.slice(place.from, place.to);
  };
  const caret = `${' '.repeat('LINE 2: '.length + 9)}^`;
  expect(
    at(`Parser Error: syntax error\n\nLINE 2:   b form read\n${caret}`),
  ).toBe('read');
  expect(at('line 2, column 5: mismatched input')).toBe('form');
  expect(at('syntax error at or near "form"')).toBe('form');
  expect(at('out of memory')).toBeUndefined();
});

it('differences of what arrives and what leaves are marked on both sides', () => {
  const { arriving, leaving } = compareFields(
    [
      { name: 'a', type: 'int' },
      { name: 'b', type: 'int' },
    ],
    [
      { name: 'b', type: 'string' },
      { name: 'c', type: 'int' },
    ],
  );
  expect(arriving.map(it => it.change)).toEqual(['gone', 'type']);
  expect(leaving.map(it => it.change)).toEqual(['type', 'new']);
});

it('fields are asked for anew only when the meaning changes', () => {
  const document = airports();
  const [read, usa, write] = document.spec.nodes;
  const withNodes = (...nodes: typeof document.spec.nodes) => ({
    ...document,
    spec: { ...document.spec, nodes },
  });
  const key = fieldsKey(document);
  expect(fieldsKey(withNodes(usa, { ...read, title: 'All' }, write))).toBe(key);
  const placed = {
    ...document.spec,
    layout: { read: [1, 2] as [number, number] },
  };
  expect(fieldsKey({ ...document, spec: placed })).toBe(key);
  const other = withNodes({ ...read, options: { path: 'b' } }, usa, write);
  expect(fieldsKey(other)).not.toBe(key);
  const below = withNodes(read, usa, { ...write, options: {} });
  expect(previewKey(below, 'usa')).toBe(previewKey(document, 'usa'));
  expect(previewKey(other, 'usa')).not.toBe(previewKey(document, 'usa'));
});
