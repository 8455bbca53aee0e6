import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  PipelineOrigin,
  ScalephApi,
} from '@scaleph/backstage-plugin-scaleph-common';
import { installBrowserShims } from '../__testUtils__/browserShims';
import { MemoryPipelines } from '../__testUtils__/MemoryPipelines';
import { airportsEntity, renderScreen } from '../__testUtils__/renderScreen';
import { PipelineTab } from '../PipelineTab';

const origin: PipelineOrigin = {
  url: 'https://git.example.com/shop/pipeline.yaml',
  path: 'etl/pipeline.yaml',
  entityRef: 'component:default/airports',
  commit: 'abcdef1234567890',
  syncedAt: '2026-01-01T08:00:00.000Z',
  versionCommits: {},
};

/** A pipeline that comes from a repository, in memory. */
class FromRepository extends MemoryPipelines {
  origin: PipelineOrigin | undefined = origin;
  saved = 0;

  asApi(): ScalephApi {
    const api = super.asApi();
    const whole = async () => ({
      ...(await api.getPipeline('airports')),
      origin: this.origin,
    });
    return Object.assign(Object.create(api), {
      getPipeline: whole,
      updatePipeline: async () => {
        this.saved++;
        throw new Error('It comes from a repository');
      },
      acceptOrigin: async (_: string, url: string) => {
        this.origin = { ...origin, url };
        return whole();
      },
      detachPipeline: async () => {
        this.origin = undefined;
        return whole();
      },
    }) as ScalephApi;
  }
}

const open = async (memory: FromRepository) => {
  renderScreen(<PipelineTab />, { memory });
  const tab = await screen.findByRole(
    'region',
    { name: 'Pipeline' },
    { timeout: 15_000 },
  );
  return { user: userEvent.setup(), tab: within(tab) };
};

describe('a pipeline that comes from a repository', () => {
  jest.setTimeout(60_000);
  beforeAll(installBrowserShims);
  beforeEach(() => sessionStorage.clear());

  it('says where it comes from, and is not saved or published', async () => {
    const { user, tab } = await open(new FromRepository());
    expect(
      tab.getByText('From etl/pipeline.yaml in its repository'),
    ).toBeVisible();
    expect(tab.getByText('at commit abcdef12')).toBeVisible();
    expect(tab.getByRole('link', { name: /Open the file/ })).toHaveAttribute(
      'href',
      origin.url,
    );
    expect(tab.queryByRole('button', { name: 'Publish' })).toBeNull();
    await user.click(tab.getByRole('button', { name: 'Edit' }));
    expect(tab.queryByRole('button', { name: 'Save' })).toBeNull();
    expect(tab.getByRole('button', { name: 'Download patch' })).toBeDisabled();
    expect(tab.getByRole('button', { name: 'Pull request' })).toBeDisabled();
  });

  it('shows why the newest file was not taken', async () => {
    const memory = new FromRepository();
    memory.origin = { ...origin, error: 'The file is not a pipeline' };
    const { tab } = await open(memory);
    expect(tab.getByText(/The file is not a pipeline/)).toBeVisible();
    expect(tab.getByRole('button', { name: 'Read again' })).toBeEnabled();
  });

  it('says a problem once', async () => {
    const memory = new FromRepository();
    const problem = (message: string) => ({
      severity: 'error' as const,
      code: 'malformed-yaml' as const,
      pointer: '',
      message,
    });
    memory.origin = {
      ...origin,
      error: 'The file is not a pipeline: Line 2 is broken',
      problems: [problem('Line 2 is broken'), problem('Line 9 is broken')],
    };
    const { tab } = await open(memory);
    expect(tab.getAllByText(/Line 2/)).toHaveLength(1);
    expect(tab.getByText('Line 9 is broken')).toBeVisible();
  });

  it('is read from another repository once somebody accepts that', async () => {
    const memory = new FromRepository();
    const movedTo = 'https://git.example.com/other/pipeline.yaml';
    memory.origin = { ...origin, error: 'It lies elsewhere now', movedTo };
    const { user, tab } = await open(memory);
    const action = { name: 'Read from there from now on' };
    await user.click(tab.getByRole('button', action));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText(origin.url)).toBeVisible();
    expect(dialog.getByText(movedTo)).toBeVisible();
    await user.click(dialog.getByRole('button', action));
    await waitFor(() => expect(tab.queryByText(/lies elsewhere/)).toBeNull());
    expect(memory.origin.url).toBe(movedTo);
  });

  it('is one of the portal once it is detached', async () => {
    const memory = new FromRepository();
    const { user, tab } = await open(memory);
    await user.click(
      tab.getByRole('button', { name: 'Detach from repository' }),
    );
    await user.click(await screen.findByRole('button', { name: 'Detach' }));
    await waitFor(() =>
      expect(tab.queryByText(/in its repository/)).toBeNull(),
    );
    expect(tab.getByRole('button', { name: 'Publish' })).toBeVisible();
    expect(memory.saved).toBe(0);
  });

  it('that the catalog could not read says why', async () => {
    renderScreen(<PipelineTab />, {
      memory: new FromRepository(),
      entity: {
        ...airportsEntity,
        metadata: {
          name: 'airports',
          annotations: { 'scaleph.io/pipeline-error': 'No such file' },
        },
      },
    });
    expect(await screen.findByText(/No such file/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Read again' })).toBeEnabled();
  });
});
