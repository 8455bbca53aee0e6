import path from 'node:path';
import {
  gzipBytes,
  total,
  weightOfComponent,
} from '../../../scripts/lib/chunkWeight.mjs';
import { expect, test } from '../support/test';

/** Bytes of gzip; docs/explanation/editor.md says what counts. */
const TAB = 60_000;
const EDITOR = 320_000;

test('the tab Pipeline loads little before its drawing', () => {
  const { own } = weightOfComponent('PipelineTab');
  expect(own.length).toBeGreaterThan(0);
  expect(total(own)).toBeLessThan(TAB);
});

test('the editor loads no more than it may', async ({ page, open }) => {
  const loaded = new Set<string>();
  await open('/catalog/default/component/airports');
  await expect(page.getByText('Last run')).toBeVisible();
  page.on('request', request => {
    const { pathname } = new URL(request.url());
    if (pathname.endsWith('.js')) loaded.add(path.basename(pathname));
  });
  await page.getByRole('link', { name: 'Pipeline', exact: true }).click();
  await expect(page.locator('[data-node]').first()).toBeVisible();
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await expect(
    page.getByRole('complementary', { name: 'Connectors' }),
  ).toBeVisible();
  const bytes = [...loaded].reduce((sum, file) => sum + gzipBytes(file), 0);
  expect(bytes).toBeLessThan(EDITOR);
});
