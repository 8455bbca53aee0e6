import type {
  ConnectorInfo,
  PipelineDocument,
} from '@scaleph/backstage-plugin-scaleph-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { installBrowserShims } from '../__testUtils__/browserShims';
import { documentOf } from '../__testUtils__/documents';
import { MemoryPipelines } from '../__testUtils__/MemoryPipelines';
import { renderScreen } from '../__testUtils__/renderScreen';
import { useCatalogue } from '../hooks/useCatalogue';
import { useProblems } from '../hooks/useProblems';
import { fromDocument } from '../lib/draftContent';
import { NodeDataProvider } from '../nodeData/NodeDataProvider';
import { NodeDrawer } from './NodeDrawer';

const header = `apiVersion: scaleph.io/v1alpha1
kind: Pipeline
metadata: { name: airports, owner: group:default/data }
spec:
  type: seatunnel
  mode: batch
`;

const pipeline = documentOf(`${header}
  nodes:
    - id: read
      kind: source
      connector: FakeSource
      options:
        schema: { fields: { id: int, name: string, price: double } }
    - id: keep
      kind: transform
      connector: Filter
      options: { include_fields: [id] }
    - id: ask
      kind: transform
      connector: Sql
      options: { query: select id from keep }
    - id: write
      kind: sink
      connector: Jdbc
      options: { table: orders }
  edges:
    - { from: read, to: keep }
    - { from: keep, to: ask }
    - { from: ask, to: write }
`);

let current: PipelineDocument;

const Harness = (props: { node: string; document: PipelineDocument }) => {
  const [document, setDocument] = useState(props.document);
  const [selected, select] = useState<string | undefined>(props.node);
  current = document;
  const catalogue = useCatalogue(document);
  const problems = useProblems(fromDocument(document), catalogue);
  if (!selected || !catalogue.ready) return null;
  return (
    <NodeDataProvider
      pipeline="airports"
      document={document}
      enabled
      selected={selected}
      onSelect={select}
      drawer={
        <NodeDrawer
          document={document}
          nodeId={selected}
          catalogue={catalogue}
          problems={problems.filter(it => it.node === selected)}
          readOnly={false}
          onEdit={setDocument}
          onSelect={select}
          onDelete={() => {}}
        />
      }
    >
      <div />
    </NodeDataProvider>
  );
};

async function openNode(
  node: string,
  memory = new MemoryPipelines(),
  options: { document?: PipelineDocument; language?: 'en' | 'zh' } = {},
) {
  const { document = pipeline, language } = options;
  renderScreen(<Harness node={node} document={document} />, {
    memory,
    language,
  });
  const name = language === 'zh' ? `节点 ${node}` : `Node ${node}`;
  const drawer = await screen.findByRole(
    'complementary',
    { name },
    { timeout: 15_000 },
  );
  return { user: userEvent.setup(), drawer: within(drawer) };
}

const optionsOf = (id: string) =>
  current.spec.nodes.find(it => it.id === id)?.options;

