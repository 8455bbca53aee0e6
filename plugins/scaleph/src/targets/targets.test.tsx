import { toTargetEntity } from '@scaleph/backstage-plugin-scaleph-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aPipeline } from '../__testUtils__/fixtures';
import { renderPortal } from '../__testUtils__/renderPortal';
import { renderScreen } from '../pipeline/__testUtils__/renderScreen';
import { MemoryTargets } from './__testUtils__/MemoryTargets';
import {
  aClusterJob,
  anOverview,
  aTarget,
} from './__testUtils__/targetFixtures';
import { ClusterTab } from './ClusterTab';

const LIST = '/scaleph/clusters';

const open = (scaleph: MemoryTargets, path: string) =>
  renderPortal(path, { api: scaleph.asApi() });
const openTab = (scaleph: MemoryTargets, options: { language?: 'zh' } = {}) =>
  renderScreen(<ClusterTab />, {
    memory: scaleph,
    entity: toTargetEntity(aTarget()),
    ...options,
  });
const press = async (name: string | RegExp) =>
  userEvent.click(await screen.findByRole('button', { name }));

describe('the list of clusters', () => {
  it('tells of each where it runs, how full it is and whether it is well', async () => {
    const scaleph = new MemoryTargets();
    const message = 'Nothing listens at http://old:8081';
    scaleph.targets.push(
      aTarget({ name: 'old', title: 'Old', healthy: false, message }),
    );
    open(scaleph, LIST);
    const lab = await screen.findByRole('row', { name: /Lab/ });
    expect(
      within(lab).getByRole('meter', { name: '3 of 8 slots used' }),
    ).toHaveAttribute('aria-valuenow', '3');
    expect(within(lab).getByText('Healthy')).toBeInTheDocument();
    const old = screen.getByRole('row', { name: /Old/ });
    expect(within(old).getByTitle(message)).toHaveTextContent('Not healthy');
    const builtIn = screen.getByRole('row', { name: /In the portal/ });
    expect(within(builtIn).queryByRole('button')).not.toBeInTheDocument();
  });

  it('offers to register the first one', async () => {
    const scaleph = new MemoryTargets();
    scaleph.targets = [scaleph.targets[0]];
    open(scaleph, LIST);
    expect(await screen.findByText('No clusters yet')).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'Register a cluster' }),
    ).toHaveAttribute('href', `${LIST}/new`);
  });

  it('says why one is not unregistered', async () => {
    const scaleph = new MemoryTargets();
    scaleph.overview = anOverview({ jobs: [aClusterJob({ ours: true })] });
    open(scaleph, LIST);
    await press('More actions for Lab');
    await userEvent.click(screen.getByRole('menuitem', { name: 'Unregister' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Unregister' }),
    );
    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      'Target "lab" has 1 run(s) that have not ended',
    );
  });

  it('does not offer to change what comes from the configuration', async () => {
    const scaleph = new MemoryTargets();
    scaleph.targets = [aTarget({}, { readOnly: true })];
    open(scaleph, LIST);
    await press('More actions for Lab');
    expect(screen.queryByText('Edit')).not.toBeInTheDocument();
    expect(screen.queryByText('Unregister')).not.toBeInTheDocument();
  });
});

describe('a new cluster', () => {
  it('is tried and registered, without the parts that nobody filled in', async () => {
    const scaleph = new MemoryTargets();
    open(scaleph, `${LIST}/new`);
    await userEvent.type(await screen.findByLabelText(/^Name/), 'new-lab');
    await userEvent.type(
      screen.getByLabelText(/^REST address/),
      'http://flink:8081',
    );
    // A part that is begun and given up again is left out.
    await userEvent.type(screen.getByLabelText(/^Home/), 'x{Backspace}');
    await press('Test connection');
    await waitFor(() => expect(scaleph.tested).toHaveLength(1));
    expect(scaleph.tested[0]).toMatchObject({
      config: { restUrl: 'http://flink:8081' },
    });
    await press('Save');
    expect(
      await screen.findByText('Cluster "new-lab" is registered'),
    ).toBeInTheDocument();
    expect(scaleph.saved).toEqual([
      {
        name: 'new-lab',
        type: 'flink-session',
        owner: 'group:default/data',
        config: { restUrl: 'http://flink:8081' },
      },
    ]);
  });

  it('is said to be registered already, under another name', async () => {
    const scaleph = new MemoryTargets();
    scaleph.warnings = ['The same cluster is registered as "lab"'];
    open(scaleph, `${LIST}/new`);
    await userEvent.type(await screen.findByLabelText(/^Name/), 'twice');
    await userEvent.type(
      screen.getByLabelText(/^REST address/),
      'http://flink:8081',
    );
    await press('Save');
    expect(
      await screen.findByText('The same cluster is registered as "lab"'),
    ).toBeInTheDocument();
    expect(
      screen.getByText('Cluster "twice" is registered'),
    ).toBeInTheDocument();
  });

  it('takes lists one to a line, and long texts as they are', async () => {
    const scaleph = new MemoryTargets();
    open(scaleph, `${LIST}/new`);
    await userEvent.type(await screen.findByLabelText(/^Name/), 'new-lab');
    await userEvent.type(screen.getByLabelText(/^REST address/), 'http://f');
    await userEvent.type(
      screen.getByLabelText(/^Jars/),
      'a.jar{Enter}{Enter}b.jar{Enter}',
    );
    await userEvent.type(screen.getByLabelText(/^Authority/), 'one{Enter}two');
    await press('Save');
    await waitFor(() => expect(scaleph.saved).toHaveLength(1));
    expect(scaleph.saved[0].config).toEqual({
      restUrl: 'http://f',
      cdc: { jars: ['a.jar', 'b.jar'] },
      tls: { ca: 'one\ntwo' },
    });
  });
});

