import type { SqlPage as Rows } from '@scaleph/backstage-plugin-scaleph-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPortal } from '../__testUtils__/renderPortal';
import { installBrowserShims } from '../pipeline/__testUtils__/browserShims';
import { MemorySql } from './__testUtils__/MemorySql';

installBrowserShims();

const columns = [
  { name: 'name', type: 'STRING', key: true },
  { name: 'visits', type: 'BIGINT' },
];
const page = (rows: unknown[][], kinds?: string, rest: Partial<Rows> = {}) => ({
  columns,
  rows,
  kinds,
  done: false,
  ...rest,
});

const SQL = 'SELECT name, COUNT(*) AS visits FROM t GROUP BY name';

const runButton = () => screen.getByRole('button', { name: 'Run' });

async function openConsole(
  sql: MemorySql,
  script: string,
  path = '/scaleph/sql',
) {
  localStorage.clear();
  renderPortal(path, { api: sql.asApi() });
  await waitFor(() => expect(runButton()).toBeEnabled(), { timeout: 10_000 });
  if (script) await writeScript(script);
  return runButton();
}

const editor = () => screen.getByRole('textbox', { name: 'SQL' });

async function writeScript(script: string) {
  await userEvent.click(editor());
  await userEvent.keyboard('{Control>}a{/Control}{Delete}');
  await userEvent.paste(script);
}

const cells = () =>
  screen.getAllByRole('gridcell').map(cell => cell.textContent);

