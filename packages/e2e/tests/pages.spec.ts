import { expect, test } from '../support/lookAt';
import { LOOKS } from '../support/looks';
import { faultsOf } from '../support/screens';

interface Place {
  path: string;
  /** A text of each language that shows that it has loaded. */
  en: string;
  zh: string;
  /** The text is in our card; the rest of the page is not ours. */
  card?: true;
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
    card: true,
  },
  {
    path: '/catalog/default/resource/demo-warehouse',
    en: 'Points to',
    zh: '指向',
    card: true,
  },
];

for (const theme of ['light', 'dark'] as const)
  test.describe(theme, () => {
    test.use({ look: { theme, language: 'en' } });
    for (const { path, card, ...texts } of PLACES)
      test(`${path} in both languages`, async ({ page, open, lookAt }) => {
        const part = page.getByRole(card ? 'article' : 'main');
        const ours = card
          ? part.filter({ hasText: new RegExp(`${texts.en}|${texts.zh}`) })
          : part;
        await open(path);
        await lookAt(
          path,
          () => ours,
          async (_, { language }) => {
            await expect(
              page.getByText(texts[language]).filter({ visible: true }).first(),
            ).toBeVisible();
          },
        );
        if (theme === 'dark') return;
        // On a phone nothing is sideways.
        await page.setViewportSize({ width: 390, height: 844 });
        await expect(
          page.getByText(texts.en).filter({ visible: true }).first(),
        ).toBeVisible();
        // The portal notices by and by that the window is another.
        await expect.poll(() => faultsOf(ours, LOOKS[0])).toEqual([]);
      });
  });

test('the language is chosen in the settings', async ({ page, open }) => {
  await open('/settings');
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('option', { name: '中文' }).click();
  await open('/scaleph/pipelines');
  await expect(page.getByText('新建流水线').first()).toBeVisible();
});
