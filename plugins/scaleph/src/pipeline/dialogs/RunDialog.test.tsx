import type {
  CreateRunBody,
  Target,
} from '@scaleph/backstage-plugin-scaleph-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  aCluster,
  aJobRun,
  MemoryJobs,
} from '../../job/__testUtils__/MemoryJobs';
import { installBrowserShims } from '../__testUtils__/browserShims';
import { renderScreen } from '../__testUtils__/renderScreen';
import { RunDialog } from './RunDialog';

const SLOW = { timeout: 10_000 };

/** Opens the dialog; what it starts is in the list that is returned. */
async function open(memory: MemoryJobs, targets: Target[]) {
  const started: CreateRunBody[] = [];
  renderScreen(
    <RunDialog
      isOpen
      pipeline="airports"
      version={3}
      document={aJobRun().document}
      targets={targets}
      onRun={async body => {
        started.push(body);
      }}
      onClose={() => {}}
    />,
    { memory },
  );
  const dialog = within(await screen.findByRole('dialog', {}, SLOW));
  const run = await dialog.findByRole('button', { name: 'Run' });
  return { dialog, run, started, user: userEvent.setup() };
}

describe('the start of a run', () => {
  jest.setTimeout(60_000);
  beforeAll(installBrowserShims);

  it('goes to the target with room, from the newest state', async () => {
    const full = aCluster({ name: 'full', title: 'Full', freeSlots: 1 });
    const { dialog, run, started, user } = await open(new MemoryJobs(), [
      full,
      aCluster(),
    ]);
    expect(
      await dialog.findByText('version 1.20.3 · 3 of 4 slots free'),
    ).toBeInTheDocument();
    expect(
      await dialog.findByRole('radio', { name: /The newest state: Savepoint/ }),
    ).toBeChecked();
    await waitFor(() => expect(run).toBeEnabled());
    await user.click(run);
    await waitFor(() =>
      expect(started).toEqual([
        {
          version: 3,
          target: 'lab',
          parameters: {},
          settings: undefined,
          startFrom: { mode: 'latest' },
        },
      ]),
    );
  });

  it('warns when there are fewer free slots than tasks', async () => {
    const { dialog } = await open(new MemoryJobs(), [
      aCluster({ freeSlots: 1 }),
    ]);
    expect(
      await dialog.findByText(/2 slots are needed, 1 are free/),
    ).toBeInTheDocument();
  });

  it('says when no target runs it', async () => {
    const { dialog } = await open(new MemoryJobs(), [
      aCluster({ pipelineTypes: ['seatunnel'] }),
    ]);
    expect(
      await dialog.findByText('No target runs pipelines of this type and mode'),
    ).toBeInTheDocument();
  });

  it('takes settings and checks keys of Flink', async () => {
    const { dialog, run, started, user } = await open(new MemoryJobs(), [
      aCluster(),
    ]);
    await user.click(dialog.getByText('Settings of this run'));
    await user.type(
      dialog.getByRole('textbox', { name: 'Checkpoint interval' }),
      'often',
    );
    expect(
      dialog.getByText('A length of time with its unit, like 10 s or 1 min.'),
    ).toBeInTheDocument();
    expect(run).toBeDisabled();
    await user.clear(
      dialog.getByRole('textbox', { name: 'Checkpoint interval' }),
    );
    await user.type(
      dialog.getByRole('textbox', { name: 'Checkpoint interval' }),
      '10 s',
    );
    await user.click(dialog.getByRole('button', { name: 'Add a key' }));
    await user.type(
      dialog.getByRole('combobox', { name: 'Key of Flink' }),
      'taskmanager.numberOfTaskSlots',
    );
    await user.keyboard('{Escape}');
    expect(
      await dialog.findByText(/it has no effect on a job/),
    ).toBeInTheDocument();
    await user.type(
      dialog.getByRole('textbox', {
        name: 'Value of taskmanager.numberOfTaskSlots',
      }),
      'two',
    );
    expect(await dialog.findByText(/A whole number/)).toBeInTheDocument();
    expect(run).toBeDisabled();
    await user.clear(
      dialog.getByRole('textbox', {
        name: 'Value of taskmanager.numberOfTaskSlots',
      }),
    );
    await user.type(
      dialog.getByRole('textbox', {
        name: 'Value of taskmanager.numberOfTaskSlots',
      }),
      '2',
    );
    await waitFor(() => expect(run).toBeEnabled());
    await user.click(run);
    await waitFor(() =>
      expect(started[0]?.settings).toEqual({
        flink: {
          'execution.checkpointing.interval': '10 s',
          'taskmanager.numberOfTaskSlots': '2',
        },
      }),
    );
  });

  it('shows what would be submitted', async () => {
    const { dialog, run, user } = await open(new MemoryJobs(), [aCluster()]);
    // A plan of other choices than those that are made by then is not shown.
    await waitFor(() => expect(run).toBeEnabled());
    await user.click(
      dialog.getByRole('button', { name: 'Preview what is submitted' }),
    );
    expect(await dialog.findByText('seatunnel.conf')).toBeInTheDocument();
  });
});
