import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { toPipelineEntity } from '@scaleph/backstage-plugin-scaleph-common';
import { aPipeline, aRun } from '../__testUtils__/fixtures';
import { MemoryScaleph } from '../__testUtils__/MemoryScaleph';
import { renderPortal } from '../__testUtils__/renderPortal';

const PATH = '/scaleph/pipelines';

const open = (scaleph: MemoryScaleph, path = PATH) =>
  renderPortal(path, { api: scaleph.asApi() });

const openMenu = async (name: string) =>
  userEvent.click(
    await screen.findByRole('button', { name: `More actions for ${name}` }),
  );

describe('the list of pipelines', () => {
  it('is narrowed by what the URL says, and widened again', async () => {
    const scaleph = new MemoryScaleph();
    scaleph.pipelines = [
      aPipeline(),
      aPipeline({
        name: 'orders',
        title: undefined,
        lastRun: aRun({ state: 'FAILED', reason: 'Disk full' }),
      }),
    ];
    open(scaleph, `${PATH}?state=FAILED`);
    expect(await screen.findByText('orders')).toBeInTheDocument();
    expect(screen.queryByText('Airports by state')).not.toBeInTheDocument();
    expect(screen.getByText('1 item')).toBeInTheDocument();
  });

  it('finds by a word', async () => {
    open(new MemoryScaleph());
    expect(await screen.findByText('Airports by state')).toBeInTheDocument();
    await userEvent.type(
      screen.getByRole('searchbox', { name: 'Search pipelines' }),
      'zebra',
    );
    expect(
      await screen.findByText('No pipeline matches the search and the filters'),
    ).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear filters' }),
    );
    expect(await screen.findByText('Airports by state')).toBeInTheDocument();
  });

  it('goes to the next page and back', async () => {
    const scaleph = new MemoryScaleph();
    scaleph.pipelines = Array.from({ length: 30 }, (_, i) =>
      aPipeline({ name: `p${i}`, title: `Pipeline ${i}` }),
    );
    open(scaleph);
    expect(await screen.findByText('Pipeline 0')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Next' }));
    expect(await screen.findByText('Pipeline 29')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Previous' }));
    expect(await screen.findByText('Pipeline 0')).toBeInTheDocument();
  });

  it('offers ways to the first pipeline when there is none', async () => {
    const scaleph = new MemoryScaleph();
    scaleph.pipelines = [];
    open(scaleph);
    expect(await screen.findByText('No pipelines yet')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Draw one' }));
    expect(
      await screen.findByRole('dialog', { name: 'New pipeline' }),
    ).toBeInTheDocument();
  });

  it('says why a run was not started', async () => {
    const scaleph = new MemoryScaleph();
    open(scaleph);
    await openMenu('Airports by state');
    await userEvent.click(
      screen.getByRole('menuitem', { name: 'Run version 1' }),
    );
    expect(
      await screen.findByText(
        'Pipeline "airports" was not started: Target "embedded" is full',
      ),
    ).toBeInTheDocument();
    expect(scaleph.started).toEqual(['airports']);
  });

  it('does not offer to run what was never published', async () => {
    const scaleph = new MemoryScaleph();
    scaleph.pipelines = [aPipeline({ publishedVersion: undefined })];
    open(scaleph);
    await openMenu('Airports by state');
    expect(
      screen.getByRole('menuitem', { name: 'Run (publish it first)' }),
    ).toHaveAttribute('aria-disabled', 'true');
  });
});

describe('deleting a pipeline', () => {
  it('has the name typed when versions would be lost', async () => {
    const scaleph = new MemoryScaleph();
    open(scaleph);
    await openMenu('Airports by state');
    await userEvent.click(screen.getByRole('menuitem', { name: 'Delete' }));

    const dialog = await screen.findByRole('dialog');
    const confirm = within(dialog).getByRole('button', { name: 'Delete' });
    expect(confirm).toBeDisabled();
    await userEvent.type(
      within(dialog).getByRole('textbox', {
        name: 'Type airports to confirm',
      }),
      'airports',
    );
    await userEvent.click(confirm);
    expect(await screen.findByText('No pipelines yet')).toBeInTheDocument();
    expect(scaleph.pipelines).toEqual([]);
  });

  it('keeps the dialog with the reason when it was changed meanwhile', async () => {
    const scaleph = new MemoryScaleph();
    scaleph.pipelines = [aPipeline({ publishedVersion: undefined })];
    open(scaleph);
    await openMenu('Airports by state');
    await userEvent.click(screen.getByRole('menuitem', { name: 'Delete' }));
    scaleph.pipelines = [aPipeline({ etag: '"2"' })];
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Delete' }),
    );
    expect(
      await within(dialog).findByText('It was changed in the meantime'),
    ).toBeInTheDocument();
    expect(scaleph.pipelines).toHaveLength(1);
  });
});

describe('a new draft', () => {
  it('opens its entity page once the catalog knows it', async () => {
    const scaleph = new MemoryScaleph();
    renderPortal(`${PATH}?new=draft`, {
      api: scaleph.asApi(),
      entities: [toPipelineEntity(aPipeline({ name: 'orders' }))],
    });
    const dialog = await screen.findByRole('dialog', { name: 'New pipeline' });
    const create = within(dialog).getByRole('button', { name: 'Create draft' });
    expect(create).toBeDisabled();
    await userEvent.type(within(dialog).getByLabelText(/Name/), 'orders');
    await waitFor(() => expect(create).toBeEnabled());
    await userEvent.click(create);

    await waitFor(() =>
      expect(scaleph.pipelines.map(it => it.name)).toContain('orders'),
    );
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expect(scaleph.pipelines.at(-1)?.owner).toBe('group:default/data');
  });

  it('says that a name is taken', async () => {
    open(new MemoryScaleph(), `${PATH}?new=draft`);
    const dialog = await screen.findByRole('dialog', { name: 'New pipeline' });
    const create = within(dialog).getByRole('button', { name: 'Create draft' });
    await userEvent.type(within(dialog).getByLabelText(/Name/), 'airports');
    await waitFor(() => expect(create).toBeEnabled());
    await userEvent.click(create);
    expect(
      await within(dialog).findByText(
        'Pipeline "airports" exists already; choose another name',
      ),
    ).toBeInTheDocument();
  });
});

describe('the import of a document', () => {
  const text = (name: string) =>
    [
      'apiVersion: scaleph.io/v1alpha1',
      'kind: Pipeline',
      `metadata: { name: ${name}, owner: data }`,
      'spec: { type: seatunnel, nodes: [], edges: [] }',
    ].join('\n');

  it('shows the problems with their lines, and refuses to create', async () => {
    open(new MemoryScaleph(), `${PATH}?new=import`);
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(within(dialog).getByLabelText(/Document/));
    await userEvent.paste(text('not a name'));
    const problems = await within(dialog).findByRole('list', {
      name: 'Problems of the document',
    });
    expect(problems).toHaveTextContent('metadata.name');
    expect(problems).toHaveTextContent('(line 3)');
    expect(
      within(dialog).getByRole('button', { name: 'Create draft' }),
    ).toBeDisabled();
  });

  it('reads a file', async () => {
    const scaleph = new MemoryScaleph();
    open(scaleph, `${PATH}?new=import`);
    const dialog = await screen.findByRole('dialog');
    const file = new File([], 'orders.yaml', { type: 'application/yaml' });
    // jsdom has files that cannot be read.
    Object.assign(file, { text: async () => text('orders') });
    await userEvent.upload(
      within(dialog).getByLabelText('Choose a file', { selector: 'input' }),
      file,
    );
    const create = within(dialog).getByRole('button', { name: 'Create draft' });
    await waitFor(() => expect(create).toBeEnabled());
    await userEvent.click(create);
    await waitFor(() => expect(scaleph.pipelines).toHaveLength(2));
    expect(
      await within(dialog).findByText(/Waiting for the catalog/),
    ).toBeInTheDocument();
  });
});

describe('the import of an archive', () => {
  const archive = (content: string) =>
    new File([content], 'shop.zip', { type: 'application/zip' });

  async function choose(scaleph: MemoryScaleph, file: File) {
    open(scaleph, `${PATH}?new=import`);
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.upload(
      dialog.getByLabelText('Choose a file', { selector: 'input' }),
      file,
    );
    return dialog;
  }

  it('says what will happen first, and then what happened', async () => {
    const scaleph = new MemoryScaleph();
    const dialog = await choose(scaleph, archive('PK'));
    const row = await dialog.findByRole('row', { name: /orders/ });
    expect(row).toHaveTextContent('2Will be created');
    expect(scaleph.pipelines).toHaveLength(1);
    await userEvent.click(
      dialog.getByRole('button', { name: 'Import 1 pipeline' }),
    );
    expect(await dialog.findByText('Created')).toBeInTheDocument();
    expect(scaleph.pipelines).toHaveLength(2);
    expect(dialog.getByRole('link', { name: 'orders' })).toBeInTheDocument();
  });

  it('offers nothing where all names are taken', async () => {
    const scaleph = new MemoryScaleph();
    scaleph.pipelines = [aPipeline({ name: 'orders' })];
    const dialog = await choose(scaleph, archive('PK'));
    expect(await dialog.findByText('Will be skipped')).toBeInTheDocument();
    expect(
      dialog.getByRole('button', { name: 'Import 0 pipelines' }),
    ).toBeDisabled();
  });

  it('says why a file is none', async () => {
    const dialog = await choose(new MemoryScaleph(), archive(''));
    expect(
      await dialog.findByText('This is no ZIP archive: it is empty'),
    ).toBeInTheDocument();
  });
});
