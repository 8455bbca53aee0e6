import { expect, test } from '../support/test';

interface Place {
  path: string;
  /** A text of each language that shows that it has loaded. */
  en: string;
  zh: string;
  /** The title of our card, where the rest of the page is not ours. */
  card?: string;
}

/** Every page, tab and card of ours. */
const PLACES: Place[] = [
  { path: '/scaleph/pipelines', en: 'Busiest routes', zh: '新建流水线' },
  { path: '/scaleph/runs', en: 'busiest-routes', zh: '已完成' },
  { path: '/scaleph/data-sources', en: 'Demo warehouse', zh: '新建数据源' },
  {
    path: '/scaleph/data-sources/new',
    en: 'What do you want to connect?',
    zh: '您想连接什么？',
  },
  { path: '/scaleph/clusters', en: 'Healthy', zh: '正常' },
  {
    path: '/scaleph/clusters/new',
    en: 'Register: Flink session cluster',
    zh: '注册',
  },
  {
    path: '/scaleph/sql?place=data-source:demo-warehouse',
    en: 'Run all',
    zh: '全部运行',
  },
  {
    path: '/catalog/default/component/busiest-routes/sql',
    en: 'Run all',
    zh: '全部运行',
  },
  {
    path: '/catalog/default/resource/demo-warehouse/sql',
    en: 'Run all',
    zh: '全部运行',
  },
  {
    path: '/catalog/default/component/busiest-routes/pipeline',
    en: 'v1 published',
    zh: '已发布',
  },
  {
    path: '/catalog/default/component/busiest-routes/runs',
    en: 'History',
    zh: '历史',
  },
  {
    path: '/catalog/default/component/busiest-routes',
    en: 'Last run',
    zh: '最近一次运行',
    card: 'Last run',
  },
  {
    path: '/catalog/default/resource/demo-warehouse',
    en: 'Points to',
    zh: '指向',
    card: 'Points to',
  },
];

for (const theme of ['light', 'dark'])
  test.describe(theme, () => {
    for (const { path, en, card } of PLACES)
      test(`${path} is accessible`, async ({
        page,
        open,
        expectAccessible,
      }) => {
        await page.addInitScript(
          value => localStorage.setItem('theme', value),
          theme,
        );
        await open(path);
        await expect(page.getByText(en).first()).toBeVisible();
        await expectAccessible(
          card
            ? page.getByRole('article').filter({ hasText: card })
            : page.getByRole('main'),
        );
      });
  });

test.describe('in Chinese', () => {
  for (const { path, zh } of PLACES)
    test(path, async ({ page, open }) => {
      await page.addInitScript(() => localStorage.setItem('language', 'zh'));
      await open(path);
      await expect(
        page.getByText(zh).filter({ visible: true }).first(),
      ).toBeVisible();
    });

  test('the language is chosen in the settings', async ({ page, open }) => {
    await open('/settings');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('option', { name: '中文' }).click();
    await open('/scaleph/pipelines');
    await expect(page.getByText('新建流水线').first()).toBeVisible();
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });
  for (const { path, en } of PLACES)
    test(`${path} needs no sideways scrolling`, async ({ page, open }) => {
      await open(path);
      await expect(page.getByText(en).first()).toBeVisible();
      const width = await page.evaluate(
        () => document.documentElement.scrollWidth,
      );
      expect(width).toBeLessThanOrEqual(390);
    });
});