describe('SQL console', () => {
  beforeEach(() => sessionStorage.clear());

  it('opens a session, and its sample runs', async () => {
    const sql = new MemorySql();
    const run = await openConsole(sql, '');
    expect(sql.sessions).toHaveLength(1);
    expect(
      await screen.findByRole('treeitem', { name: /orders/ }),
    ).toBeVisible();
    await userEvent.click(run);
    await waitFor(() => expect(sql.executed[0]).toMatch(/^SELECT name, COUNT/));
  });

  it('folds changes into the current state, and shows them as a changelog', async () => {
    const sql = new MemorySql();
    sql.answers[SQL] = [
      page(
        [
          ['Ada', 1],
          ['Bo', 1],
        ],
        'II',
      ),
      page(
        [
          ['Ada', 1],
          ['Ada', '9007199254740993'],
          ['Bo', 1],
        ],
        'BUD',
        {
          done: true,
          state: 'finished',
        },
      ),
    ];
    const run = await openConsole(sql, `${SQL};`);
    await userEvent.click(run);
    await waitFor(() => expect(cells()).toEqual(['Ada', '9007199254740993']));
    expect(screen.getByText(/1 row · 5 changes/)).toBeVisible();
    await userEvent.click(screen.getByRole('radio', { name: 'Changelog' }));
    expect(cells()).toHaveLength(10);
    expect(screen.getByText('-D')).toBeVisible();
  });

  it('runs several statements in order and stops at the first that fails', async () => {
    const sql = new MemorySql();
    sql.answers['SELECT nothing FROM t'] = [
      page([], undefined, {
        done: true,
        state: 'failed',
        error: {
          message: "Column 'nothing' not found",
          line: 1,
          column: 8,
          detail: 'SqlValidatorException',
        },
      }),
    ];
    await openConsole(sql, 'SET a = b; SELECT nothing FROM t; SELECT 2;');
    await userEvent.click(screen.getByRole('button', { name: 'Run all' }));
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent("Column 'nothing' not found");
    expect(alert).toHaveTextContent('Line 1, column 8');
    expect(sql.executed).toEqual(['SET a = b', 'SELECT nothing FROM t']);
    await userEvent.click(
      within(alert).getByRole('button', { name: 'Show in the editor' }),
    );
    expect(window.getSelection()?.toString()).toBe('nothing');
    expect(screen.getByRole('tab', { name: /SELECT 2/ })).toHaveTextContent(
      'Canceled',
    );
  });

  it('stops what does not end', async () => {
    const sql = new MemorySql();
    sql.answers[SQL] = [page([['Ada', 1]])];
    const run = await openConsole(sql, SQL);
    await userEvent.click(run);
    await waitFor(() => expect(cells()).toEqual(['Ada', '1']));
    await userEvent.click(screen.getByRole('button', { name: 'Stop' }));
    await waitFor(() => expect(sql.canceled).toEqual(['operation-1']));
    expect(cells()).toEqual(['Ada', '1']);
  });

  it('sorts and filters', async () => {
    const sql = new MemorySql();
    sql.answers[SQL] = [
      page(
        [
          ['Bo', '10'],
          ['Ada', '9'],
          ['Cy', null],
        ],
        undefined,
        { done: true },
      ),
    ];
    const run = await openConsole(sql, SQL);
    await userEvent.click(run);
    await waitFor(() => expect(cells()).toHaveLength(6));
    await userEvent.click(screen.getByRole('button', { name: /visits/ }));
    expect(cells()).toEqual(['Ada', '9', 'Bo', '10', 'Cy', 'NULL']);
    await userEvent.type(
      screen.getByRole('searchbox', { name: 'Filter rows' }),
      'bo',
    );
    await waitFor(() => expect(cells()).toEqual(['Bo', '10']));
  });

  it('says that a session has ended, and opens one with the same settings', async () => {
    const sql = new MemorySql();
    const session = await sql.openSqlSession({
      kind: 'target',
      place: 'flink-local',
      settings: { 'execution.runtime-mode': 'batch' },
    });
    sql.sessions = [
      { ...session, state: 'ended', reason: 'Idle for 30 minutes' },
    ];
    localStorage.clear();
    renderPortal('/scaleph/sql?session=session-1', { api: sql.asApi() });
    const alert = await screen.findByRole('alert', undefined, {
      timeout: 10_000,
    });
    expect(alert).toHaveTextContent('Idle for 30 minutes');
    await userEvent.click(
      within(alert).getByRole('button', { name: /same settings/ }),
    );
    await waitFor(() =>
      expect(sql.sessions[0]).toMatchObject({
        id: 'session-2',
        settings: { 'execution.runtime-mode': 'batch' },
      }),
    );
  });

  it('takes up again what still runs', async () => {
    const sql = new MemorySql();
    sql.answers[SQL] = [page([['Ada', 1]])];
    const session = await sql.openSqlSession({
      kind: 'target',
      place: 'flink-local',
    });
    await sql.executeSql(session.id, { statement: SQL });
    await openConsole(sql, '');
    await waitFor(() => expect(cells()).toEqual(['Ada', '1']));
  });

  it('keeps a history, and saves queries that a link opens', async () => {
    const sql = new MemorySql();
    const run = await openConsole(sql, 'SELECT 41');
    await userEvent.click(run);
    await waitFor(() => expect(sql.executed).toEqual(['SELECT 41']));
    await userEvent.click(screen.getByRole('button', { name: 'History' }));
    const history = await screen.findByRole('dialog');
    expect(await within(history).findByText('SELECT 41')).toBeVisible();
    await userEvent.click(
      within(history).getByRole('button', { name: 'Insert' }),
    );
    expect(editor()).toHaveTextContent('SELECT 41SELECT 41;');

    await userEvent.click(
      screen.getByRole('button', { name: 'Save the query' }),
    );
    const save = await screen.findByRole('dialog');
    await userEvent.type(
      within(save).getByRole('textbox', { name: /Title/ }),
      'Answer',
    );
    await userEvent.click(within(save).getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Query: Answer')).toBeVisible();
    expect(sql.queries[0].sql).toContain('SELECT 41');

    // With a clipboard, which jsdom has not.
    const user = userEvent.setup();
    const write = jest.spyOn(navigator.clipboard, 'writeText');
    await user.click(screen.getByRole('button', { name: 'Saved queries' }));
    await user.click(
      await screen.findByRole('button', { name: 'Copy the link to Answer' }),
    );
    const [[link]] = write.mock.calls;
    expect(new URL(link).pathname).toBe('/scaleph/sql');
    expect(Object.fromEntries(new URL(link).searchParams)).toEqual({
      place: 'target:flink-local',
      query: 'query-1',
    });
  });

  it('opens the query of a link', async () => {
    const sql = new MemorySql();
    const query = await sql.createSqlQuery({
      title: 'Shared',
      sql: 'SELECT 7;',
    });
    await openConsole(sql, '', `/scaleph/sql?query=${query.id}`);
    await waitFor(() => expect(editor()).toHaveTextContent('SELECT 7;'));
  });

  it('says what is allowed on a data source', async () => {
    const sql = new MemorySql();
    await openConsole(sql, '', '/scaleph/sql?place=data-source:warehouse');
    expect(screen.getByText('Read only')).toBeVisible();
    expect(screen.getByText(/10,000 rows and 1 min 00 s/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Explain' })).toBeNull();
  });

  it('says so where there is nothing to run SQL on', async () => {
    const sql = new MemorySql();
    sql.places = [];
    renderPortal('/scaleph/sql', { api: sql.asApi() });
    expect(await screen.findByText('Nothing to run SQL on yet')).toBeVisible();
  });
});