describe('the form of a node', () => {
  jest.setTimeout(60_000);
  beforeAll(installBrowserShims);

  it('chooses one of two exclusive options and brings the other back', async () => {
    const { user, drawer } = await openNode('keep');
    const choice = within(
      await drawer.findByRole(
        'radiogroup',
        { name: 'One of Columns to keep, Columns to drop' },
        { timeout: 15_000 },
      ),
    );
    await user.click(choice.getByRole('radio', { name: 'Columns to drop' }));
    expect(optionsOf('keep')).toEqual({});
    const input = drawer.getByRole('combobox', {
      name: 'Add to Columns to drop',
    });
    await user.type(input, 'price{Enter}');
    await user.tab();
    expect(optionsOf('keep')).toEqual({ exclude_fields: ['price'] });
    // What is left in the field when it is left counts, too.
    await user.type(input, 'name');
    await user.tab();
    expect(optionsOf('keep')).toEqual({ exclude_fields: ['price', 'name'] });
    await user.click(choice.getByRole('radio', { name: 'Columns to keep' }));
    expect(optionsOf('keep')).toEqual({ include_fields: ['id'] });
  });

  it('offers the fields that arrive, and says what leaves', async () => {
    const { user, drawer } = await openNode('keep');
    await user.click(
      await drawer.findByRole(
        'button',
        { name: 'Add all (2)' },
        { timeout: 15_000 },
      ),
    );
    expect(optionsOf('keep')).toEqual({
      include_fields: ['id', 'name', 'price'],
    });
    const leaving = await drawer.findByRole('table', { name: 'Leaves (3)' });
    expect(within(leaving).getByText('price')).toBeInTheDocument();
    const tags = drawer.getByRole('grid', { name: 'Columns to keep' });
    await user.click(
      within(within(tags).getByRole('row', { name: 'name' })).getByRole(
        'button',
      ),
    );
    expect(optionsOf('keep')).toEqual({ include_fields: ['id', 'price'] });
    expect(
      await drawer.findByRole('table', { name: 'Leaves (2)' }),
    ).toBeInTheDocument();
    const arriving = drawer.getByRole('table', { name: 'Arrives (3)' });
    expect(within(arriving).getByText('dropped')).toBeInTheDocument();
  });

  it('edits the schema as a table', async () => {
    const { user, drawer } = await openNode('read');
    const name = await drawer.findByRole(
      'textbox',
      { name: 'Name of field 2' },
      { timeout: 15_000 },
    );
    await user.clear(name);
    await user.type(name, 'title{Alt>}{ArrowUp}{/Alt}');
    await user.click(drawer.getByRole('button', { name: 'Add field' }));
    await user.type(
      drawer.getByRole('textbox', { name: 'Name of field 4' }),
      'at',
    );
    const type = drawer.getByRole('combobox', { name: 'Type of at' });
    await user.clear(type);
    await user.type(type, 'date');
    await user.tab();
    await user.click(drawer.getByRole('button', { name: 'Remove price' }));
    const { fields } = optionsOf('read')?.schema as { fields: object };
    expect(Object.entries(fields)).toEqual([
      ['title', 'string'],
      ['id', 'int'],
      ['at', 'date'],
    ]);
  });

  it('counts what is set in the folded part, finds it, and resets it', async () => {
    const document: PipelineDocument = {
      ...pipeline,
      spec: {
        ...pipeline.spec,
        nodes: pipeline.spec.nodes.map(it =>
          it.id === 'read'
            ? { ...it, options: { ...it.options, 'int.max': 9 } }
            : it,
        ),
      },
    };
    const { user, drawer } = await openNode('read', undefined, { document });
    const summary = await drawer.findByText(
      'Advanced',
      {},
      { timeout: 15_000 },
    );
    expect(summary).toHaveTextContent('1 set');
    await user.click(summary);
    await user.type(
      await drawer.findByRole('searchbox', { name: 'Find an option' }),
      'greatest int',
    );
    expect(drawer.getByRole('textbox', { name: /^Greatest int/ })).toHaveValue(
      '9',
    );
    expect(drawer.queryByRole('textbox', { name: /^Least int/ })).toBeNull();
    await user.click(
      drawer.getByRole('button', {
        name: 'Reset Greatest int to its default',
      }),
    );
    expect(optionsOf('read')).not.toHaveProperty('int.max');
  });

  it('picks a table of the data source, or takes what is typed', async () => {
    const { user, drawer } = await openNode('write', undefined, {
      document: {
        ...pipeline,
        spec: {
          ...pipeline.spec,
          nodes: pipeline.spec.nodes.map(it =>
            it.id === 'write' ? { ...it, dataSource: 'warehouse' } : it,
          ),
        },
      },
    });
    const table = await drawer.findByRole(
      'combobox',
      { name: /^Table/ },
      { timeout: 15_000 },
    );
    await user.clear(table);
    await user.type(table, 'sta');
    await user.click(
      await screen.findByRole('option', { name: 'public.states' }),
    );
    expect(optionsOf('write')).toEqual({ table: 'public.states' });
    expect(table).toHaveAttribute('aria-expanded', 'false');
    await user.clear(table);
    await user.type(table, 'another');
    // Closes the list; the drawer would be the next.
    await user.keyboard('{Escape}');
    expect(table).toHaveAttribute('aria-expanded', 'false');
    await user.tab();
    expect(optionsOf('write')).toEqual({ table: 'another' });
  });

  it('says why there is nothing to choose from', async () => {
    const memory = new MemoryPipelines();
    memory.listDataSourceObjects = async () => {
      throw new Error('data source "warehouse" does not answer');
    };
    const { drawer } = await openNode('write', memory, {
      document: {
        ...pipeline,
        spec: {
          ...pipeline.spec,
          nodes: pipeline.spec.nodes.map(it =>
            it.id === 'write' ? { ...it, dataSource: 'warehouse' } : it,
          ),
        },
      },
    });
    expect(
      await drawer.findByText(
        'Nothing to choose from: data source "warehouse" does not answer',
        {},
        { timeout: 15_000 },
      ),
    ).toBeInTheDocument();
  });

  it('makes a data source without leaving', async () => {
    const memory = new MemoryPipelines();
    const { user, drawer } = await openNode('write', memory);
    await user.click(
      await drawer.findByRole(
        'button',
        { name: 'New data source' },
        { timeout: 15_000 },
      ),
    );
    const dialog = within(await screen.findByRole('dialog'));
    await user.type(await dialog.findByLabelText(/^Name/), 'orders');
    await user.type(dialog.getByLabelText(/^Host/), 'db');
    await user.type(dialog.getByLabelText(/^User/), 'etl');
    await user.type(
      dialog.getByLabelText('Password', { selector: 'input' }),
      'x',
    );
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(current.spec.nodes[3].dataSource).toBe('orders');
    expect(memory.dataSources.map(it => it.name)).toContain('orders');
  });

  it('keeps options that do not count, and removes them on request', async () => {
    const memory = new MemoryPipelines();
    const connector: ConnectorInfo = {
      ...(await memory.getConnector('source', 'FakeSource')),
      name: 'Made',
      schema: {
        type: 'object',
        'x-bundled': [['lower', 'upper']],
        'x-conditional': [
          {
            when: [{ option: 'format', in: ['CSV'] }],
            options: ['delimiter'],
            required: ['delimiter'],
          },
        ],
        properties: {
          format: { type: 'string', enum: ['csv', 'json'], default: 'json' },
          delimiter: { type: 'string', default: '\u0001' },
          exact: { type: 'boolean', default: true },
          poll_ms: { type: 'integer', title: 'Poll' },
          lower: { type: 'integer' },
          upper: { type: 'integer' },
          headers: {
            type: 'object',
            additionalProperties: { type: 'string' },
          },
          columns: {
            type: 'array',
            title: 'Columns',
            items: {
              type: 'object',
              properties: { path: { type: 'string' }, n: { type: 'integer' } },
            },
          },
        },
      },
    };
    memory.getConnector = async () => connector;
    memory.listConnectors = async () => ({ items: [connector] });
    const document = documentOf(`${header}
  nodes:
    - id: made
      kind: source
      connector: Made
      options: { delimiter: ";", poll_ms: 90000, strange: 1 }
  edges: []
`);
    const { user, drawer } = await openNode('made', memory, { document });
    const unused = within(
      await drawer.findByRole(
        'region',
        { name: 'Not used now' },
        { timeout: 15_000 },
      ),
    );
    expect(
      unused.getByText('Counts only when format is CSV.'),
    ).toBeInTheDocument();
    expect(drawer.getByText(/= 1 min 30 s/)).toBeInTheDocument();
    expect(drawer.getByRole('textbox', { name: /^Poll \(ms\)/ })).toHaveValue(
      '90000',
    );
    expect(drawer.getByText(/^strange/)).toBeInTheDocument();

    await user.click(drawer.getByRole('button', { name: /format$/ }));
    await user.click(await screen.findByRole('option', { name: 'csv' }));
    expect(drawer.queryByRole('region', { name: 'Not used now' })).toBeNull();
    const delimiter = drawer.getByRole('textbox', { name: /^delimiter/ });
    await user.clear(delimiter);
    await user.type(delimiter, '\\t');
    expect(optionsOf('made')?.delimiter).toBe('\t');

    await user.click(drawer.getByRole('button', { name: /exact$/ }));
    await user.click(await screen.findByRole('option', { name: 'No' }));
    expect(optionsOf('made')?.exact).toBe(false);
    await user.click(drawer.getByRole('button', { name: /exact$/ }));
    await user.click(
      await screen.findByRole('option', { name: 'Default: Yes' }),
    );
    expect(optionsOf('made')).not.toHaveProperty('exact');

    await user.type(drawer.getByRole('textbox', { name: /^lower/ }), '1');
    await user.tab();
    expect(
      drawer.getByText(/All of these are needed together/),
    ).toBeInTheDocument();

    const adders = drawer.getAllByRole('button', { name: 'Add' });
    await user.click(adders[0]);
    await user.type(
      drawer.getByRole('textbox', { name: 'headers: name' }),
      'a',
    );
    await user.type(
      drawer.getByRole('textbox', { name: 'headers: value' }),
      'b',
    );
    expect(optionsOf('made')?.headers).toEqual({ a: 'b' });
    await user.click(adders[1]);
    await user.type(
      await drawer.findByRole('textbox', { name: /^path/ }),
      '$.a',
    );
    expect(optionsOf('made')?.columns).toEqual([{ path: '$.a' }]);

    await user.click(
      drawer.getByRole('button', { name: 'Remove option strange' }),
    );
    expect(optionsOf('made')).not.toHaveProperty('strange');
  });

  it('edits SQL in its editor, and says why fields are not known', async () => {
    const memory = new MemoryPipelines();
    const { drawer } = await openNode('ask', memory);
    const editor = await drawer.findByRole(
      'textbox',
      { name: 'Query' },
      { timeout: 20_000 },
    );
    expect(editor).toHaveTextContent('select id from keep');
    expect(await drawer.findByText(/nobody knows$/)).toBeInTheDocument();
  });

  it('shows the first rows of a node, and that they are old', async () => {
    const memory = new MemoryPipelines();
    memory.preview = {
      durationMs: 42,
      sampled: ['read'],
      sourceRows: 10_000,
      sample: {
        columns: [
          { name: 'id', type: 'int' },
          { name: 'name', type: 'string' },
        ],
        rows: [
          [1, 'a'],
          [2, null],
        ],
        truncated: true,
      },
    };
    const { user, drawer } = await openNode('keep', memory);
    await drawer.findByRole('radiogroup', {}, { timeout: 15_000 });
    screen.getByRole('complementary').focus();
    await user.keyboard('p');
    const panel = within(
      await screen.findByRole(
        'region',
        { name: 'Rows that leave keep' },
        { timeout: 15_000 },
      ),
    );
    expect(
      await panel.findByText(
        'First 2 rows; there are more · 42 ms · of the first 10,000 rows of read only',
      ),
    ).toBeInTheDocument();
    expect(panel.getByRole('columnheader', { name: /^id/ })).toHaveTextContent(
      'int',
    );
    expect(memory.previews).toHaveLength(1);
    expect(memory.previews[0]).toMatchObject({ node: 'keep', limit: 200 });
    expect(panel.queryByText('Not up to date')).toBeNull();
    await user.click(drawer.getByRole('button', { name: 'Add all (2)' }));
    expect(await panel.findByText('Not up to date')).toBeInTheDocument();
    expect(memory.previews).toHaveLength(1);
    memory.preview = { durationMs: 1, reason: 'node "read" has no rows' };
    await user.click(panel.getByRole('button', { name: 'Run again' }));
    expect(
      await panel.findByText('node "read" has no rows'),
    ).toBeInTheDocument();
    await user.click(panel.getByRole('button', { name: 'Close the preview' }));
    expect(localStorage.getItem('scaleph:preview:open')).toBe('no');
  });

  it('cancels a preview', async () => {
    const memory = new MemoryPipelines();
    let stopped = false;
    memory.asApi().previewPipelineNode = (_name, _body, options) =>
      new Promise((_, reject) => {
        options?.signal?.addEventListener('abort', () => {
          stopped = true;
          reject(options.signal?.reason);
        });
      });
    const { user, drawer } = await openNode('keep', memory);
    await user.click(
      await drawer.findByRole(
        'button',
        { name: 'Preview rows' },
        { timeout: 15_000 },
      ),
    );
    await user.click(
      await screen.findByRole(
        'button',
        { name: 'Cancel' },
        { timeout: 15_000 },
      ),
    );
    expect(stopped).toBe(true);
    expect(await screen.findByText('No rows yet')).toBeInTheDocument();
  });

  it('speaks Chinese', async () => {
    const { drawer } = await openNode('keep', undefined, { language: 'zh' });
    expect(
      await drawer.findByRole(
        'button',
        { name: '全部添加（2）' },
        { timeout: 15_000 },
      ),
    ).toBeInTheDocument();
    expect(drawer.getByText('字段')).toBeInTheDocument();
  });
});
