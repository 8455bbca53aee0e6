import { expect, mergeTests } from '@playwright/test';
import fs from 'node:fs';
import { flinkTest, unique } from '../../support/flink';
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

test('the SQL console: parts of a script, completion, hover, catalogs, variables, sorted and taken away, shared', async ({
  page,
  open,
  lab,
  context,
}) => {
  test.setTimeout(120_000);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(`/scaleph/sql?place=target:${lab.target}`);
  const editor = page.getByRole('textbox', { name: 'SQL' });
  await expect(editor).toBeVisible();
  const run = page.getByRole('button', { name: 'Run', exact: true });
  await expect(run).toBeEnabled();
  const type = async (text: string) => {
    await editor.click();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.press('Delete');
    await page.keyboard.insertText(text);
    await page.keyboard.press('Escape');
  };
  const column = (name: string) =>
    page.getByRole('columnheader', { name: new RegExp(`^${name}`) });
  const done = () =>
    expect(page.getByText('Finished').first()).toBeVisible({ timeout: 30_000 });
  const more = async (item: string) => {
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name: item }).click();
  };
  const suggestions = page.locator('.cm-tooltip-autocomplete');

  await test.step('the statement at the cursor, the selection', async () => {
    await type('SELECT 1 AS a;\nSELECT 2 AS b;');
    await page.keyboard.press('ControlOrMeta+Home');
    await page.keyboard.press('ControlOrMeta+Enter');
    await expect(column('a')).toBeVisible({ timeout: 30_000 });
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.press('Shift+Home');
    await page.keyboard.press('ControlOrMeta+Enter');
    await expect(column('b')).toBeVisible({ timeout: 30_000 });
    await expect(column('a')).toHaveCount(0);
  });

  await test.step('a catalog comes and goes', async () => {
    const mine = page.getByRole('treeitem', { name: 'mine' });
    await type("CREATE CATALOG mine WITH ('type' = 'generic_in_memory')");
    await run.click();
    await expect(mine).toBeVisible();
    await type('DROP CATALOG mine');
    await run.click();
    await expect(mine).toHaveCount(0);
  });

  await test.step('tables, columns and functions complete and explain themselves', async () => {
    await type(
      "CREATE TABLE readings (sensor STRING, celsius DOUBLE) WITH ('connector' = 'datagen', 'number-of-rows' = '300')",
    );
    await run.click();
    await expect(
      page.getByRole('treeitem', { name: 'readings' }),
    ).toBeVisible();
    await type('SELECT * FROM read');
    await page.keyboard.press('ControlOrMeta+Space');
    await expect(suggestions.getByText('readings').first()).toBeVisible();
    await type('SELECT r. FROM readings AS r');
    await page.keyboard.press('Home');
    for (let step = 0; step < 'SELECT r.'.length; step++) {
      await page.keyboard.press('ArrowRight');
    }
    await page.keyboard.press('ControlOrMeta+Space');
    await expect(suggestions.getByText('celsius').first()).toBeVisible();
    await type('SELECT CONCAT(sensor) FROM readings');
    await page.locator('.cm-line').getByText('CONCAT', { exact: true }).hover();
    await expect(
      page
        .locator('.cm-tooltip-hover')
        .getByText(/CONCAT/)
        .first(),
    ).toBeVisible();
    await type('SELECT * FORM readings WHERE');
    await expect(page.locator('.cm-lintRange-error').first()).toBeVisible();
  });

  await test.step('a variable stands for its value', async () => {
    await more('Variables');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').fill('many: 3');
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await type(
      "SELECT id, 'row ' || CAST(id AS STRING) AS name FROM (VALUES (1), (20), (${many})) AS t(id)",
    );
    await run.click();
    await done();
    await expect(page.getByText(/^3 rows/)).toBeVisible();
  });

  await test.step('sorted, filtered, copied, taken away', async () => {
    const first = page.getByRole('gridcell').first();
    const sort = column('id').getByRole('button');
    await sort.click();
    await expect(column('id')).toHaveAttribute('aria-sort', 'ascending');
    await expect(first).toHaveText('1');
    await sort.click();
    await expect(column('id')).toHaveAttribute('aria-sort', 'descending');
    await expect(first).toHaveText('20');
    await page.getByRole('searchbox', { name: 'Filter rows' }).fill('row 20');
    await expect(page.getByText(/^1 of 3 rows/)).toBeVisible();
    await page.getByRole('button', { name: 'Copy all rows' }).click();
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toBe('id\tname\n20\trow 20');
    const take = async (format: string) => {
      await page.getByRole('button', { name: 'Download' }).click();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('menuitem', { name: format }).click(),
      ]);
      return fs.readFileSync((await download.path())!);
    };
    expect(JSON.parse(`${await take('JSON')}`)).toEqual([
      { id: 20, name: 'row 20' },
    ]);
    const parquet = await take('Parquet');
    expect(parquet.subarray(0, 4).toString()).toBe('PAR1');
    expect(parquet.subarray(-4).toString()).toBe('PAR1');
  });

  await test.step('saved, and opened by its link', async () => {
    const title = unique('Answer');
    await type('SELECT 42 AS answer');
    await page.getByRole('button', { name: 'Save the query' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: /Title/ }).fill(title);
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByText(`Query: ${title}`)).toBeVisible();
    await page.getByRole('button', { name: 'Saved queries' }).click();
    await page
      .getByRole('button', { name: `Copy the link to ${title}` })
      .click();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(new URL(link).searchParams.get('place')).toBe(
      `target:${lab.target}`,
    );
    const other = await context.newPage();
    await other.goto(link);
    await expect(other.getByRole('textbox', { name: 'SQL' })).toContainText(
      'SELECT 42 AS answer',
    );
    await other.close();
  });
});