describe('the edit of a cluster', () => {
  it('keeps a secret that is not touched, and offers a choice when somebody was faster', async () => {
    const scaleph = new MemoryTargets();
    open(scaleph, `${LIST}/edit/lab`);
    const title = await screen.findByLabelText(/^Title/);
    scaleph.targets = [aTarget({}, { etag: '"9"' })];
    await userEvent.clear(title);
    await userEvent.type(title, 'Mine');
    await press('Save');
    expect(
      await screen.findByText('Cluster "lab" was changed by somebody else'),
    ).toBeInTheDocument();
    await press('Overwrite with mine');
    await waitFor(() => expect(scaleph.saved).toHaveLength(1));
    expect(scaleph.saved[0]).toMatchObject({ title: 'Mine' });
    expect(scaleph.saved[0]).not.toHaveProperty('secrets');
  });
});

describe('the tab of a cluster', () => {
  it('shows jobs: ours lead to their runs, others say where they come from', async () => {
    const scaleph = new MemoryTargets();
    const run = '6f1d9c1e-0000-4000-8000-000000000001';
    scaleph.overview = anOverview({
      jobs: [
        aClusterJob(),
        aClusterJob({
          ...{ jobId: 'b', name: 'Ours', ours: true, run },
          ...{ pipeline: 'orders' },
        }),
        aClusterJob({ jobId: 'c', name: 'Hidden', ours: true }),
        aClusterJob({ jobId: 'd', name: 'Over', state: 'FINISHED' }),
      ],
    });
    openTab(scaleph);
    const ours = await screen.findByRole('row', { name: /Ours/ });
    expect(
      within(ours).getByRole('link', { name: 'Run of orders' }),
    ).toHaveAttribute('href', expect.stringContaining(`/runs/${run}`));
    const hidden = screen.getByRole('row', { name: /Hidden/ });
    expect(hidden).toHaveTextContent('A run that you may not see');
    expect(
      screen.getAllByRole('button', { name: /^Adopt/ }).map(it => it.ariaLabel),
    ).toHaveLength(1);
    expect(screen.getByText('1 not of Scaleph')).toBeInTheDocument();
    const manager = screen.getByRole('row', { name: /taskmanager-1/ });
    expect(manager).toHaveTextContent('8 GB');
  });

  it('makes a foreign job a run of a pipeline that fits', async () => {
    const scaleph = new MemoryTargets();
    scaleph.pipelines = [
      aPipeline(),
      aPipeline({ name: 'clicks', title: 'Clicks', type: 'flink-sql' }),
      aPipeline({
        ...{ name: 'draft', title: 'Draft', type: 'flink-sql' },
        publishedVersion: undefined,
      }),
    ];
    openTab(scaleph);
    await press('Adopt Clicks per minute');
    const dialog = await screen.findByRole('dialog');
    expect(
      within(dialog).getByRole('button', { name: 'Adopt' }),
    ).toBeDisabled();
    await userEvent.click(
      await within(dialog).findByRole('button', { name: /Pipeline/ }),
    );
    expect(
      screen.getAllByRole('option').map(({ textContent }) => textContent),
    ).toEqual(['Clicks (clicks)']);
    await userEvent.click(screen.getByRole('option'));
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Adopt' }),
    );
    await waitFor(() =>
      expect(scaleph.adopted).toEqual([
        { target: 'lab', jobId: 'a'.repeat(32), pipeline: 'clicks' },
      ]),
    );
  });

  it('finds settings, whose secrets are masked', async () => {
    openTab(new MemoryTargets());
    await userEvent.click(
      await screen.findByRole('tab', { name: 'Configuration' }),
    );
    expect(await screen.findByText('******')).toBeInTheDocument();
    await userEvent.type(screen.getByRole('searchbox'), 'rest');
    await waitFor(() =>
      expect(screen.queryByText('******')).not.toBeInTheDocument(),
    );
    expect(screen.getByText('rest.port')).toBeInTheDocument();
  });

  it('reads the logs of the cluster', async () => {
    const scaleph = new MemoryTargets();
    openTab(scaleph);
    await userEvent.click(await screen.findByRole('tab', { name: 'Logs' }));
    await waitFor(() =>
      expect(scaleph.read[0]).toMatchObject({
        process: 'jobmanager',
        text: 'log',
      }),
    );
  });

  it('says in words that the cluster does not answer', async () => {
    const scaleph = new MemoryTargets();
    scaleph.silent = true;
    openTab(scaleph);
    expect(
      await screen.findByText('Cluster "lab": Overview could not be read'),
    ).toBeInTheDocument();
    expect(screen.getByRole('alert')).toHaveTextContent('connection refused');
  });

  it('speaks Chinese where the portal does', async () => {
    openTab(new MemoryTargets(), { language: 'zh' });
    expect(await screen.findByText('在别处启动')).toBeInTheDocument();
  });
});

describe('the card of a cluster', () => {
  it('stands on the page of the Resource', async () => {
    renderPortal('/', {
      api: new MemoryTargets().asApi(),
      entity: toTargetEntity(aTarget()),
    });
    const link = await screen.findByRole('link', { name: 'Open the cluster' });
    const card = within(link.closest('article') ?? document.body);
    expect(card.getByText('http://flink:8081')).toBeInTheDocument();
  });
});
