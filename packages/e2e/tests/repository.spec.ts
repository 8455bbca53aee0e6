import fs from 'node:fs';
import { expectClosed, pressAt, tabTo, typeInto } from '../support/keyboard';
import { DARK_CHINESE } from '../support/looks';
import { applyPatch, REPOSITORY_PIPELINE } from '../support/repository';
import { dataDir, expect, portalUrl, test } from '../support/test';

const ENTITY = `component:default/${REPOSITORY_PIPELINE}`;
const page$ = `/catalog/default/component/${REPOSITORY_PIPELINE}/pipeline`;

/** As the catalog would within minutes. */
async function refreshEntity() {
  const answer = await fetch(`${portalUrl()}/api/auth/guest/refresh`, {
    headers: { 'x-requested-with': 'XMLHttpRequest' },
  });
  const { backstageIdentity } = await answer.json();
  const response = await fetch(`${portalUrl()}/api/catalog/refresh`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${backstageIdentity.token}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ entityRef: ENTITY }),
  });
  expect(response.status).toBe(200);
}

test.describe.serial('a pipeline in a repository', () => {
  test('says where it comes from, and runs', async ({
    page,
    open,
    shot,
    expectAccessible,
  }) => {
    await expect(async () => {
      await open(page$);
      await expect(
        page.getByText('From pipeline.yaml in its repository'),
      ).toBeVisible({ timeout: 5_000 });
    }).toPass({ timeout: 45_000 });
    const tab = page.getByRole('region', { name: 'Pipeline' });
    await expect(tab.getByText('v1 published', { exact: true })).toBeVisible();
    await expect(tab.getByRole('button', { name: 'Publish' })).toHaveCount(0);
    await expect(page.locator('[data-node="by_day"]')).toBeVisible();
    await expectAccessible(tab);
    await shot('pipeline-in-repository');
    await tab.getByRole('button', { name: 'Run', exact: true }).click();
    await expect(tab.getByText('Finished').first()).toBeVisible({
      timeout: 30_000,
    });
  });

  test.describe('with the keyboard alone, in Chinese and dark,', () => {
    test.use({ look: DARK_CHINESE });

    test('is edited, kept as a patch, and the edit taken back', async ({
      page,
      open,
      t,
      expectAccessible,
    }) => {
      const button = (key: string) =>
        page.getByRole('button', { name: t(key), exact: true });
      await open(`${page$}?node=by_day`);
      await pressAt(button('pipeline.action.edit'));
      const drawer = page.getByRole('complementary', {
        name: t('pipeline.drawer.label', { node: 'by_day' }),
      });
      await tabTo(drawer.locator('.cm-content'));
      await page.keyboard.press('ControlOrMeta+End');
      await page.keyboard.type(' ORDER BY total');
      await expect(button('origin.patch')).toBeEnabled();
      // Back from the text to the bar: Tab leaves an editor.
      await tabTo(button('origin.patch'), { back: true });
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.keyboard.press('Enter'),
      ]);
      expect(fs.readFileSync(await download.path(), 'utf8')).toContain(
        'ORDER BY total',
      );
      await pressAt(button('origin.pullRequest'));
      const dialog = page.getByRole('dialog', {
        name: t('origin.pull.title'),
      });
      await typeInto(
        dialog.getByRole('textbox', { name: t('origin.pull.subject') }),
        '按天排序',
      );
      await expectAccessible(dialog);
      await page.keyboard.press('Escape');
      await expectClosed(dialog);
      await expect(button('origin.pullRequest')).toBeFocused();
      await pressAt(button('origin.discard'));
      await expect(drawer.locator('.cm-content')).not.toContainText('ORDER BY');
    });
  });

  test('an edit ends in a patch, and the file in a version', async ({
    page,
    open,
  }) => {
    await open(`${page$}?node=by_day`);
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    await expect(
      page.getByRole('button', { name: 'Save', exact: true }),
    ).toHaveCount(0);
    const patchButton = page.getByRole('button', { name: 'Download patch' });
    await expect(patchButton).toBeDisabled();
    const query = page.getByRole('textbox', { name: /Query/ });
    await query.click();
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.type(' ORDER BY total');
    await expect(patchButton).toBeEnabled();
    // It is in this tab only, and survives a reload of it.
    await page.reload();
    await expect(patchButton).toBeEnabled();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      patchButton.click(),
    ]);
    const patch = fs.readFileSync(await download.path(), 'utf8');
    expect(patch).toContain('+      query: SELECT day');
    const text = applyPatch(dataDir(), patch);
    expect(text).toContain('# Reviewed by the team before it changes.');
    expect(text).toContain('ORDER BY total');

    await refreshEntity();
    await expect(async () => {
      await open(page$);
      await expect(page.getByText('v2 published', { exact: true })).toBeVisible(
        {
          timeout: 4_000,
        },
      );
    }).toPass({ timeout: 45_000 });
  });

  test('a pull request is a task of the scaffolder, which says why it cannot be made', async ({
    page,
    open,
  }) => {
    await open(`${page$}?node=by_day`);
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    const query = page.getByRole('textbox', { name: /Query/ });
    await query.click();
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.type(' LIMIT 3');
    await page.getByRole('button', { name: 'Pull request' }).click();
    const dialog = page.getByRole('dialog', { name: 'Open a pull request' });
    await dialog.getByRole('button', { name: 'Open pull request' }).click();
    // The task is there; what it says of a file that no integration reaches is the scaffolder's.
    await expect(
      dialog.getByText('The pull request is being made'),
    ).toBeVisible();
    await dialog.getByRole('link', { name: 'Follow it' }).click();
    await expect(page.getByText(/no integration for/).first()).toBeVisible({
      timeout: 30_000,
    });
  });
});
