import { AIRPORTS } from '../../__fixtures__/airports';
import { builtInConnectors } from '../../connectors/connectors';
import { PipelineDocument, PipelineNode } from '../../types';
import { CheckContext } from './CheckContext';
import { checkPipeline } from './checkPipeline';

const DATA_SOURCES: Record<string, { name: string; type: string }> = {
  files: { name: 'files', type: 'local-directory' },
  warehouse: { name: 'warehouse', type: 'postgresql' },
};

const PORTAL: CheckContext = {
  connectors: builtInConnectors,
  dataSource: name => DATA_SOURCES[name],
  requireDataSources: true,
  engine: 'embedded',
};

type Edit = (document: PipelineDocument) => void;

function check(edit: Edit, context: CheckContext = PORTAL) {
  const document = structuredClone(AIRPORTS);
  edit(document);
  return checkPipeline(document, context);
}

const node = (document: PipelineDocument, id: string): PipelineNode =>
  document.spec.nodes.find(candidate => candidate.id === id)!;

const fake = (id: string): PipelineNode => ({
  id,
  kind: 'source',
  connector: 'FakeSource',
  options: { schema: { fields: { state: 'string' } } },
});

const setOptions =
  (id: string, options: Record<string, unknown>): Edit =>
  document => {
    node(document, id).options = options;
  };

const addOptions =
  (id: string, options: Record<string, unknown>): Edit =>
  document => {
    Object.assign(node(document, id).options!, options);
  };

