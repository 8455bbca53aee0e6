import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ScalephApiError } from '@scaleph/backstage-plugin-scaleph-common';
import { installBrowserShims } from '../pipeline/__testUtils__/browserShims';
import { renderScreen } from '../pipeline/__testUtils__/renderScreen';
import { RunPage } from '../runs/RunPage';
import { aSnapshot, aJob, AT, RUN_ID } from './__testUtils__/jobFixtures';
import { aJobRun, MemoryJobs } from './__testUtils__/MemoryJobs';

const SLOW = { timeout: 10_000 };

function show(memory: MemoryJobs, section: string, query = '') {
  return renderScreen(<RunPage id={RUN_ID} />, {
    memory,
    query: `?section=${section}${query}`,
  });
}

describe('the page of a run that is a job', () => {
  jest.setTimeout(60_000);
  beforeAll(installBrowserShims);

  it('has the parts that a job has; a batch job has no checkpoints', async () => {
    const memory = new MemoryJobs();
    const { unmount } = show(memory, 'overview');
    await screen.findByRole('tab', { name: 'Graph' }, SLOW);
    expect(screen.getAllByRole('tab').map(it => it.textContent)).toEqual([
      'Overview',
      'Graph',
      'Log',
      'Checkpoints',
      'Exceptions',
      'Configuration',
    ]);
    unmount();
    memory.runs = [aJobRun({ mode: 'batch' })];
    show(memory, 'overview');
    await screen.findByRole('tab', { name: 'Graph' }, SLOW);
    expect(screen.queryByRole('tab', { name: 'Checkpoints' })).toBeNull();
  });

  it('shows throughput, lag, the last checkpoint and where it started', async () => {
    const memory = new MemoryJobs();
    memory.runs = [aJobRun({ startedFrom: aSnapshot(), deployment: 3 })];
    show(memory, 'overview');
    expect(
      await screen.findByRole(
        'img',
        { name: 'Reads 104/s, writes 50/s; highest 104/s' },
        SLOW,
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('img', { name: '1.5 s behind; highest 1.5 s' }),
    ).toBeInTheDocument();
    const counters = within(
      screen.getByRole('region', { name: 'Counters of the job' }),
    );
    expect(counters.getByText('Savepoint')).toBeInTheDocument();
    expect(counters.getByText(/9 kB · 1 failed/)).toBeInTheDocument();
    expect(counters.getByText('3')).toBeInTheDocument();
  });

  it('draws the graph, says the same in a table, and opens a vertex', async () => {
    show(new MemoryJobs(), 'graph');
    const user = userEvent.setup();
    const graph = within(
      await screen.findByLabelText('Graph of the job', {}, SLOW),
    );
    expect(await graph.findByText('Source: clicks[1]')).toBeInTheDocument();
    expect(graph.getByText('held back 80 %')).toBeInTheDocument();
    await user.click(screen.getByRole('radio', { name: 'Table' }));
    const table = within(
      await screen.findByRole('table', { name: 'Vertices of the job' }),
    );
    expect(
      table.getByText('GlobalWindowAggregate[5] (HASH)'),
    ).toBeInTheDocument();
    await user.click(
      table.getByRole('button', { name: /Source: clicks.*Calc/ }),
    );
    const drawer = within(
      await screen.findByRole('complementary', {
        name: 'Vertex Source: clicks[1]',
      }),
    );
    expect(drawer.getByText('2 × Running')).toBeInTheDocument();
    expect(
      drawer.getByText('Calc(select=[user_id, ROWTIME])'),
    ).toBeInTheDocument();
    expect(
      drawer.getByText('busy 10 %, held back 80 %, idle 10 %'),
    ).toBeInTheDocument();
    await user.click(drawer.getByRole('button', { name: 'Close' }));
    await waitFor(() =>
      expect(screen.queryByRole('complementary')).not.toBeInTheDocument(),
    );
  });

  it('keeps the last view while the cluster does not answer', async () => {
    const memory = new MemoryJobs();
    show(memory, 'graph', '&as=table');
    await screen.findByRole('table', { name: 'Vertices of the job' }, SLOW);
    memory.silent = true;
    expect(
      await screen.findByText('Target "lab" does not answer', {}, SLOW),
    ).toBeInTheDocument();
    expect(screen.getByText(/Checking…/)).toBeInTheDocument();
    expect(screen.getByRole('table')).toBeInTheDocument();
    memory.silent = false;
    memory.job = aJob({
      vertices: aJob().vertices.map(it => ({ ...it, state: 'FINISHED' })),
    });
    expect(
      (await screen.findAllByText('Finished', {}, SLOW)).length,
    ).toBeGreaterThan(1);
    expect(screen.queryByText(/Checking…/)).toBeNull();
  });

  it('shows checkpoints with why one failed, and what one can start from', async () => {
    const memory = new MemoryJobs();
    show(memory, 'checkpoints');
    expect(
      await screen.findByText(
        'Checkpoint expired before completing.',
        {},
        SLOW,
      ),
    ).toBeInTheDocument();
    expect(screen.getAllByText('45 ms')).toHaveLength(2);
    const snapshots = within(
      await screen.findByRole('table', { name: 'Snapshots to start from' }),
    );
    expect(snapshots.getByText('12 kB')).toBeInTheDocument();
    expect(snapshots.getByText('file:/sp/savepoint-1a2b')).toBeInTheDocument();
  });

  it('asks for the name before the last snapshot of an ended run is deleted', async () => {
    const memory = new MemoryJobs();
    memory.runs = [aJobRun({ state: 'CANCELED', endedAt: AT, actions: [] })];
    show(memory, 'checkpoints');
    const user = userEvent.setup();
    await user.click(
      await screen.findByRole('button', { name: 'Delete' }, SLOW),
    );
    const dialog = within(await screen.findByRole('dialog'));
    const confirm = dialog.getByRole('button', { name: 'Delete' });
    expect(confirm).toBeDisabled();
    await user.type(
      dialog.getByRole('textbox', { name: 'Type airports to confirm' }),
      'airports',
    );
    await user.click(confirm);
    await waitFor(() => expect(memory.snapshots).toEqual([]));
    expect(await screen.findByText(/None yet: savepoints/)).toBeInTheDocument();
  });

  it('says the root cause first and folds the stack', async () => {
    const memory = new MemoryJobs();
    const stack =
      'java.sql.SQLException: table "t" does not exist\n\tat a.B.c(B.java:1)';
    memory.exceptions = {
      root: { at: AT, message: 'table "t" does not exist', stack },
      history: [{ at: AT, message: 'connection lost', stack, task: 'Sink' }],
      truncated: false,
    };
    show(memory, 'exceptions');
    const root = within(
      await screen.findByRole('region', { name: 'Root cause' }, SLOW),
    );
    expect(root.getByText('table "t" does not exist')).toBeInTheDocument();
    expect(root.getByText('1 frame')).toBeInTheDocument();
    expect(screen.getByText('connection lost')).toBeInTheDocument();
  });

  it('follows the log of a process and keeps what was read', async () => {
    const memory = new MemoryJobs();
    const line = (second: number, level: string, text: string) =>
      `2026-01-01 08:00:0${second},000 ${level.padEnd(5)} o.a.f.X - ${text}\n`;
    const first = line(1, 'INFO', 'up');
    const say = (text: string) => {
      memory.texts['jobmanager log'] = { text, truncated: false, at: AT };
    };
    say(first);
    show(memory, 'log');
    const user = userEvent.setup();
    const log = within(
      await screen.findByRole('log', { name: 'Log of JobManager' }, SLOW),
    );
    expect(await log.findByText(/ up$/)).toBeInTheDocument();
    say(first + line(2, 'WARN', 'slow'));
    expect(await log.findByText(/ slow$/, {}, SLOW)).toBeInTheDocument();
    await user.click(screen.getByRole('switch', { name: 'Follow' }));
    expect(screen.getByText(/Paused/)).toBeInTheDocument();
    await user.type(screen.getByRole('searchbox'), 'slow');
    await waitFor(() => expect(log.queryByText(/ up$/)).toBeNull());
  });

  it('says what is needed where the logs of the cluster may not be read', async () => {
    const memory = new MemoryJobs();
    const message = 'Target "lab": you lack the permission scaleph.target.ui';
    const read = jest
      .spyOn(memory, 'getRunJobText')
      .mockRejectedValue(
        new ScalephApiError({ statusCode: 403, name: 'NotAllowed', message }),
      );
    show(memory, 'log');
    expect(await screen.findByText(message, {}, SLOW)).toBeInTheDocument();
    expect(screen.queryByRole('log')).toBeNull();
    read.mockRestore();
    memory.texts['jobmanager log'] = { text: 'up\n', truncated: false, at: AT };
    await userEvent
      .setup()
      .click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('log', {}, SLOW)).toHaveTextContent('up');
  });

  it('shows the configuration of the job and finds keys', async () => {
    show(new MemoryJobs(), 'configuration');
    const user = userEvent.setup();
    expect(
      await screen.findByText('pipeline.max-parallelism', {}, SLOW),
    ).toBeInTheDocument();
    await user.type(screen.getByRole('searchbox'), 'rocks');
    await waitFor(() =>
      expect(screen.queryByText('pipeline.max-parallelism')).toBeNull(),
    );
    expect(screen.getByText('state.backend.type')).toBeInTheDocument();
  });
});

