import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aDataSource } from '../__testUtils__/fixtures';
import { MemoryScaleph } from '../__testUtils__/MemoryScaleph';
import { renderPortal } from '../__testUtils__/renderPortal';

const LIST = '/scaleph/data-sources';
const EDIT = `${LIST}/edit/warehouse`;

const open = (scaleph: MemoryScaleph, path: string) =>
  renderPortal(path, { api: scaleph.asApi() });

const press = (name: string) =>
  userEvent.click(screen.getByRole('button', { name }));

describe('a new data source', () => {
  it('goes from the gallery over a test to the list', async () => {
    const scaleph = new MemoryScaleph();
    open(scaleph, `${LIST}/new`);
    await userEvent.click(
      await screen.findByRole('button', { name: 'PostgreSQL' }),
    );

    await userEvent.type(await screen.findByLabelText(/^Name/), 'orders');
    expect(
      screen.getByRole('button', { name: 'Test connection' }),
    ).toBeDisabled();
    await userEvent.type(screen.getByLabelText(/^Host/), 'db');
    await userEvent.type(screen.getByLabelText(/^User/), 'etl');
    await userEvent.type(
      screen.getByLabelText('Password', { selector: 'input' }),
      's3cret',
    );
    await press('Test connection');
    expect(
      await screen.findByText('PostgreSQL 18.1 answered'),
    ).toBeInTheDocument();
    expect(scaleph.tested).toEqual([
      {
        config: { host: 'db', port: 5432, user: 'etl', ssl: 'disable' },
        secrets: { password: { value: 's3cret' } },
      },
    ]);

    await press('Save');
    expect(
      await screen.findByText('Data source "orders" is created'),
    ).toBeInTheDocument();
    expect(await screen.findByText('Warehouse')).toBeInTheDocument();
    expect(scaleph.written).toEqual([
      {
        name: 'orders',
        type: 'postgresql',
        owner: 'group:default/data',
        config: { host: 'db', port: 5432, user: 'etl', ssl: 'disable' },
        secrets: { password: { value: 's3cret' } },
      },
    ]);
  });

  it('says what is missing and saves nothing', async () => {
    const scaleph = new MemoryScaleph();
    open(scaleph, `${LIST}/new?type=postgresql`);
    await screen.findByLabelText(/^Host/);
    await press('Save');
    expect(await screen.findByText(/Something is missing/)).toBeInTheDocument();
    expect(screen.getAllByText('This is needed.').length).toBeGreaterThan(1);
    expect(scaleph.written).toEqual([]);
    expect(screen.getByLabelText(/^Name/)).toHaveFocus();
  });

  it('says that there is no such page, with the way to the list', async () => {
    open(new MemoryScaleph(), `${LIST}/warehouse`);
    expect(await screen.findByText('There is no such page')).toBeVisible();
    const links = screen.getAllByRole('link', { name: 'Data sources' });
    expect(links.every(it => it.getAttribute('href') === LIST)).toBe(true);
  });

  it('is in Chinese where the portal is', async () => {
    renderPortal(`${LIST}/new?type=postgresql`, {
      api: new MemoryScaleph().asApi(),
      language: 'zh',
    });
    expect(await screen.findByLabelText(/^主机/)).toBeInTheDocument();
    expect(screen.getByText('密码')).toBeInTheDocument();
    await press('保存');
    expect((await screen.findAllByText('此项必填。')).length).toBeGreaterThan(
      1,
    );
  });

  it('shows what a failed test says', async () => {
    const scaleph = new MemoryScaleph();
    scaleph.connection = {
      ok: false,
      message: 'Password authentication failed for user "etl"',
      durationMs: 30,
    };
    open(scaleph, EDIT);
    await screen.findByLabelText(/^Host/);
    await press('Test connection');
    expect(
      await screen.findByText('Password authentication failed for user "etl"'),
    ).toBeInTheDocument();
  });
});

