import { expect, mergeTests } from '@playwright/test';
import { flinkTest, Lab, unique } from '../../support/flink';
import { test as browserTest } from '../../support/test';

interface Page {
  path: string;
  /** A text of each language that shows that it has loaded. */
  en: RegExp;
  zh: RegExp;
}

const SCRIPT = `CREATE TABLE numbers (n INT) WITH ('connector' = 'datagen', 'number-of-rows' = '\${many}');
CREATE TABLE counts (counted BIGINT) WITH ('connector' = 'blackhole');
INSERT INTO counts SELECT COUNT(*) FROM numbers;`;

/** Pages of a cluster and of a pipeline that runs on it, laid out once. */
const test = mergeTests(browserTest, flinkTest).extend<{}, { pages: Page[] }>({
  pages: [
    async ({ lab }, use) => {
      await use(process.env.SCALEPH_NO_FLINK ? [] : await layOut(lab));
    },
    { scope: 'worker' },
  ],
});

async function layOut(lab: Lab): Promise<Page[]> {
  const { body } = await lab.call('GET', `/scaleph/targets/${lab.target}`);
  const pipeline = await lab.publish(unique('counted'), {
    type: 'flink-sql',
    mode: 'batch',
    parameters: { many: { default: '7' } },
    sql: { script: SCRIPT },
  });
  await lab.until(
    'the catalog has the pipeline',
    () =>
      lab.call(
        'GET',
        `/catalog/entities/by-name/component/default/${pipeline}`,
        { allow: [404] },
      ),
    ({ status }) => status === 200,
  );
  const [, cluster] = body.registered.entityRef.split('/');
  const tab = `/catalog/default/resource/${cluster}`;
  return [
    { path: `${tab}/cluster`, en: /TaskManagers/, zh: /空闲/ },
    {
      path: `${tab}/cluster?section=configuration`,
      en: /jobmanager\.scheduler/,
      zh: /jobmanager\.scheduler/,
    },
    {
      path: `${tab}/cluster?section=logs`,
      en: /Starting StandaloneSession|INFO/,
      zh: /INFO/,
    },
    { path: `${tab}/sql`, en: /^Run all$/, zh: /^全部运行$/ },
    {
      path: `/scaleph/clusters/edit/${lab.target}`,
      en: /REST address/,
      zh: /REST/,
    },
    {
      path: `/catalog/default/component/${pipeline}/sql?place=target:${lab.target}`,
      en: /The script of the pipeline/,
      zh: /流水线的脚本/,
    },
  ];
}

for (const theme of ['light', 'dark']) {
  test(`places of a cluster are accessible: ${theme}`, async ({
    page,
    open,
    pages,
    expectAccessible,
  }) => {
    await page.addInitScript(
      value => localStorage.setItem('theme', value),
      theme,
    );
    for (const { path, en } of pages) {
      await open(path);
      await expect(page.getByText(en).first()).toBeVisible();
      await expectAccessible(page.getByRole('main'));
    }
  });
}

test('places of a cluster in Chinese', async ({ page, open, pages }) => {
  await page.addInitScript(() => localStorage.setItem('language', 'zh'));
  for (const { path, zh } of pages) {
    await open(path);
    await expect(
      page.getByText(zh).filter({ visible: true }).first(),
    ).toBeVisible();
  }
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('places of a cluster need no sideways scrolling', async ({
    page,
    open,
    pages,
  }) => {
    for (const { path, en } of pages) {
      await open(path);
      await expect(page.getByText(en).first()).toBeVisible();
      const width = await page.evaluate(
        () => document.documentElement.scrollWidth,
      );
      expect(width, path).toBeLessThanOrEqual(390);
    }
  });
});

test('the tab SQL of a pipeline runs its script with its parameters', async ({
  page,
  open,
  pages,
  shot,
}) => {
  await open(pages[pages.length - 1].path);
  await expect(page.getByRole('textbox', { name: 'SQL' })).toContainText(
    'FROM numbers',
  );
  await page.getByRole('button', { name: 'Run all' }).click();
  await expect(page.getByRole('treeitem', { name: 'counts' })).toBeVisible({
    timeout: 30_000,
  });
  const editor = page.getByRole('textbox', { name: 'SQL' });
  await editor.click();
  await editor.press('ControlOrMeta+End');
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: /^Preview/ }).click();
  await expect(page.getByRole('gridcell', { name: '7' })).toBeVisible({
    timeout: 30_000,
  });
  await shot('pipeline-sql');
});
