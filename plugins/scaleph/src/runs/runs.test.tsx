import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { installBrowserShims } from '../pipeline/__testUtils__/browserShims';
import {
  aWholeRun,
  MemoryPipelines,
} from '../pipeline/__testUtils__/MemoryPipelines';
import { renderScreen } from '../pipeline/__testUtils__/renderScreen';
import { LastRunCard } from './LastRunCard';
import { RunPage } from './RunPage';
import { RunsTab } from './RunsTab';
import { RunsTable } from './RunsTable';

const ID = '6f1d9c1e-0000-4000-8000-000000000001';
const running = aWholeRun({
  state: 'RUNNING',
  endedAt: undefined,
  nodes: [
    { node: 'read', state: 'running', rowsIn: 0, rowsOut: 1200 },
    { node: 'usa', state: 'waiting', rowsIn: 0, rowsOut: 0 },
    { node: 'write', state: 'waiting', rowsIn: 0, rowsOut: 0 },
  ],
});

function memoryWith(...runs: ReturnType<typeof aWholeRun>[]) {
  const memory = new MemoryPipelines();
  memory.runs = runs;
  return memory;
}

describe('runs', () => {
  jest.setTimeout(60_000);
  beforeAll(installBrowserShims);

  it('the page of a run follows it to its end', async () => {
    const memory = memoryWith(running);
    renderScreen(<RunPage id={ID} />, { memory });
    const nodes = within(
      await screen.findByRole('table', { name: 'Counters of the nodes' }),
    );
    expect(nodes.getByText('1,200')).toBeInTheDocument();
    act(() =>
      memory.observe(ID, {
        ...aWholeRun(),
        state: 'FINISHED',
        endedAt: '2026-01-01T08:00:04.200Z',
      }),
    );
    expect(
      (await screen.findAllByText('Finished', {}, { timeout: 5000 })).length,
    ).toBeGreaterThan(3);
    expect(screen.getByText('warehouse.airports_by_state')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Stop' })).toBeNull();
  });

  it('stops a run after a question', async () => {
    const memory = memoryWith(running);
    renderScreen(<RunPage id={ID} />, { memory });
    const user = userEvent.setup();
    await waitFor(
      () => expect(screen.getByRole('button', { name: 'Stop' })).toBeEnabled(),
      { timeout: 5000 },
    );
    await user.click(screen.getByRole('button', { name: 'Stop' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText(/Files appear whole/)).toBeInTheDocument();
    await user.click(dialog.getByRole('button', { name: 'Stop the run' }));
    expect(
      await screen.findByRole('button', { name: /Stopping…/ }),
    ).toBeInTheDocument();
    expect(memory.runs[0].desired).toBe('stopped');
  });

  it('a failed run says why before anything else', async () => {
    const failed = aWholeRun({
      state: 'FAILED',
      reason: 'Table "airports_by_state" does not exist',
      nodes: [{ node: 'write', state: 'failed', rowsIn: 51, rowsOut: 0 }],
    });
    renderScreen(<RunPage id={ID} />, { memory: memoryWith(failed) });
    expect(
      await screen.findByText('Table "airports_by_state" does not exist'),
    ).toBeInTheDocument();
    expect(screen.getByText(/It happened at node "write"/)).toBeInTheDocument();
  });

  it('shows timeline, log and configuration', async () => {
    const memory = memoryWith(aWholeRun({ parameters: { state: 'CA' } }));
    memory.events = [
      {
        seq: 1,
        at: '2026-01-01T08:00:00.000Z',
        type: 'state',
        to: 'CREATED',
        message: 'Asked for',
        actor: 'user:default/guest',
      },
    ];
    memory.log = ['info', 'warn', 'error'].map((level, index) => ({
      seq: index + 1,
      at: `2026-01-01T08:00:0${index}.000Z`,
      level: level as 'info',
      node: index ? 'read' : undefined,
      message: `line ${index + 1}`,
    }));
    renderScreen(<RunPage id={ID} />, { memory });
    const user = userEvent.setup();
    await user.click(await screen.findByRole('tab', { name: 'Timeline' }));
    expect(await screen.findByText('Asked for')).toBeInTheDocument();
    await user.click(screen.getByRole('tab', { name: 'Log' }));
    const log = within(await screen.findByRole('log', { name: 'Log' }));
    expect(await log.findByText('line 1')).toBeInTheDocument();
    await user.type(screen.getByRole('searchbox'), 'line 2');
    await waitFor(() => expect(log.queryByText('line 1')).toBeNull());
    expect(log.getByText('line 2')).toBeInTheDocument();
    await user.click(screen.getByRole('tab', { name: 'Configuration' }));
    expect(await screen.findByText('CA')).toBeInTheDocument();
    expect(
      await screen.findByRole(
        'textbox',
        { name: 'Pipeline as YAML' },
        { timeout: 10_000 },
      ),
    ).toHaveTextContent('path: airports.csv');
  });

  it('the log goes on while the run does', async () => {
    const memory = memoryWith(running);
    memory.logComplete = false;
    renderScreen(<RunPage id={ID} />, { memory, query: '?section=log' });
    expect(await screen.findByText('No line yet.')).toBeInTheDocument();
    memory.log.push({
      seq: 1,
      at: '2026-01-01T08:00:00.000Z',
      level: 'info',
      message: 'reading',
    });
    expect(
      await screen.findByText('reading', {}, { timeout: 5000 }),
    ).toBeInTheDocument();
    expect(screen.getByRole('switch', { name: 'Follow' })).toBeChecked();
  });

  it('says when a run does not exist', async () => {
    renderScreen(<RunPage id={ID} />, { memory: memoryWith() });
    expect(
      await screen.findByText(`Run ${ID} could not be loaded`),
    ).toBeInTheDocument();
  });

  it('lists runs with the live ones on top, and filters by state', async () => {
    const other = aWholeRun({ id: ID.replace(/1$/, '9'), version: 9 });
    const memory = memoryWith(other, running);
    renderScreen(<RunsTable />, { memory });
    const rows = await screen.findAllByRole('row', {}, { timeout: 5000 });
    await waitFor(() => expect(screen.getAllByRole('row')).toHaveLength(3));
    expect(rows).toBeDefined();
    const [, first, second] = screen.getAllByRole('row');
    expect(first).toHaveTextContent('Running');
    expect(second).toHaveTextContent('Finished');
    expect(screen.getByText('2 items')).toBeInTheDocument();
  });

  it('the tab shows the current run and the history', async () => {
    renderScreen(<RunsTab />, { memory: memoryWith(running) });
    const current = within(
      await screen.findByRole(
        'region',
        { name: 'Current run' },
        { timeout: 5000 },
      ),
    );
    expect(current.getAllByText('Running')[0]).toBeInTheDocument();
    expect(current.getByRole('link', { name: 'Open' })).toHaveAttribute(
      'href',
      `/scaleph/runs/${ID}`,
    );
    expect(screen.getByText('History')).toBeInTheDocument();
  });

  it('the tab says how to get a first run', async () => {
    renderScreen(<RunsTab />, { memory: memoryWith(), language: 'zh' });
    expect(
      await screen.findByText(
        '先发布流水线，再点击“运行”。',
        {},
        { timeout: 5000 },
      ),
    ).toBeInTheDocument();
  });

  it('the card runs the pipeline once it is published', async () => {
    const memory = memoryWith();
    renderScreen(<LastRunCard />, { memory });
    expect(await screen.findByText('Never run')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Run' })).toBeDisabled();
  });

  it('the card starts a run and shows it', async () => {
    const memory = memoryWith();
    await memory.publishPipeline('airports', {}, { ifMatch: memory.etag });
    renderScreen(<LastRunCard />, { memory });
    await waitFor(() =>
      expect(screen.getByRole('button', { name: 'Run' })).toBeEnabled(),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Run' }));
    expect(await screen.findByText('Running')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Open' })).toHaveAttribute(
      'href',
      `/scaleph/runs/${memory.runs[0].id}`,
    );
  });
});