describe('the edit of a data source', () => {
  it('keeps a secret that is not touched', async () => {
    const scaleph = new MemoryScaleph();
    open(scaleph, EDIT);
    const title = await screen.findByLabelText(/^Title/);
    expect(
      screen.getByRole('button', { name: /Stored – keep it/ }),
    ).toBeInTheDocument();
    await userEvent.clear(title);
    await userEvent.type(title, 'Main warehouse');
    await press('Save');
    expect(await screen.findByText('Main warehouse')).toBeInTheDocument();
    expect(scaleph.written).toHaveLength(1);
    expect(scaleph.written[0]).not.toHaveProperty('secrets');
  });

  it('replaces a secret by a reference', async () => {
    const scaleph = new MemoryScaleph();
    open(scaleph, EDIT);
    await userEvent.click(
      await screen.findByRole('button', { name: /Stored – keep it/ }),
    );
    await userEvent.click(
      screen.getByRole('option', { name: 'From an environment variable' }),
    );
    await userEvent.type(
      screen.getByLabelText(/^Environment variable/),
      'SCALEPH_SECRET_DB',
    );
    await press('Save');
    await waitFor(() =>
      expect(scaleph.written[0]?.secrets).toEqual({
        password: { environment: 'SCALEPH_SECRET_DB' },
      }),
    );
  });

  it('offers a choice when somebody else was faster', async () => {
    const scaleph = new MemoryScaleph();
    open(scaleph, EDIT);
    const title = await screen.findByLabelText(/^Title/);
    scaleph.dataSources = [aDataSource({ title: 'Theirs', etag: '"9"' })];
    await userEvent.clear(title);
    await userEvent.type(title, 'Mine');
    await press('Save');
    expect(
      await screen.findByText(
        'Data source "warehouse" was changed by somebody else',
      ),
    ).toBeInTheDocument();
    expect(scaleph.written).toEqual([]);

    await press('Overwrite with mine');
    await waitFor(() => expect(scaleph.written[0]?.title).toBe('Mine'));
  });

  it('reloads theirs when that is chosen', async () => {
    const scaleph = new MemoryScaleph();
    open(scaleph, EDIT);
    await screen.findByLabelText(/^Title/);
    scaleph.dataSources = [aDataSource({ title: 'Theirs', etag: '"9"' })];
    await press('Save');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Reload theirs' }),
    );
    await waitFor(() =>
      expect(screen.getByLabelText(/^Title/)).toHaveValue('Theirs'),
    );
  });

  it('names a data source that is not there', async () => {
    open(new MemoryScaleph(), `${LIST}/edit/nope`);
    expect(
      await screen.findByText('Data source "nope" could not be loaded'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Try again' }),
    ).toBeInTheDocument();
  });
});

describe('the list of data sources', () => {
  const openDelete = async () => {
    await userEvent.click(
      await screen.findByRole('button', { name: 'More actions for Warehouse' }),
    );
    await userEvent.click(screen.getByRole('menuitem', { name: 'Delete' }));
    return screen.findByRole('dialog');
  };

  it('does not delete what a pipeline uses, and says which', async () => {
    open(new MemoryScaleph(), LIST);
    const dialog = await openDelete();
    expect(
      within(dialog).getByRole('link', { name: 'airports' }),
    ).toBeInTheDocument();
    expect(
      within(dialog).getByRole('button', { name: 'Delete' }),
    ).toBeDisabled();
  });

  it('says which versions use it, and deletes what only older ones do once that is given up', async () => {
    const scaleph = new MemoryScaleph();
    const old = { draft: false, newest: false, runs: [] };
    scaleph.dataSources = [
      aDataSource({
        usedBy: [{ ...old, pipeline: 'airports', versions: [2, 1] }],
        usedByOthers: 2,
      }),
    ];
    open(scaleph, LIST);
    const dialog = await openDelete();
    expect(within(dialog).getByText('versions 2, 1')).toBeInTheDocument();
    expect(
      within(dialog).getByText('and 2 others that you may not see'),
    ).toBeInTheDocument();
    const button = within(dialog).getByRole('button', { name: 'Delete' });
    expect(button).toBeDisabled();
    await userEvent.click(
      within(dialog).getByRole('checkbox', { name: 'Delete it all the same' }),
    );
    await userEvent.click(button);
    expect(await screen.findByText('No data sources yet')).toBeInTheDocument();
  });

  it('deletes what nobody uses', async () => {
    const scaleph = new MemoryScaleph();
    scaleph.dataSources = [aDataSource({ usedBy: [] })];
    open(scaleph, LIST);
    const dialog = await openDelete();
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Delete' }),
    );
    expect(await screen.findByText('No data sources yet')).toBeInTheDocument();
  });

  it('is a table, too', async () => {
    open(new MemoryScaleph(), `${LIST}?view=list`);
    const row = await screen.findByRole('row', { name: /Warehouse/ });
    expect(within(row).getByText('Answers')).toBeInTheDocument();
  });
});
