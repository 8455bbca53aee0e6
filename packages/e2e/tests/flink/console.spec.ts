import { expect, mergeTests } from '@playwright/test';
import fs from 'node:fs';
import { flinkTest } from '../../support/flink';
import { test as browserTest } from '../../support/test';

const test = mergeTests(browserTest, flinkTest);

const SCRIPT = `CREATE TABLE clicks (
  user_id INT,
  amount DECIMAL(10, 2)
) WITH (
  'connector' = 'datagen',
  'number-of-rows' = '500',
  'rows-per-second' = '500',
  'fields.user_id.min' = '1',
  'fields.user_id.max' = '5'
);
SELECT user_id, COUNT(*) AS clicks, CAST(9007199254740993 AS BIGINT) AS exact
FROM clicks GROUP BY user_id`;

test('the SQL console: type, run, look, explain, save, keep going', async ({
  page,
  open,
  lab,
  shot,
  expectAccessible,
}) => {
  test.setTimeout(180_000);
  await open(`/scaleph/sql?place=target:${lab.target}`);
  const editor = page.getByRole('textbox', { name: 'SQL' });
  await expect(editor).toBeVisible();
  const type = async (text: string) => {
    await editor.click();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.press('Delete');
    await page.keyboard.insertText(text);
    // Completion opens by itself.
    await page.keyboard.press('Escape');
  };
  await expect(
    page.getByRole('button', { name: 'Run', exact: true }),
  ).toBeEnabled();

  await test.step('a script runs, its changes are folded into five rows', async () => {
    await type(SCRIPT);
    await page.keyboard.press('ControlOrMeta+Shift+Enter');
    await expect(page.getByText(/^5 rows/).first()).toBeVisible({
      timeout: 60_000,
    });
    await expect(page.getByText('9007199254740993').first()).toBeVisible();
    await shot('sql-console');
    await expectAccessible(page.getByRole('main'));
  });

  await test.step('as a changelog, as a chart, as a file', async () => {
    await page.getByRole('radio', { name: 'Changelog' }).click();
    await expect(
      page.getByText('+U').or(page.getByText('After an update')).first(),
    ).toBeVisible();
    await page.getByRole('radio', { name: 'Chart' }).click();
    await expect(page.locator('.recharts-surface').first()).toBeVisible();
    await shot('sql-chart');
    await page.getByRole('radio', { name: 'Table' }).click();
    await page.getByRole('button', { name: 'Download' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'CSV' }).click(),
    ]);
    const lines = fs
      .readFileSync((await download.path())!, 'utf8')
      .trim()
      .split(/\r?\n/);
    expect(lines[0]).toBe('user_id,clicks,exact');
    expect(lines).toHaveLength(6);
    const sum = lines
      .slice(1)
      .reduce((all, line) => all + Number(line.split(',')[1]), 0);
    expect(sum).toBe(500);
  });

  await test.step('the planner explains it as a graph', async () => {
    await type('SELECT user_id, COUNT(*) FROM clicks GROUP BY user_id');
    await page.getByRole('button', { name: 'Explain' }).click();
    await expect(page.locator('.react-flow__node').nth(2)).toBeVisible({
      timeout: 30_000,
    });
    await shot('sql-explain');
  });

  await test.step('a mistake is said where it is', async () => {
    await type('SELECT no_such_column FROM clicks');
    await page.keyboard.press('ControlOrMeta+Enter');
    await expect(page.getByText(/no_such_column/).nth(1)).toBeVisible({
      timeout: 30_000,
    });
    await expect(page.getByText(/org\.apache\.flink.*\tat /)).toHaveCount(0);
  });

  await test.step('an endless query is stopped, on the cluster too', async () => {
    await type(`CREATE TABLE endless (id INT) WITH ('connector' = 'datagen', 'rows-per-second' = '50');
SELECT * FROM endless`);
    await page.keyboard.press('ControlOrMeta+Shift+Enter');
    await expect(page.getByText(/\d+ rows/).first()).toBeVisible({
      timeout: 60_000,
    });
    await page
      .getByRole('button', { name: 'Stop', exact: true })
      .first()
      .click();
    await lab.until(
      'no job runs on the cluster',
      async () =>
        (
          await lab.call('GET', `/scaleph/targets/${lab.target}/overview`)
        ).body.jobs,
      jobs => jobs.every((job: { state: string }) => job.state !== 'RUNNING'),
      60,
    );
  });

  await test.step('what ran is in the history; the page finds its session again', async () => {
    await page.reload();
    await expect(editor).toContainText('endless');
    const { body } = await lab.call('GET', '/scaleph/sql/history?limit=5');
    expect(body.items[0].statement).toContain('endless');
  });
});