describe('checkPipeline', () => {
  it('finds nothing wrong with a good pipeline', () => {
    expect(check(() => {})).toEqual([]);
  });

  it.each<
    [
      string,
      Edit,
      {
        code: string;
        pointer: string;
        node?: string;
        message?: string;
        fix?: string;
      }[],
    ]
  >([
    [
      'no nodes',
      d => {
        d.spec.nodes = [];
        d.spec.edges = [];
      },
      [
        {
          code: 'empty-pipeline',
          pointer: '/spec/nodes',
          message: 'Pipeline "airports-by-state" has no nodes',
        },
      ],
    ],
    [
      'a type that no target runs',
      d => {
        d.spec.type = 'flink-sql';
      },
      [{ code: 'unsupported-type', pointer: '/spec/type' }],
    ],
    [
      'a mode that no target runs',
      d => {
        d.spec.mode = 'streaming';
      },
      [{ code: 'unsupported-mode', pointer: '/spec/mode' }],
    ],
    [
      'an unknown connector',
      d => {
        node(d, 'write').connector = 'Jbdc';
      },
      [
        {
          code: 'unknown-connector',
          pointer: '/spec/nodes/2/connector',
          node: 'write',
          message:
            'Pipeline "airports-by-state": node "write": there is no sink "Jbdc"',
          fix: 'Did you mean "Jdbc"?',
        },
      ],
    ],
    [
      'a connector of another kind',
      d => {
        node(d, 'usa').connector = 'Console';
      },
      [
        {
          code: 'wrong-kind',
          pointer: '/spec/nodes/1/kind',
          node: 'usa',
          message:
            'Pipeline "airports-by-state": node "usa": connector "Console" is a sink, not a transform',
        },
      ],
    ],
    [
      'a missing option',
      setOptions('write', {}),
      [
        {
          code: 'missing-option',
          pointer: '/spec/nodes/2/options/table',
          node: 'write',
          message:
            'Pipeline "airports-by-state": node "write": option "table" is required by sink Jdbc',
          fix: 'Add "table".',
        },
      ],
    ],
    [
      'an unknown option',
      addOptions('read', { pathh: 1 }),
      [
        {
          code: 'unknown-option',
          pointer: '/spec/nodes/0/options/pathh',
          message:
            'Pipeline "airports-by-state": node "read": option "pathh" is unknown to source LocalFile',
          fix: 'Did you mean "path"?',
        },
      ],
    ],
    [
      'an option of another type',
      addOptions('write', { batch_size: '1000' }),
      [
        {
          code: 'invalid-option',
          pointer: '/spec/nodes/2/options/batch_size',
          message:
            'Pipeline "airports-by-state": node "write": option "batch_size" is "1000" and must be a whole number',
        },
      ],
    ],
    [
      'an option out of range',
      addOptions('write', { batch_size: 0 }),
      [
        {
          code: 'invalid-option',
          pointer: '/spec/nodes/2/options/batch_size',
          message:
            'Pipeline "airports-by-state": node "write": option "batch_size" is 0 and must be >= 1',
        },
      ],
    ],
    [
      'a value that is not in the list',
      addOptions('read', { file_format_type: 'CSV' }),
      [
        {
          code: 'invalid-option',
          pointer: '/spec/nodes/0/options/file_format_type',
          message:
            'Pipeline "airports-by-state": node "read": option "file_format_type" is "CSV" and must be "csv", "json", "parquet" or "text"',
        },
      ],
    ],
    [
      'an option that is empty',
      addOptions('write', { table: '' }),
      [
        {
          code: 'invalid-option',
          pointer: '/spec/nodes/2/options/table',
          message:
            'Pipeline "airports-by-state": node "write": option "table" is "" and must not be empty',
        },
      ],
    ],
    [
      'a type of a column that there is not',
      addOptions('read', { schema: { fields: { a: 'varchar' } } }),
      [
        {
          code: 'invalid-option',
          pointer: '/spec/nodes/0/options/schema/fields/a',
        },
      ],
    ],
    [
      'an unknown field inside an option',
      addOptions('read', { schema: { fields: { a: 'int' }, feilds: {} } }),
      [
        {
          code: 'unknown-option',
          pointer: '/spec/nodes/0/options/schema/feilds',
          fix: 'Did you mean "fields"?',
        },
      ],
    ],
    [
      'neither of two options of which one is needed',
      d => {
        d.spec.nodes[0] = {
          id: 'read',
          kind: 'source',
          connector: 'Jdbc',
          dataSource: 'warehouse',
          options: {},
        };
      },
      [
        {
          code: 'missing-option',
          pointer: '/spec/nodes/0/options',
          message:
            'Pipeline "airports-by-state": node "read": source Jdbc needs one of the options "query" or "table_path"',
        },
      ],
    ],
    [
      'both of two options of which one is needed',
      d => {
        d.spec.nodes[0] = {
          id: 'read',
          kind: 'source',
          connector: 'Jdbc',
          dataSource: 'warehouse',
          options: { query: 'select 1', table_path: 't' },
        };
      },
      [{ code: 'invalid-option', pointer: '/spec/nodes/0/options/table_path' }],
    ],
    [
      'a node that is there twice',
      d => {
        d.spec.nodes.push({ ...fake('read') });
      },
      [{ code: 'duplicate-node', pointer: '/spec/nodes/3/id', node: 'read' }],
    ],
    [
      'ids that differ in case alone',
      d => {
        d.spec.nodes.push(fake('READ'));
        d.spec.edges.push({ from: 'READ', to: 'usa' });
      },
      [{ code: 'duplicate-node', pointer: '/spec/nodes/3/id', node: 'READ' }],
    ],
    [
      'an edge from nowhere',
      d => {
        d.spec.edges.push({ from: 'raed', to: 'usa' });
      },
      [
        {
          code: 'dangling-edge',
          pointer: '/spec/edges/2/from',
          message:
            'Pipeline "airports-by-state": edge raed -> usa: there is no node "raed"',
          fix: 'Did you mean "read"?',
        },
      ],
    ],
    [
      'an edge to nowhere',
      d => {
        d.spec.edges.push({ from: 'read', to: 'nowhere' });
      },
      [{ code: 'dangling-edge', pointer: '/spec/edges/2/to' }],
    ],
    [
      'an edge to where it comes from',
      d => {
        d.spec.edges.push({ from: 'usa', to: 'usa' });
      },
      [{ code: 'self-edge', pointer: '/spec/edges/2', node: 'usa' }],
    ],
    [
      'an edge that is there twice',
      d => {
        d.spec.edges.push({ from: 'read', to: 'usa' });
      },
      [{ code: 'duplicate-edge', pointer: '/spec/edges/2' }],
    ],
    [
      'a circle',
      d => {
        d.spec.nodes.push({
          id: 'again',
          kind: 'transform',
          connector: 'Sql',
          options: { query: 'select * from usa' },
        });
        d.spec.edges.push(
          { from: 'usa', to: 'again' },
          { from: 'again', to: 'usa' },
        );
      },
      [
        {
          code: 'cycle',
          pointer: '/spec/edges',
          node: 'usa',
          message:
            'Pipeline "airports-by-state": the nodes usa -> again -> usa feed each other in a circle',
        },
      ],
    ],
    [
      'no source',
      d => {
        d.spec.nodes.shift();
        d.spec.edges.shift();
      },
      [
        { code: 'no-source', pointer: '/spec/nodes' },
        { code: 'too-few-inputs', pointer: '/spec/nodes/0', node: 'usa' },
      ],
    ],
    [
      'no sink',
      d => {
        d.spec.nodes.pop();
        d.spec.edges.pop();
      },
      [
        { code: 'no-sink', pointer: '/spec/nodes' },
        { code: 'too-few-outputs', pointer: '/spec/nodes/1', node: 'usa' },
      ],
    ],
    [
      'a source that nobody reads',
      d => {
        d.spec.nodes.push(fake('extra'));
      },
      [{ code: 'too-few-outputs', pointer: '/spec/nodes/3', node: 'extra' }],
    ],
    [
      'a sink with two inputs, whose rows it takes by the names of their fields',
      d => {
        d.spec.edges.push({ from: 'read', to: 'write' });
      },
      [],
    ],
    [
      'a transform of one input with two',
      d => {
        d.spec.nodes[1].connector = 'Filter';
        d.spec.nodes[1].options = { include_fields: ['state'] };
        d.spec.nodes.push(fake('extra'));
        d.spec.edges.push({ from: 'extra', to: 'usa' });
      },
      [
        {
          code: 'too-many-inputs',
          pointer: '/spec/nodes/1',
          node: 'usa',
          message:
            'Pipeline "airports-by-state": node "usa": transform Filter takes 1 input and has 2',
        },
      ],
    ],
    [
      'a source that is fed',
      d => {
        d.spec.nodes.push(fake('extra'));
        d.spec.edges.push({ from: 'extra', to: 'read' });
      },
      [{ code: 'too-many-inputs', pointer: '/spec/nodes/0', node: 'read' }],
    ],
    [
      'a sink that feeds another',
      d => {
        d.spec.nodes.push({
          id: 'log',
          kind: 'sink',
          connector: 'Console',
          options: {},
        });
        d.spec.edges.push({ from: 'write', to: 'log' });
      },
      [{ code: 'too-many-outputs', pointer: '/spec/nodes/2', node: 'write' }],
    ],
    [
      'nodes that no source reaches',
      d => {
        d.spec.nodes.push(
          {
            id: 'a',
            kind: 'transform',
            connector: 'Sql',
            options: { query: 'select 1' },
          },
          { id: 'log', kind: 'sink', connector: 'Console', options: {} },
        );
        d.spec.edges.push({ from: 'a', to: 'log' });
      },
      [
        { code: 'too-few-inputs', pointer: '/spec/nodes/3', node: 'a' },
        {
          code: 'unreachable-node',
          pointer: '/spec/nodes/4',
          node: 'log',
          message:
            'Pipeline "airports-by-state": node "log": no rows reach it from any source',
        },
      ],
    ],
    [
      'nodes that reach no sink',
      d => {
        d.spec.nodes.push(fake('extra'), {
          id: 'a',
          kind: 'transform',
          connector: 'Sql',
          options: { query: 'select 1' },
        });
        d.spec.edges.push({ from: 'extra', to: 'a' });
      },
      [
        { code: 'unreachable-node', pointer: '/spec/nodes/3', node: 'extra' },
        { code: 'too-few-outputs', pointer: '/spec/nodes/4', node: 'a' },
      ],
    ],
    [
      'a data source that is missing',
      d => {
        delete node(d, 'write').dataSource;
      },
      [
        {
          code: 'missing-data-source',
          pointer: '/spec/nodes/2/dataSource',
          message:
            'Pipeline "airports-by-state": node "write": sink Jdbc needs a data source of type "postgresql", "mysql" or "sqlite"',
        },
      ],
    ],
    [
      'a file without a data source, in the portal',
      d => {
        delete node(d, 'read').dataSource;
      },
      [{ code: 'missing-data-source', pointer: '/spec/nodes/0/dataSource' }],
    ],
    [
      'a data source that does not exist',
      d => {
        node(d, 'write').dataSource = 'resource:default/warehause';
      },
      [{ code: 'unknown-data-source', pointer: '/spec/nodes/2/dataSource' }],
    ],
    [
      'a data source of another type',
      d => {
        node(d, 'write').dataSource = 'files';
      },
      [
        {
          code: 'wrong-data-source-type',
          pointer: '/spec/nodes/2/dataSource',
          message:
            'Pipeline "airports-by-state": node "write": data source "files" is of type "local-directory", sink Jdbc needs "postgresql", "mysql" or "sqlite"',
        },
      ],
    ],
    [
      'a data source for a connector that uses none',
      d => {
        node(d, 'usa').dataSource = 'files';
      },
      [{ code: 'wrong-data-source-type', pointer: '/spec/nodes/1/dataSource' }],
    ],
    [
      'a parameter that is not declared',
      addOptions('read', { read_columns: ['a', '${colunm}'] }),
      [
        {
          code: 'undeclared-parameter',
          pointer: '/spec/nodes/0/options/read_columns/1',
          node: 'read',
        },
      ],
    ],
    [
      'a password',
      addOptions('write', { password: 'hunter2' }),
      [
        {
          code: 'secret-in-document',
          pointer: '/spec/nodes/2/options/password',
        },
      ],
    ],
    [
      'where and as whom to connect',
      addOptions('write', { url: 'jdbc:x', user: 'me' }),
      [
        { code: 'secret-in-document', pointer: '/spec/nodes/2/options/url' },
        { code: 'secret-in-document', pointer: '/spec/nodes/2/options/user' },
      ],
    ],
    [
      'a URL with a password',
      addOptions('read', { path: 'ftp://me:hunter2@host/a.csv' }),
      [{ code: 'secret-in-document', pointer: '/spec/nodes/0/options/path' }],
    ],
  ])('%s', (_, edit, expected) => {
    const problems = check(edit);
    expect(
      problems.map(({ code, pointer }) => `${code} ${pointer}`).sort(),
    ).toEqual(expected.map(({ code, pointer }) => `${code} ${pointer}`).sort());
    for (const problem of expected) {
      expect(problems).toContainEqual(
        expect.objectContaining({ severity: 'error', ...problem }),
      );
    }
    expect(JSON.stringify(problems)).not.toContain('hunter2');
  });

  it.each<[string, Edit]>([
    [
      'one source that feeds two',
      d => {
        d.spec.nodes.push({
          id: 'log',
          kind: 'sink',
          connector: 'Console',
          options: { limit: 3 },
        });
        d.spec.edges.push({ from: 'read', to: 'log' });
      },
    ],
    [
      'two sources that feed one',
      d => {
        d.spec.nodes.push(fake('more'));
        d.spec.edges.push({ from: 'more', to: 'usa' });
      },
    ],
    [
      'a parameter with a default',
      d => {
        d.spec.parameters = { format: { default: 'csv' } };
        node(d, 'read').options!.file_format_type = '${format}';
      },
    ],
    ['an escaped reference', addOptions('read', { path: '$${nobody}.csv' })],
    [
      'the name of a parameter in a URL without a password',
      addOptions('read', { path: 'a://b/c@d' }),
    ],
  ])('lets pass: %s', (_, edit) => {
    expect(check(edit)).toEqual([]);
  });

  describe('depends on where it is asked', () => {
    it('on a command line a file may go without a data source, a database may not', () => {
      const problems = check(
        d => {
          for (const each of d.spec.nodes) delete each.dataSource;
        },
        { connectors: builtInConnectors, requireDataSources: false },
      );
      expect(problems).toMatchObject([
        { code: 'missing-data-source', node: 'write' },
      ]);
    });

    it('without a way to look, nobody looks whether a data source exists', () => {
      const problems = check(
        d => {
          node(d, 'write').dataSource = 'nobody';
        },
        {
          connectors: builtInConnectors,
          requireDataSources: true,
        },
      );
      expect(problems).toEqual([]);
    });

    it('connectors of other engines do not count', () => {
      const problems = check(() => {}, { ...PORTAL, engine: 'elsewhere' });
      expect(problems[0]).toMatchObject({
        code: 'unknown-connector',
        message:
          'Pipeline "airports-by-state": node "read": source "LocalFile" does not run on engine "elsewhere"',
      });
    });

    it('types and modes are those that targets can run', () => {
      const streaming: Edit = d => {
        d.spec.mode = 'streaming';
      };
      expect(
        check(streaming, { ...PORTAL, modes: ['batch', 'streaming'] }),
      ).toEqual([]);
    });
  });

  describe('does not let itself be kept busy', () => {
    const many = <T>(count: number, make: (index: number) => T) =>
      Array.from({ length: count }, (_, index) => make(index));
    const long = (index: number) => `a${index}`.padEnd(60, 'x');

    it.each<[string, Edit]>([
      [
        '2,000 edges between nodes that are not there',
        d => {
          d.spec.nodes = many(500, index => fake(long(index)));
          d.spec.edges = many(2000, index => ({
            from: `b${long(index)}`,
            to: `c${long(index)}`,
          }));
        },
      ],
      [
        '20,000 unknown options',
        d => {
          d.spec.nodes = many(500, index => ({
            ...fake(`n${index}`),
            options: Object.fromEntries(
              many(40, each => [`string.tenplate${each}`, 1]),
            ),
          }));
        },
      ],
      [
        '50,000 parameters that are not declared',
        d => {
          d.spec.parameters = Object.fromEntries(
            many(100, index => [long(index), {}]),
          );
          d.spec.nodes[0].options = {
            path: many(50_000, index => `\${b${index}}`).join(''),
          };
        },
      ],
      [
        'a million letters',
        d => {
          d.spec.nodes[0].options = { path: 'a'.repeat(1_000_000) };
        },
      ],
      [
        'a million characters that might begin a URL',
        d => {
          d.spec.nodes[0].options = { path: '://:'.repeat(250_000) };
        },
      ],
    ])('by %s', (_, edit) => {
      const started = performance.now();
      expect(check(edit).length).toBeLessThanOrEqual(201);
      expect(performance.now() - started).toBeLessThan(2000);
    });

    it('says how much it leaves out', () => {
      const problems = check(d => {
        d.spec.nodes = many(300, index => ({
          ...fake(`n${index}`),
          connector: 'Nothing',
        }));
        d.spec.edges = [];
      });
      expect(problems).toHaveLength(201);
      expect(problems[200]).toMatchObject({
        code: 'too-many-problems',
        message: '101 more problems are not shown',
      });
    });
  });
});

it('a comment has an id of its own', () => {
  const document = structuredClone(AIRPORTS);
  const comment = { text: 'x', position: [0, 0] };
  document.spec.comments = [
    { id: 'a', ...comment },
    { id: 'a', ...comment },
    { id: 'read', ...comment },
  ];
  const pointers = checkPipeline(document, {
    connectors: builtInConnectors,
    requireDataSources: false,
  }).filter(({ code }) => code === 'duplicate-comment');
  expect(pointers.map(({ pointer }) => pointer)).toEqual([
    '/spec/comments/1/id',
    '/spec/comments/2/id',
  ]);
});
