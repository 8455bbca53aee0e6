import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { installBrowserShims } from './__testUtils__/browserShims';
import { airports } from './__testUtils__/documents';
import { MemoryPipelines } from './__testUtils__/MemoryPipelines';
import { renderScreen } from './__testUtils__/renderScreen';
import { setOption } from './lib/editNode';
import { PipelineTab } from './PipelineTab';

async function openTab(memory: MemoryPipelines, query?: string) {
  renderScreen(<PipelineTab />, { memory, query });
  const tab = await screen.findByRole(
    'region',
    { name: 'Pipeline' },
    { timeout: 15_000 },
  );
  const user = userEvent.setup();
  await waitFor(() =>
    expect(
      within(tab).getByRole('button', { name: 'More pipeline actions' }),
    ).toBeEnabled(),
  );
  return {
    user,
    tab: within(tab),
    choose: async (item: string | RegExp) => {
      await user.click(
        within(tab).getByRole('button', { name: 'More pipeline actions' }),
      );
      await user.click(await screen.findByRole('menuitem', { name: item }));
    },
  };
}

const marked = () =>
  [...document.querySelectorAll('.cm-selectedNode')].map(it => it.textContent);

describe('The views of a pipeline', () => {
  jest.setTimeout(60_000);
  beforeAll(installBrowserShims);
  beforeEach(() => {
    sessionStorage.clear();
    localStorage.clear();
  });

  it('marks the selected node in the YAML', async () => {
    await openTab(new MemoryPipelines(), '?view=yaml&node=usa');
    await waitFor(() => expect(marked()[0]).toMatch(/^ *- id: usa$/), {
      timeout: 15_000,
    });
    expect(marked().some(line => line?.includes('id: write'))).toBe(false);
  });

  it('lists problems by severity, for the keyboard', async () => {
    const memory = new MemoryPipelines();
    memory.draft = setOption(
      setOption(airports(), 'write', 'table', undefined),
      'read',
      'nonsense',
      1,
    );
    const { user, tab } = await openTab(memory, '?view=yaml');
    await user.click(await tab.findByRole('button', { name: /^\d problems$/ }));
    const panel = within(await tab.findByRole('region', { name: 'Problems' }));
    const items = panel.getAllByRole('listitem');
    expect(items.length).toBeGreaterThan(1);
    expect(within(items[0]).getByRole('button')).toHaveFocus();
    await user.keyboard('{End}');
    expect(within(items[items.length - 1]).getByRole('button')).toHaveFocus();
    await user.click(panel.getByRole('radio', { name: 'Warnings (0)' }));
    expect(panel.queryAllByRole('listitem')).toEqual([]);
    await user.click(panel.getByRole('radio', { name: /^All/ }));
    await user.click(
      panel.getAllByRole('listitem')[0].querySelector('button')!,
    );
    await user.keyboard('{Escape}');
  });

  it('says which problems keep the draft from being deployed', async () => {
    const memory = new MemoryPipelines();
    memory.draft = setOption(airports(), 'write', 'table', undefined);
    const { tab } = await openTab(memory, '?view=plan');
    expect(
      await tab.findByText('1 problem keeps the draft from being deployed'),
    ).toBeInTheDocument();
    expect(
      await tab.findByRole('button', { name: /write: An option is missing/ }),
    ).toBeInTheDocument();
  });

  it('shows the plan of the target that is chosen', async () => {
    const memory = new MemoryPipelines();
    const [embedded] = memory.targets;
    memory.targets.push({ ...embedded, name: 'lab', title: 'Lab' });
    const { user, tab } = await openTab(memory, '?view=plan');
    expect(
      await tab.findByRole('textbox', { name: 'plan.sql' }),
    ).toBeInTheDocument();
    await user.click(tab.getByRole('button', { name: /Target/ }));
    await user.click(await screen.findByRole('option', { name: /Lab/ }));
    const hocon = await tab.findByRole('textbox', { name: 'seatunnel.conf' });
    expect(hocon).toHaveTextContent('"password": "******"');
    expect(
      await tab.findByRole('textbox', { name: 'seatunnel.json' }),
    ).toBeInTheDocument();
    expect(
      tab.getByRole('button', { name: 'Download seatunnel.json' }),
    ).toBeInTheDocument();
  });

  it('is retired with a reason, rests, and is brought back', async () => {
    const memory = new MemoryPipelines();
    await memory.publishPipeline('airports', {}, { ifMatch: memory.etag });
    const { user, tab, choose } = await openTab(memory);
    await choose('Retire …');
    const dialog = within(await screen.findByRole('dialog'));
    await user.type(dialog.getByRole('textbox'), 'Replaced');
    await user.click(dialog.getByRole('button', { name: 'Retire' }));
    expect(
      await tab.findByText('This pipeline is retired'),
    ).toBeInTheDocument();
    expect(tab.getByText(/Replaced/)).toBeInTheDocument();
    for (const name of ['Edit', 'Publish', 'Run']) {
      expect(tab.getByRole('button', { name })).toBeDisabled();
    }
    await user.click(tab.getByRole('button', { name: 'Bring back' }));
    await waitFor(() =>
      expect(tab.getByRole('button', { name: 'Edit' })).toBeEnabled(),
    );
    expect(memory.retired).toBeUndefined();
  });

  it('is not retired while a run is alive, and says why', async () => {
    const memory = new MemoryPipelines();
    await memory.publishPipeline('airports', {}, { ifMatch: memory.etag });
    await memory.createRun('airports', {});
    const { user, choose } = await openTab(memory);
    await choose('Retire …');
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(dialog.getByRole('button', { name: 'Retire' }));
    expect(
      await dialog.findByText('It has a run that has not ended'),
    ).toBeInTheDocument();
  });

  it('discards the changes of a draft, and undo brings them back', async () => {
    const memory = new MemoryPipelines();
    await memory.publishPipeline('airports', {}, { ifMatch: memory.etag });
    memory.changeBehindTheBack(setOption(airports(), 'write', 'table', 'new'));
    const { user, tab, choose } = await openTab(memory, '?view=table');
    expect(await tab.findByText(/table new/)).toBeInTheDocument();
    await choose('Discard draft changes');
    expect(await tab.findByText(/table airports_by_state/)).toBeInTheDocument();
    expect(tab.getByText(/The draft is version 1 now/)).toBeInTheDocument();
    await user.click(tab.getByRole('button', { name: 'Undo' }));
    expect(await tab.findByText(/table new/)).toBeInTheDocument();
  });
});
