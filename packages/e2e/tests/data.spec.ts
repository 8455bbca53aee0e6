import fs from 'node:fs';
import path from 'node:path';
import {
  chooseByArrows,
  expectClosed,
  pressAt,
  typeInto,
} from '../support/keyboard';
import { DARK_CHINESE } from '../support/looks';
import { dataDir, expect, suffix, test } from '../support/test';

/** The name of the type, and of its only field, in Chinese; it is the server's. */
const DIRECTORY_TYPE = '目录';
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

  test.describe('with the keyboard alone, in Chinese and dark,', () => {
    test.use({ look: DARK_CHINESE });

    test('is tested by itself once typing is done', async ({
      page,
      open,
      t,
      shot,
      expectAccessible,
    }) => {
      await open('/scaleph/data-sources/new');
      await expect(
        page.getByRole('heading', { name: t('dataSources.category.database') }),
      ).toBeVisible();
      await expectAccessible(page.getByRole('main'));
      await shot('data-source-types');
      const type = (name: string) =>
        page.getByRole('button', { name, exact: true });
      await typeInto(
        page.getByRole('searchbox', { name: t('dataSources.gallery.search') }),
        'direct',
      );
      await expect(type('PostgreSQL')).toHaveCount(0);
      await pressAt(type(DIRECTORY_TYPE));
      const field = (name: string) => page.getByRole('textbox', { name });
      await typeInto(field(t('dataSources.field.name')).first(), NAME);
      await typeInto(field(DIRECTORY_TYPE), directory());
      await expect(
        page.getByText(
          new RegExp(t('dataSources.test.good', { duration: '.*' })),
        ),
      ).toBeVisible();
      await page.keyboard.press('Enter');
      await expect(
        page.getByText(t('dataSources.form.created', { name: NAME })),
      ).toBeVisible();
    });

    test('is looked into', async ({ page, t }) => {
      const orders = page.getByRole('button', { name: 'orders' });
      await expect(async () => {
        await page.goto(`/catalog/default/resource/${NAME}/data`);
        await expect(orders).toBeVisible({ timeout: 3_000 });
      }).toPass({ timeout: 15_000 });
      await expect(page.getByText(t('browse.contents'))).toBeVisible();
      await pressAt(orders);
      await expect(page.getByText('today.csv')).toBeVisible();
      await pressAt(page.getByRole('button', { name: NAME }));
      await expect(orders).toBeVisible();
    });
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

  test.describe('with the keyboard alone, in Chinese and dark,', () => {
    test.use({ look: DARK_CHINESE });

    test('is deleted', async ({ page, open, t }) => {
      await open(`/scaleph/data-sources?search=${NAME}`);
      const more = page.getByRole('button', {
        name: t('common.action.more', { name: NAME }),
      });
      await pressAt(more);
      const remove = page.getByRole('menuitem', {
        name: t('common.action.delete'),
      });
      const dialog = page.getByRole('dialog', {
        name: t('dataSources.delete.title', { name: NAME }),
      });
      await chooseByArrows(remove);
      await expect(dialog).toBeVisible();
      await page.keyboard.press('Escape');
      await expectClosed(dialog);
      await pressAt(more);
      await chooseByArrows(remove);
      await pressAt(
        dialog.getByRole('button', { name: t('common.action.delete') }),
      );
      await expect(dialog).toHaveCount(0);
      await expect(more).toHaveCount(0);
    });
  });
});
