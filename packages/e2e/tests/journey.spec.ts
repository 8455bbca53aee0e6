import fs from 'node:fs';
import path from 'node:path';
import { Page } from '@playwright/test';
import { dataDir, expect, suffix, test } from '../support/test';

const DIRECTORY = `weather-files${suffix}`;
const PIPELINE = `weather${suffix}`;

const input = () => path.join(dataDir(), 'input', DIRECTORY);
const output = () => path.join(input(), 'rainy.csv');
const pipelinePage = `/catalog/default/component/${PIPELINE}/pipeline`;

test.describe.serial('from a data source to rows', () => {
  test.beforeAll(() => {
    fs.mkdirSync(input(), { recursive: true });
    fs.writeFileSync(
      path.join(input(), 'weather.csv'),
      'day,kind,rain\n2026-11-01,sun,0\n2026-11-02,rain,12.5\n2026-11-03,rain,3\n',
    );
  });

  test('a data source is made, tested and found in the catalog', async ({
    page,
    open,
    shot,
    expectAccessible,
  }) => {
    await open('/scaleph/data-sources');
    await page.getByRole('link', { name: 'New data source' }).click();
    await page.getByRole('button', { name: 'Directory' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill(DIRECTORY);
    await page.getByRole('textbox', { name: 'Directory' }).fill('/etc');
    await page.getByRole('button', { name: 'Test connection' }).click();
    await expect(
      page.getByText(/outside of the directories/).first(),
    ).toBeVisible();
    await page.getByRole('textbox', { name: 'Directory' }).fill(input());
    await page.getByRole('button', { name: 'Test connection' }).click();
    await expect(page.getByText(/The connection works/)).toBeVisible();
    await expectAccessible(page.getByRole('main'));
    await shot('data-source-form');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(
      page.getByText(`Data source "${DIRECTORY}" is created`),
    ).toBeVisible();
    await expect(async () => {
      await open(`/catalog/default/resource/${DIRECTORY}`);
      await expect(page.getByText('Points to')).toBeVisible({ timeout: 2_000 });
    }).toPass({ timeout: 6_000 });
    await expect(page.getByText(input())).toBeVisible();
  });

  test('the Software Template makes a pipeline', async ({
    page,
    open,
    shot,
  }) => {
    await open('/create/templates/default/data-pipeline');
    const next = page.getByRole('button', { name: 'Next' });
    await page.getByRole('textbox', { name: 'Name' }).fill(PIPELINE);
    await choose(page, 'Owner', 'Data');
    await choose(page, 'System', 'Geo');
    await shot('template');
    await next.click();
    await choose(page, 'Data source', DIRECTORY);
    await page.getByRole('textbox', { name: 'Path' }).fill('weather.csv');
    await next.click();
    await page
      .getByRole('textbox', { name: 'SQL' })
      .fill('SELECT day, rain FROM source WHERE rain > 5');
    await next.click();
    await choose(page, 'Data source', DIRECTORY);
    await page.getByRole('textbox', { name: 'Path' }).fill('rainy.csv');
    await next.click();
    await page.getByRole('button', { name: 'Review' }).click();
    await page.getByRole('button', { name: 'Create', exact: true }).click();
    const link = page.getByRole('link', { name: 'Open the pipeline' });
    await expect(link).toBeVisible({ timeout: 30_000 });
    await link.click();
    await expect(page.getByRole('heading', { name: PIPELINE })).toBeVisible();
  });

  test('the DAG is edited, published, run; the run is watched and its log read', async ({
    page,
    open,
    shot,
    expectAccessible,
  }) => {
    await open(pipelinePage);
    await page.getByRole('button', { name: 'Edit' }).click();
    await node(page, 'SELECT day, rain').click();
    const query = page.getByRole('textbox', { name: 'Query' });
    await query.fill('SELECT day, rain FROM source WHERE rain > 0');
    await shot('pipeline-editor');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(
      page.getByText('v1 published, draft has changes'),
    ).toBeVisible();
    await page.getByRole('button', { name: 'Publish' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('Publish version 2');
    await dialog.getByRole('textbox').fill('Any rain counts');
    await dialog.getByRole('button', { name: 'Publish' }).click();
    await expect(page.getByText('v2 published')).toBeVisible();
    await page.getByRole('button', { name: 'Done' }).click();
    await expectAccessible(page.getByRole('main'));
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await page.getByRole('link', { name: 'Open the run' }).click();
    await expect(page.getByText('Finished').first()).toBeVisible();
    expect(fs.readFileSync(output(), 'utf8')).toBe(
      'day,rain\n2026-11-02,12.5\n2026-11-03,3.0\n',
    );
    await expectAccessible(page.getByRole('main'));
    await shot('run');
    await page.getByRole('tab', { name: 'Log' }).click();
    await expect(page.getByText('Wrote 2 rows')).toBeVisible();
    await shot('run-log');
    await page.getByRole('tab', { name: 'Timeline' }).click();
    await expect(page.getByText('Submitting').first()).toBeVisible();
  });

  test('the tab Runs and the overview card show the run', async ({
    page,
    open,
    shot,
    expectAccessible,
  }) => {
    await open(`/catalog/default/component/${PIPELINE}/runs`);
    await expect(page.getByText('Last run')).toBeVisible();
    await expect(page.getByText('3 → 2').first()).toBeVisible();
    await expectAccessible(page.getByRole('main'));
    await shot('runs-tab');
    await open(`/catalog/default/component/${PIPELINE}`);
    const card = page.getByRole('article').filter({ hasText: 'Last run' });
    await expect(card.getByText('Finished')).toBeVisible();
    await expectAccessible(card);
    await shot('overview');
  });

  test('a broken option shows at its node and stops publishing', async ({
    page,
    open,
    shot,
  }) => {
    await open(pipelinePage);
    await page.getByRole('button', { name: 'Edit' }).click();
    await node(page, 'SELECT day, rain').click();
    await page.getByRole('textbox', { name: 'Query' }).fill('');
    await expect(page.getByRole('button', { name: '1 problem' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Publish' })).toBeDisabled();
    await page.getByRole('button', { name: '1 problem' }).click();
    await expect(page.getByText(/query/i).first()).toBeVisible();
    await shot('problem');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByText('No problems')).toBeVisible();
  });

  test('the tab Pipeline draws the DAG', async ({ page, open, shot }) => {
    await open('/catalog/default/component/busiest-routes/pipeline');
    await expect(node(page, 'routes_parquet')).toBeVisible();
    await expect(page.getByText('v1 published')).toBeVisible();
    await shot('pipeline-tab');
  });

  test('search finds the pipeline and the data source', async ({
    page,
    open,
  }) => {
    for (const name of [PIPELINE, DIRECTORY])
      await expect(async () => {
        await open(`/search?query=${name}`);
        await expect(
          page.getByRole('link', { name: new RegExp(`^${name}`) }).first(),
        ).toBeVisible({ timeout: 3_000 });
      }).toPass({ timeout: 50_000 });
  });

  test('the YAML is the same document', async ({ page, open }) => {
    await open(pipelinePage);
    await page.getByText('YAML', { exact: true }).click();
    await expect(page.getByText('kind: Pipeline')).toBeVisible();
    await expect(page.getByText(`name: ${PIPELINE}`)).toBeVisible();
  });

  test('a run that fails says why, first', async ({
    page,
    open,
    api,
    shot,
  }) => {
    fs.renameSync(
      path.join(input(), 'weather.csv'),
      path.join(input(), 'gone.csv'),
    );
    const { body: run } = await api<{ id: string }>(
      'POST',
      `/pipelines/${PIPELINE}/runs`,
      {},
    );
    await open(`/scaleph/runs/${run.id}`);
    await expect(page.getByText('Failed').first()).toBeVisible();
    await expect(page.getByText(/weather\.csv/).first()).toBeVisible();
    await shot('run-failed');
    // What the run before wrote is still whole.
    expect(fs.readFileSync(output(), 'utf8')).toContain('2026-11-02');
  });

  test('deleting removes both from the catalog', async ({
    page,
    open,
    api,
  }) => {
    await open('/scaleph/pipelines');
    await page
      .getByRole('searchbox', { name: 'Search pipelines' })
      .fill(PIPELINE);
    await expect(page.getByText('1 item', { exact: true })).toBeVisible();
    await page
      .getByRole('button', { name: `More actions for ${PIPELINE}` })
      .click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    const dialog = page.getByRole('dialog');
    const confirm = dialog.getByRole('button', { name: 'Delete' });
    // Versions would be lost, so the name has to be typed.
    await expect(confirm).toBeDisabled();
    await dialog.getByRole('textbox').fill(PIPELINE);
    await confirm.click();
    await expect(page.getByText(/No pipeline matches/)).toBeVisible();
    const { status } = await api('GET', `/pipelines/${PIPELINE}`);
    expect(status).toBe(404);
    const source = await api('GET', `/data-sources/${DIRECTORY}`);
    const deleted = await api(
      'DELETE',
      `/data-sources/${DIRECTORY}`,
      undefined,
      { 'if-match': source.etag! },
    );
    expect(deleted.status).toBe(204);
    fs.rmSync(input(), { recursive: true });
  });
});

/** The card of the canvas with this text. */
function node(page: Page, text: string) {
  return page.locator('.react-flow__node', { hasText: text });
}

/** Picks an entry of one of the scaffolder's pickers. */
async function choose(page: Page, field: string, entry: string) {
  await page
    .getByRole('combobox', { name: field })
    .or(page.getByRole('textbox', { name: field }))
    .first()
    .fill(entry);
  await page
    .getByRole('option', { name: new RegExp(entry, 'i') })
    .first()
    .click();
}
