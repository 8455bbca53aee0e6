import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { installBrowserShims } from './__testUtils__/browserShims';
import { airports } from './__testUtils__/documents';
import { MemoryPipelines } from './__testUtils__/MemoryPipelines';
import { renderScreen } from './__testUtils__/renderScreen';
import { setOption } from './lib/editNode';
import { PipelineTab } from './PipelineTab';

async function openTab(
  memory: MemoryPipelines,
  options: { query?: string; language?: 'en' | 'zh' } = {},
) {
  const { language } = options;
  renderScreen(<PipelineTab />, { memory, ...options });
  const title = language === 'zh' ? '流水线' : 'Pipeline';
  const tab = await screen.findByRole(
    'region',
    { name: title },
    { timeout: 15_000 },
  );
  return { user: userEvent.setup(), tab: within(tab) };
}

const optionOf = (memory: MemoryPipelines, node: string, option: string) =>
  memory.draft.spec.nodes.find(it => it.id === node)?.options?.[option];

const card = async (node: string) => {
  await waitFor(
    () =>
      expect(document.querySelector(`[data-node="${node}"]`)).not.toBeNull(),
    { timeout: 10_000 },
  );
  return document.querySelector<HTMLElement>(`[data-node="${node}"]`)!;
};

describe('PipelineTab', () => {
  jest.setTimeout(60_000);
  beforeAll(installBrowserShims);
  beforeEach(() => sessionStorage.clear());

  it('draws the pipeline and offers to edit and publish it', async () => {
    const { tab } = await openTab(new MemoryPipelines());
    expect(await card('read')).toHaveTextContent('path airports.csv');
    expect(await card('write')).toHaveTextContent('table airports_by_state');
    expect(tab.getByText('Draft, never published')).toBeInTheDocument();
    expect(tab.getByRole('button', { name: 'No problems' })).toBeDisabled();
    await waitFor(() =>
      expect(tab.getByRole('button', { name: 'Publish' })).toBeEnabled(),
    );
    expect(tab.getByRole('button', { name: 'Run' })).toBeDisabled();
    expect(tab.queryByRole('button', { name: 'Save' })).toBeNull();
  });

  it('edits an option in the drawer and saves it', async () => {
    const memory = new MemoryPipelines();
    const { user, tab } = await openTab(memory, { query: '?node=write' });
    const drawer = within(
      await tab.findByRole('complementary', { name: 'Node write' }),
    );
    const table = await drawer.findByLabelText(
      /^Table/,
      {},
      { timeout: 15_000 },
    );
    expect(table).toHaveAttribute('readonly');
    await waitFor(() =>
      expect(tab.getByRole('button', { name: 'Edit' })).toBeEnabled(),
    );
    await user.click(tab.getByRole('button', { name: 'Edit' }));
    await user.clear(drawer.getByRole('combobox', { name: /^Table/ }));
    await user.tab();
    expect(
      await tab.findByRole('button', { name: '1 problem' }),
    ).toBeInTheDocument();
    await user.type(drawer.getByRole('combobox', { name: /^Table/ }), 'states');
    await user.tab();
    expect(tab.getByText('Not saved yet')).toBeInTheDocument();
    await user.click(tab.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(optionOf(memory, 'write', 'table')).toBe('states'),
    );
    expect(await tab.findByText(/^Saved/)).toBeInTheDocument();
    const undo = tab.getByRole('button', { name: 'Undo' });
    // One step or several: how fast the letters came is the machine's affair.
    while (!undo.hasAttribute('disabled')) await user.click(undo);
    await waitFor(() =>
      expect(drawer.getByRole('combobox', { name: /^Table/ })).toHaveValue(
        'airports_by_state',
      ),
    );
  });

  it('shows a problem at its node and leads to it', async () => {
    const memory = new MemoryPipelines();
    memory.draft = setOption(airports(), 'write', 'table', undefined);
    const { user, tab } = await openTab(memory);
    expect(
      await within(await card('write')).findByRole('img', {
        name: '1 problem',
      }),
    ).toBeInTheDocument();
    expect(tab.getByRole('button', { name: 'Publish' })).toBeDisabled();
    await user.click(tab.getByRole('button', { name: '1 problem' }));
    await user.click(
      await tab.findByRole('button', { name: /An option is missing/ }),
    );
    const drawer = within(
      await tab.findByRole('complementary', { name: 'Node write' }),
    );
    expect(await drawer.findByText('This is needed.')).toBeInTheDocument();
  });

  it('publishes with a message, then runs and shows the counters', async () => {
    const memory = new MemoryPipelines();
    const { user, tab } = await openTab(memory);
    await waitFor(() =>
      expect(tab.getByRole('button', { name: 'Publish' })).toBeEnabled(),
    );
    await user.click(tab.getByRole('button', { name: 'Publish' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.type(dialog.getByRole('textbox'), 'First');
    await user.click(dialog.getByRole('button', { name: 'Publish' }));
    expect(await tab.findByText('v1 published')).toBeInTheDocument();
    expect(memory.versions[0].message).toBe('First');
    await waitFor(() =>
      expect(tab.getByRole('button', { name: 'Run' })).toBeEnabled(),
    );
    await user.click(tab.getByRole('button', { name: 'Run' }));
    expect(await tab.findByText('Run of v1')).toBeInTheDocument();
    const read = await card('read');
    await waitFor(() => expect(read).toHaveTextContent('3,376 rows'));
    expect(tab.getByRole('link', { name: 'Open the run' })).toHaveAttribute(
      'href',
      `/scaleph/runs/${memory.runs[0].id}`,
    );
  });

  it('asks for the parameters that the published version declares', async () => {
    const memory = new MemoryPipelines();
    memory.draft = {
      ...airports(),
      spec: {
        ...airports().spec,
        parameters: { state: { description: 'Two letters' } },
      },
    };
    await memory.publishPipeline('airports', {}, { ifMatch: memory.etag });
    const { user, tab } = await openTab(memory);
    await waitFor(() =>
      expect(tab.getByRole('button', { name: 'Run' })).toBeEnabled(),
    );
    await user.click(tab.getByRole('button', { name: 'Run' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByRole('button', { name: 'Run' })).toBeDisabled();
    await user.type(dialog.getByLabelText(/state/), 'CA');
    await user.click(dialog.getByRole('button', { name: 'Run' }));
    await waitFor(() =>
      expect(memory.runs[0]?.parameters).toEqual({ state: 'CA' }),
    );
  });

  it('keeps both drafts in a conflict until somebody decides', async () => {
    const memory = new MemoryPipelines();
    const { user, tab } = await openTab(memory, { query: '?node=write' });
    await waitFor(() =>
      expect(tab.getByRole('button', { name: 'Edit' })).toBeEnabled(),
    );
    await user.click(tab.getByRole('button', { name: 'Edit' }));
    memory.changeBehindTheBack(
      setOption(airports(), 'read', 'path', 'theirs.csv'),
    );
    const table = await tab.findByRole(
      'combobox',
      { name: /^Table/ },
      { timeout: 15_000 },
    );
    await user.clear(table);
    await user.type(table, 'mine');
    await user.tab();
    await user.click(tab.getByRole('button', { name: 'Save' }));
    const choice = await tab.findByRole('alert');
    expect(choice).toHaveTextContent('Somebody else saved this draft');
    expect(choice).toHaveTextContent('ada');
    await user.click(tab.getByRole('button', { name: 'Compare' }));
    const compared = within(
      await screen.findByRole(
        'dialog',
        { name: 'The other edit and yours' },
        { timeout: 15_000 },
      ),
    );
    expect(compared.getByText('theirs.csv')).toBeInTheDocument();
    expect(compared.getByText('mine')).toBeInTheDocument();
    await user.keyboard('{Escape}');
    await waitFor(() =>
      expect(sessionStorage.getItem('scaleph:draft:airports')).toContain(
        'mine',
      ),
    );
    await user.click(tab.getByRole('button', { name: 'Load theirs' }));
    expect(await card('read')).toHaveTextContent('theirs.csv');
    await user.click(tab.getByRole('button', { name: 'Undo' }));
    expect(await card('write')).toHaveTextContent('table mine');
    await user.click(tab.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(optionOf(memory, 'write', 'table')).toBe('mine'),
    );
  });

  it('joins two edits of different places when told to keep both', async () => {
    const memory = new MemoryPipelines();
    const { user, tab } = await openTab(memory, { query: '?node=write' });
    await waitFor(() =>
      expect(tab.getByRole('button', { name: 'Edit' })).toBeEnabled(),
    );
    await user.click(tab.getByRole('button', { name: 'Edit' }));
    memory.changeBehindTheBack(
      setOption(airports(), 'read', 'path', 'theirs.csv'),
    );
    const table = await tab.findByRole(
      'combobox',
      { name: /^Table/ },
      { timeout: 15_000 },
    );
    await user.clear(table);
    await user.type(table, 'mine');
    await user.tab();
    await user.click(tab.getByRole('button', { name: 'Save' }));
    await user.click(await tab.findByRole('button', { name: 'Keep both' }));
    await waitFor(() =>
      expect(optionOf(memory, 'write', 'table')).toBe('mine'),
    );
    expect(optionOf(memory, 'read', 'path')).toBe('theirs.csv');
  });

  it('brings back what an earlier visit left unsaved', async () => {
    const memory = new MemoryPipelines();
    const { yaml, etag } = await memory.getPipeline();
    const text = yaml.replace('airports.csv', 'restored.csv');
    sessionStorage.setItem(
      'scaleph:draft:airports',
      JSON.stringify({ text, etag }),
    );
    const { user, tab } = await openTab(memory);
    expect(await card('read')).toHaveTextContent('restored.csv');
    await user.click(tab.getByRole('button', { name: 'Discard it' }));
    expect(await card('read')).toHaveTextContent('path airports.csv');
    expect(sessionStorage.getItem('scaleph:draft:airports')).toBeNull();
  });

  it('adds a node behind another and deletes it by key', async () => {
    const memory = new MemoryPipelines();
    const { user, tab } = await openTab(memory);
    await waitFor(() =>
      expect(tab.getByRole('button', { name: 'Edit' })).toBeEnabled(),
    );
    await user.click(tab.getByRole('button', { name: 'Edit' }));
    await user.click(
      await tab.findByRole('button', { name: 'Add a node after read' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    await user.type(dialog.getByRole('combobox'), 'choose');
    await user.click(dialog.getByRole('option', { name: /Choose columns/ }));
    const added = await card('filter');
    expect(added).toBeInTheDocument();
    const node = added.closest<HTMLElement>('.react-flow__node')!;
    node.focus();
    await user.keyboard('{Delete}');
    await waitFor(() =>
      expect(document.querySelector('[data-node="filter"]')).toBeNull(),
    );
    await user.click(tab.getByRole('button', { name: 'Undo' }));
    expect(await card('filter')).toBeInTheDocument();
  });

  it('shows the same draft as YAML, as a table and as a plan', async () => {
    const memory = new MemoryPipelines();
    const { user, tab } = await openTab(memory);
    await user.click(tab.getByRole('radio', { name: 'YAML' }));
    const yaml = await tab.findByRole(
      'textbox',
      { name: 'Pipeline as YAML' },
      { timeout: 15_000 },
    );
    expect(yaml).toHaveTextContent('path: airports.csv');
    await user.click(tab.getByRole('radio', { name: 'Table' }));
    const table = within(await tab.findByRole('table'));
    expect(table.getAllByRole('row')).toHaveLength(4);
    await user.click(tab.getByRole('radio', { name: 'Deploy preview' }));
    expect(await tab.findByText('-- 0 changes')).toBeInTheDocument();
  });

  it('saves by itself, and tries again when the network is back', async () => {
    const memory = new MemoryPipelines();
    const { user, tab } = await openTab(memory, { query: '?node=read' });
    await waitFor(() =>
      expect(tab.getByRole('button', { name: 'Edit' })).toBeEnabled(),
    );
    await user.click(tab.getByRole('button', { name: 'Edit' }));
    memory.offline = true;
    await user.type(tab.getByLabelText('Title'), 'All{Enter}');
    expect(
      await tab.findByText(
        'Not saved: the back end does not answer',
        {},
        { timeout: 6000 },
      ),
    ).toBeInTheDocument();
    memory.offline = false;
    await user.click(tab.getByRole('button', { name: 'Try again' }));
    expect(await tab.findByText(/^Saved/)).toBeInTheDocument();
    expect(memory.draft.spec.nodes[0].title).toBe('All');
  });

  it('renames a node, and the SQL below follows', async () => {
    const memory = new MemoryPipelines();
    const { user, tab } = await openTab(memory, { query: '?node=read' });
    await waitFor(() =>
      expect(tab.getByRole('button', { name: 'Edit' })).toBeEnabled(),
    );
    await user.click(tab.getByRole('button', { name: 'Edit' }));
    const name = tab.getByLabelText('Name');
    await user.clear(name);
    await user.type(name, 'usa');
    expect(tab.getByText('Another node has this name')).toBeInTheDocument();
    await user.clear(name);
    await user.type(name, 'airports{Enter}');
    expect(await card('usa')).toHaveTextContent('from airports group by state');
    expect(
      tab.getByRole('complementary', { name: 'Node airports' }),
    ).toBeInTheDocument();
  });

  it('compares the draft with a version and goes back to it', async () => {
    const memory = new MemoryPipelines();
    await memory.publishPipeline('airports', {}, { ifMatch: memory.etag });
    memory.changeBehindTheBack(setOption(airports(), 'write', 'table', 'new'));
    const { user, tab } = await openTab(memory);
    await waitFor(() =>
      expect(tab.getByRole('button', { name: 'Edit' })).toBeEnabled(),
    );
    await user.click(tab.getByRole('button', { name: 'Edit' }));
    await user.click(
      tab.getByRole('button', { name: 'More pipeline actions' }),
    );
    await user.click(await screen.findByRole('menuitem', { name: /Versions/ }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(
      await dialog.findByText('nodes › write › options › table'),
    ).toBeInTheDocument();
    await user.click(
      dialog.getByRole('button', { name: 'Make version 1 the draft' }),
    );
    expect(await card('write')).toHaveTextContent('table airports_by_state');
  });

  it('lists the keys it knows', async () => {
    const { user } = await openTab(new MemoryPipelines());
    await user.keyboard('?');
    expect(
      await screen.findByRole('dialog', { name: 'Keyboard shortcuts' }),
    ).toBeInTheDocument();
  });

  it('speaks Chinese', async () => {
    const { tab } = await openTab(new MemoryPipelines(), {
      language: 'zh',
      query: '?node=read',
    });
    expect(tab.getByText('草稿，从未发布')).toBeInTheDocument();
    expect(tab.getByRole('button', { name: '发布' })).toBeInTheDocument();
    expect(
      await tab.findByLabelText(/^路径/, {}, { timeout: 15_000 }),
    ).toHaveValue('airports.csv');
  });

  it('says what failed when the pipeline cannot be loaded', async () => {
    const memory = new MemoryPipelines();
    memory.getPipeline = async () => {
      throw new TypeError('Failed to fetch');
    };
    renderScreen(<PipelineTab />, { memory });
    expect(
      await screen.findByText(
        'Pipeline "airports" could not be loaded',
        {},
        { timeout: 15_000 },
      ),
    ).toBeInTheDocument();
  });
});
