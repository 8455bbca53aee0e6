import { EditorState } from '@codemirror/state';
import { highlightTree, classHighlighter } from '@lezer/highlight';
import { ensureSyntaxTree } from '@codemirror/language';
import type { SqlObject } from '@scaleph/backstage-plugin-scaleph-common';
import { CachedSqlMetadata } from '../completion/SqlMetadata';
import { createSqlLanguage } from '../language/createSqlLanguage';
import { completeScript } from './sqlCompletion';
import { sqlHighlight } from './sqlHighlight';
import { helpAt } from './sqlHover';
import { lintSql } from './sqlLint';
import type { SqlServices } from './SqlServices';

const TREE: Record<string, SqlObject[]> = {
  '': [
    { kind: 'catalog', name: 'default_catalog', current: true },
    { kind: 'catalog', name: 'hive' },
  ],
  default_catalog: [
    { kind: 'database', name: 'default_database', current: true },
    { kind: 'database', name: 'sales' },
  ],
  'default_catalog.default_database': [
    { kind: 'table', name: 'orders' },
    { kind: 'table', name: 'Order lines' },
    ...Array.from(
      { length: 2000 },
      (_, index): SqlObject => ({
        kind: 'table',
        name: `table_${index}`,
      }),
    ),
  ],
  'default_catalog.sales': [{ kind: 'view', name: 'totals' }],
  'default_catalog.default_database.orders': [
    { kind: 'column', name: 'id', type: 'BIGINT', nullable: false },
    {
      kind: 'column',
      name: 'order',
      type: 'STRING',
      comment: 'What was bought',
    },
  ],
};

const asked: string[] = [];
const metadata = new CachedSqlMetadata(
  async ({ catalog, database, table, functions }) => {
    if (functions) return { items: [{ kind: 'function', name: 'my_udf' }] };
    const key = [catalog, database, table].filter(Boolean).join('.');
    asked.push(key);
    if (!TREE[key]) throw new Error(`nothing at ${key}`);
    return { items: TREE[key] };
  },
);
const services: SqlServices = {
  dialect: 'flink',
  language: 'en',
  grammar: createSqlLanguage(),
  metadata,
  texts: { unterminated: 'not closed' },
};

const labelsAt = async (
  withCursor: string,
  changes: Partial<SqlServices> = {},
) => {
  const offset = withCursor.indexOf('|');
  const result = await completeScript(withCursor.replace('|', ''), offset, {
    ...services,
    ...changes,
  });
  return result?.options.map(it => it.apply ?? it.label) ?? [];
};