describe('actions of a run', () => {
  jest.setTimeout(60_000);
  beforeAll(installBrowserShims);

  const openMenu = async () => {
    const user = userEvent.setup();
    await user.click(
      await screen.findByRole('button', { name: 'Actions' }, SLOW),
    );
    await screen.findByRole('menuitem', { name: 'Take a savepoint' });
    return user;
  };

  it('say why they are not possible', async () => {
    show(new MemoryJobs(), 'exceptions');
    await openMenu();
    const rescale = await screen.findByRole('menuitem', { name: /^Rescale/ });
    expect(rescale).toHaveAttribute('aria-disabled', 'true');
    expect(rescale).toHaveTextContent('The target does not allow it now');
  });

  it('rescale from the parallelism that the job has now', async () => {
    const memory = new MemoryJobs();
    memory.runs = [aJobRun({ actions: ['savepoint', 'rescale'] })];
    memory.job = aJob({
      vertices: aJob().vertices.map(it => ({ ...it, parallelism: 3 })),
    });
    show(memory, 'exceptions');
    const user = await openMenu();
    await user.click(await screen.findByRole('menuitem', { name: /^Rescale/ }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(await dialog.findByText('It runs with 3 now.')).toBeVisible();
    const field = dialog.getByRole('textbox', { name: 'Parallelism' });
    expect(field).toHaveValue('3');
    await user.click(dialog.getByRole('button', { name: /Increase/ }));
    await user.click(dialog.getByRole('button', { name: 'Rescale' }));
    await waitFor(() =>
      expect(memory.acted).toEqual([{ action: 'rescale', parallelism: 4 }]),
    );
  });

  it('take a savepoint, show it under way and say when it is there', async () => {
    const memory = new MemoryJobs();
    show(memory, 'exceptions');
    const user = await openMenu();
    await user.click(
      screen.getByRole('menuitem', { name: 'Take a savepoint' }),
    );
    expect(
      await screen.findByText(/Savepoint under way for/, {}, SLOW),
    ).toBeInTheDocument();
    expect(memory.acted).toEqual([{ action: 'savepoint' }]);
    act(() =>
      memory.finishOperation({ state: 'failed', message: 'no directory set' }),
    );
    expect(
      (
        await screen.findAllByText(
          'Savepoint failed: no directory set',
          {},
          SLOW,
        )
      ).length,
    ).toBeGreaterThan(0);
  });

  it('ask for the name before a streaming run without a snapshot is canceled', async () => {
    const memory = new MemoryJobs();
    memory.snapshots = [];
    show(memory, 'exceptions');
    const user = await openMenu();
    await user.click(screen.getByRole('menuitem', { name: 'Cancel' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(await dialog.findByText(/its state is lost/)).toBeInTheDocument();
    const confirm = dialog.getByRole('button', { name: 'Cancel the run' });
    expect(confirm).toBeDisabled();
    await user.type(dialog.getByRole('textbox'), 'airports');
    await user.click(confirm);
    await waitFor(() => expect(memory.acted).toEqual([{ action: 'cancel' }]));
  });

  it('resume from the newest state, or without it after a warning', async () => {
    const memory = new MemoryJobs();
    memory.runs = [
      aJobRun({ state: 'SUSPENDED', actions: ['resume', 'cancel'] }),
    ];
    show(memory, 'exceptions');
    const user = userEvent.setup();
    await waitFor(
      () =>
        expect(screen.getByRole('button', { name: 'Resume' })).toBeEnabled(),
      SLOW,
    );
    await user.click(screen.getByRole('button', { name: 'Resume' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(
      await dialog.findByRole('radio', { name: /The newest state: Savepoint/ }),
    ).toBeChecked();
    await user.click(
      dialog.getByRole('radio', { name: 'Nothing: without state' }),
    );
    expect(
      dialog.getByText('The state so far is left behind'),
    ).toBeInTheDocument();
    await user.click(dialog.getByRole('radio', { name: /The newest state/ }));
    await user.click(dialog.getByRole('button', { name: 'Resume' }));
    await waitFor(() =>
      expect(memory.acted).toEqual([
        { action: 'resume', startFrom: { mode: 'latest' } },
      ]),
    );
  });
});
