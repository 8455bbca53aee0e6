import { expect, test } from '../support/test';

test('the editor takes the whole page, and gives it back', async ({
  page,
  open,
  expectAccessible,
}) => {
  await open('/catalog/default/component/airports/pipeline');
  const editor = page.getByRole('region', { name: 'Pipeline', exact: true });
  const top = async () => (await editor.boundingBox())?.y;
  const covered = page.locator('[inert]').getByText('Runs', { exact: true });

  await page.getByRole('button', { name: 'Use the whole page' }).click();
  await expect(page).toHaveURL(/full=1/);
  await expect.poll(top).toBe(0);
  expect((await editor.boundingBox())!.height).toBe(
    page.viewportSize()!.height,
  );
  // Nobody tabs into what lies below; the portal's sidebar stays.
  await expect(covered).toHaveCount(1);
  await page.getByRole('link', { name: 'Notifications' }).focus();
  await expect(editor.getByRole('toolbar').first()).toContainText('Airports');
  await expectAccessible(editor);

  // A link shows the same.
  await page.reload();
  await expect.poll(top).toBe(0);
  await editor.getByRole('radio', { name: 'Graph' }).focus();
  await page.keyboard.press('Shift+F');
  await expect(page).not.toHaveURL(/full=1/);
  await expect.poll(top).toBeGreaterThan(100);
  await expect(covered).toHaveCount(0);
});

test('a query that fails is a warning at its node', async ({
  page,
  open,
  api,
}) => {
  const name = `whole-page-query-${process.pid}`;
  const made = await api('POST', '/pipelines', {
    document: {
      apiVersion: 'scaleph.io/v1alpha1',
      kind: 'Pipeline',
      metadata: { name, owner: 'group:default/data' },
      spec: {
        type: 'seatunnel',
        nodes: [
          {
            id: 'made',
            kind: 'source',
            connector: 'FakeSource',
            options: { schema: { fields: { n: 'int' } } },
          },
          {
            id: 'odd',
            kind: 'transform',
            connector: 'Sql',
            options: { query: 'SELECT nope FROM made' },
          },
          { id: 'shown', kind: 'sink', connector: 'Console' },
        ],
        edges: [
          { from: 'made', to: 'odd' },
          { from: 'odd', to: 'shown' },
        ],
      },
    },
  });
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  const edit = page.getByRole('button', { name: 'Edit', exact: true });
  await expect(async () => {
    await open(`/catalog/default/component/${name}/pipeline`);
    await expect(edit).toBeVisible({ timeout: 5_000 });
  }).toPass({ timeout: 40_000 });
  await edit.click();
  await page.getByRole('button', { name: '1 warning' }).click();
  await page.getByRole('button', { name: /The query fails.*nope/ }).click();
  const form = page.getByRole('complementary', { name: 'Node odd' });
  await expect(form.getByText(/Binder Error.*"nope"/)).toBeVisible();
});
