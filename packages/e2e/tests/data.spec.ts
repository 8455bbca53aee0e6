import fs from 'node:fs';
import path from 'node:path';
import { dataDir, expect, suffix, test } from '../support/test';

const NAME = `shop-files${suffix}`;
const directory = () => path.join(dataDir(), 'input', NAME);

test.describe.serial('what a data source holds', () => {
  test.beforeAll(() => {
    fs.mkdirSync(path.join(directory(), 'orders'), { recursive: true });
    fs.writeFileSync(
      path.join(directory(), 'orders', 'today.csv'),
      'id,amount\n1,5\n2,7\n',
    );
  });

  test('is tested by itself once typing is done, with the keyboard alone', async ({
    page,
    open,
    shot,
    expectAccessible,
  }) => {
    await open('/scaleph/data-sources/new');
    await expect(
      page.getByRole('heading', { name: 'Databases' }),
    ).toBeVisible();
    await expectAccessible(page.getByRole('main'));
    await shot('data-source-types');
    await page.getByRole('searchbox', { name: 'Find a type' }).fill('direct');
    await expect(page.getByRole('button', { name: 'PostgreSQL' })).toHaveCount(
      0,
    );
    await page.getByRole('button', { name: 'Directory' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: 'Name' }).focus();
    await page.keyboard.type(NAME);
    await page.getByRole('textbox', { name: 'Directory' }).focus();
    await page.keyboard.type(directory());
    await expect(page.getByText(/The connection works/)).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(
      page.getByText(`Data source "${NAME}" is created`),
    ).toBeVisible();
  });

  test('is seen on its tab Data, down to the first rows', async ({
    page,
    open,
    shot,
    expectAccessible,
  }) => {
    await expect(async () => {
      await open(`/catalog/default/resource/${NAME}/data`);
      await expect(page.getByRole('button', { name: 'orders' })).toBeVisible({
        timeout: 3_000,
      });
    }).toPass({ timeout: 15_000 });
    await page.getByRole('button', { name: 'orders' }).click();
    await expect(page.getByText('today.csv')).toBeVisible();
    await expectAccessible(page.getByRole('main'));
    await shot('data-source-data');
    await page.getByRole('button', { name: NAME }).click();
    await expect(page.getByRole('button', { name: 'orders' })).toBeVisible();
  });

  test('is in Chinese and in the dark as well', async ({ page, open }) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await open('/settings');
    await page.evaluate(() => {
      localStorage.setItem('theme', 'dark');
      localStorage.setItem('language', 'zh');
    });
    await open(`/catalog/default/resource/${NAME}/data`);
    await expect(page.getByRole('button', { name: 'orders' })).toBeVisible();
    await expect(page.getByText('内容')).toBeVisible();
  });
});