describe('completion', () => {
  it.each<[string, string[]]>([
    ['|', ['SELECT', 'CREATE']],
    [
      'SELECT * FROM |',
      ['orders', '`Order lines`', 'sales', 'hive', 'table_1999'],
    ],
    ['SELECT * FROM sales.|', ['totals']],
    ['SELECT * FROM default_catalog.sales.to|', ['totals']],
    ['SELECT * FROM hive|', ['hive']],
    ['SELECT | FROM orders o', ['id', '`order`', 'o', 'COUNT(', 'MY_UDF(']],
    ['SELECT o.| FROM orders o', ['id', '`order`']],
    ['SELECT 1; SELECT * FROM orders WHERE |', ['id', 'SUM(']],
    ['WITH a AS (SELECT id AS x FROM orders) SELECT | FROM a', ['x']],
    ['WITH a AS (SELECT 1) SELECT * FROM |', ['a', 'orders']],
    ['SELECT s.| FROM (SELECT id AS y FROM orders) s', ['y']],
    ['UPDATE orders SET |', ['id']],
    ['SELECT a FROM orders GROUP BY |', ['id']],
  ])('at %s', async (text, expected) => {
    expect(await labelsAt(text)).toEqual(expect.arrayContaining(expected));
  });

  it('offers the columns of the table before the cursor only', async () => {
    const labels = await labelsAt('SELECT o.| FROM orders o');
    expect(labels).toEqual(['id', '`order`']);
  });

  it.each(["SELECT 'a|'", 'SELECT 1 -- a|', 'SELECT 12|', 'SELECT /* a|'])(
    'is silent at %s',
    async text => {
      expect(await labelsAt(text)).toEqual([]);
    },
  );

  it('works for other dialects, without a grammar', async () => {
    const changes = { dialect: 'postgresql', grammar: undefined } as const;
    const labels = await labelsAt('SELECT | FROM orders', changes);
    expect(labels).toEqual(expect.arrayContaining(['id', 'FROM']));
    expect(labels).not.toContain('COUNT(');
  });

  it('asks the place itself when it is asked by a key', async () => {
    const hinting = new CachedSqlMetadata(
      async () => ({ items: [] }),
      async statement => ({
        items: [`after_${statement.length}`, 'SUM', 'a.b'],
      }),
    );
    const changes = { ...services, metadata: hinting };
    const result = await completeScript('SELECT ', 7, changes, true);
    const labels = result?.options.map(it => it.label) ?? [];
    expect(labels).toContain('after_7');
    expect(labels).not.toContain('a.b');
    expect(labels.filter(it => it === 'SUM')).toHaveLength(1);
  });

  it('asks for a level once', async () => {
    await labelsAt('SELECT * FROM |');
    const before = asked.length;
    await labelsAt('SELECT * FROM o|');
    expect(asked).toHaveLength(before);
  });
});

describe('marks', () => {
  const marks = async (text: string, changes: Partial<SqlServices> = {}) => {
    const found = await lintSql(text, { ...services, ...changes });
    return found.map(it => text.slice(it.from, it.to));
  };

  it.each<[string, string[]]>([
    ['SELECT 1; SELECT a FROM t WHERE = 2; SHOW JOBS;', ['=']],
    ["SELECT 1; SELECT 'a", ["'a"]],
    ['SELECT * FRM t; SELECT b, FROM t', ['t', 'FROM']],
  ])('of %s', async (text, expected) => {
    expect(await marks(text)).toEqual(expected);
  });

  it('leaves a statement to the planner that the planner spoke about', async () => {
    const diagnose = () => [
      {
        from: 9,
        to: 12,
        severity: 'error' as const,
        message: 'by the planner',
      },
    ];
    expect(await marks('SELECT * FRM t', { diagnose })).toEqual(['FRM']);
  });
});

describe('help', () => {
  const help = async (withCursor: string) =>
    helpAt(withCursor.replace('|', ''), withCursor.indexOf('|'), services);

  it('explains functions and columns', async () => {
    expect(await help('SELECT CO|UNT(*) FROM orders')).toMatchObject({
      code: 'COUNT([DISTINCT] value | *)',
    });
    expect(await help('SELECT `or|der` FROM orders')).toMatchObject({
      code: 'orders.order  STRING',
      text: 'What was bought',
    });
    expect(await help('SELECT i|d FROM orders o')).toMatchObject({
      code: 'orders.id  BIGINT NOT NULL',
    });
    expect(await help('SELECT nothi|ng FROM orders')).toBeUndefined();
  });
});

describe('colours', () => {
  it('follow literals and comments over lines', () => {
    const doc = "SELECT 'a\nFROM b' /* c\nFROM */ FROM t";
    const state = EditorState.create({
      doc,
      extensions: [sqlHighlight('flink')],
    });
    const shown: string[] = [];
    highlightTree(
      ensureSyntaxTree(state, doc.length, 5000)!,
      classHighlighter,
      (from, to, name) =>
        shown.push(`${name.replace('tok-', '')}:${doc.slice(from, to)}`),
    );
    expect(shown).toEqual([
      'keyword:SELECT',
      "string:'a",
      "string:FROM b'",
      'comment:/* c',
      'comment:FROM */',
      'keyword:FROM',
    ]);
  });
});
