import type { APIRequestContext } from '@playwright/test';
import fs from 'node:fs';
import path from 'node:path';
import { REPOSITORY_PIPELINE } from '../support/repository';
import { dataDir, expect, portalUrl, suffix, test } from '../support/test';

const PIPELINE = `second-thoughts${suffix}`;

const document = {
  apiVersion: 'scaleph.io/v1alpha1',
  kind: 'Pipeline',
  metadata: { name: PIPELINE, owner: 'group:default/data' },
  spec: {
    type: 'seatunnel',
    mode: 'batch',
    nodes: [
      {
        id: 'read',
        kind: 'source',
        connector: 'FakeSource',
        options: { 'row.num': 3, schema: { fields: { id: 'int' } } },
      },
      { id: 'write', kind: 'sink', connector: 'Console' },
    ],
    edges: [{ from: 'read', to: 'write' }],
  },
};

test.describe.serial('second thoughts', () => {
  test('two edits are compared, and both are kept', async ({
    page,
    open,
    api,
    expectAccessible,
  }) => {
    await api('POST', '/pipelines', { document, publish: true });
    const home = `/catalog/default/component/${PIPELINE}/pipeline?node=write`;
    const title = page.getByRole('textbox', { name: /^Title/ });
    await expect(async () => {
      await open(home);
      await page
        .getByRole('button', { name: 'Edit', exact: true })
        .click({ timeout: 4_000 });
      await expect(title).toBeVisible({ timeout: 4_000 });
    }).toPass({ timeout: 30_000 });

    const { etag } = await api('GET', `/pipelines/${PIPELINE}`);
    const theirs = structuredClone(document);
    theirs.spec.nodes[0].options!['row.num'] = 7;
    await page.context().setOffline(true);
    await title.fill('Mine');
    await title.press('Tab');
    const saved = await api(
      'PUT',
      `/pipelines/${PIPELINE}`,
      { document: theirs },
      { 'if-match': etag! },
    );
    expect(saved.status).toBe(200);
    await page.context().setOffline(false);

    const conflict = page.getByRole('alert').filter({ hasText: /this draft/ });
    await expect(conflict).toBeVisible({ timeout: 45_000 });
    await conflict.getByRole('button', { name: 'Compare' }).click();
    const dialog = page.getByRole('dialog', {
      name: 'The other edit and yours',
    });
    await expect(dialog.getByText('nodes › read › options')).toBeVisible();
    await expect(dialog.getByText('nodes › write › title')).toBeVisible();
    await expectAccessible(dialog);
    await dialog.getByRole('radio', { name: 'Text' }).click();
    await expect(dialog.locator('.cm-mergeView')).toBeVisible();
    await dialog.getByRole('button', { name: 'Keep both' }).click();
    await expect(conflict).toHaveCount(0);
    await expect(async () => {
      const { body } = await api<{ document: typeof document }>(
        'GET',
        `/pipelines/${PIPELINE}`,
      );
      const [read, write] = body.document.spec.nodes;
      expect(read.options!['row.num']).toBe(7);
      expect(write).toMatchObject({ title: 'Mine' });
    }).toPass({ timeout: 15_000 });
  });

  test('a broken file is named, and read again at once when it is mended', async ({
    page,
    open,
    request,
    expectAccessible,
  }) => {
    test.setTimeout(180_000);
    const file = path.join(dataDir(), 'repository', 'pipeline.yaml');
    const text = fs.readFileSync(file, 'utf8');
    const reason = page.getByText(/The newest file was not taken/);
    const home = `/catalog/default/component/${REPOSITORY_PIPELINE}/pipeline`;
    await expect(async () => {
      await open(home);
      await expect(page.getByText(/^v\d+ published/)).toBeVisible({
        timeout: 5_000,
      });
    }).toPass({ timeout: 45_000 });
    try {
      fs.writeFileSync(file, 'metadata: [broken\n');
      await refresh(request);
      await expect(async () => {
        await open(home);
        await expect(reason).toBeVisible({ timeout: 4_000 });
      }).toPass({ timeout: 45_000 });
      await expectAccessible(page.getByRole('region', { name: 'Pipeline' }));
    } finally {
      fs.writeFileSync(file, text);
    }
    await page.getByRole('button', { name: 'Read again' }).click();
    await expect(reason).toHaveCount(0, { timeout: 40_000 });
  });

  test('a long form keeps the outcome of its test in sight and leads to what is missing', async ({
    page,
    open,
  }) => {
    await page.setViewportSize({ width: 1280, height: 640 });
    await open('/scaleph/data-sources/new?type=postgresql');
    const field = (name: string) => page.getByRole('textbox', { name });
    await expect(page.getByText('Files for the connection')).toHaveCount(0);
    await field('Host').fill('127.0.0.1');
    await field('Port').fill('1');
    await field('Database').fill('shop');
    await field('User').fill('etl');
    await page.keyboard.press('Tab');
    await expect(
      page.getByText(/The connection does not work/),
    ).toBeInViewport();
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(field('Name').first()).toBeFocused();
    await expect(field('Name').first()).toBeInViewport();
    await page.getByRole('button', { name: /Encryption/ }).click();
    await page.getByRole('option', { name: 'verify-full' }).click();
    await expect(page.getByText('Files for the connection')).toBeVisible();
  });

  test('a file that is no document is refused before it is read', async ({
    page,
    open,
  }) => {
    await open('/scaleph/pipelines?new=import');
    const dialog = page.getByRole('dialog', { name: 'Import a pipeline' });
    const choose = (name: string, buffer: Buffer) =>
      dialog
        .locator('input[type=file]')
        .setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
    await choose('dump.sql', Buffer.alloc(2 * 1024 * 1024, 'a'));
    await expect(dialog.getByText(/dump\.sql is larger than/)).toBeVisible();
    await choose('photo.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1]));
    await expect(dialog.getByText(/photo\.png is no text/)).toBeVisible();
    await expect(dialog.getByRole('textbox')).toHaveValue('');
  });
});

/** Has the catalog look at the entity at once. */
async function refresh(request: APIRequestContext) {
  const answer = await request.get(`${portalUrl()}/api/auth/guest/refresh`, {
    headers: { 'x-requested-with': 'XMLHttpRequest' },
  });
  const { backstageIdentity } = await answer.json();
  const response = await request.post(`${portalUrl()}/api/catalog/refresh`, {
    headers: { authorization: `Bearer ${backstageIdentity.token}` },
    data: { entityRef: `component:default/${REPOSITORY_PIPELINE}` },
  });
  expect(response.status()).toBe(200);
}
