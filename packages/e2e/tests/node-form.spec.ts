import fs from 'node:fs';
import path from 'node:path';
import { Locator, Page } from '@playwright/test';
import { pressAt, tabTo, typeInto } from '../support/keyboard';
import { DARK_CHINESE, LOOKS, translate } from '../support/looks';
import { dataDir, expect, suffix, test } from '../support/test';

const PIPELINE = `node-form${suffix}`;
/** That one node gets. */
const TITLE = 'Made up';
const DATABASE = `form-database${suffix}`;
const pipelinePage = (node: string) =>
  `/catalog/default/component/${PIPELINE}/pipeline?node=${node}`;

const yaml = `apiVersion: scaleph.io/v1alpha1
kind: Pipeline
metadata:
  name: ${PIPELINE}
  title: Form of a node
  owner: group:default/data
spec:
  type: seatunnel
  mode: batch
  nodes:
    - id: read
      kind: source
      connector: FakeSource
      options:
        row.num: 3
        schema: { fields: { id: int, name: string } }
    - id: keep
      kind: transform
      connector: Filter
      options: { include_fields: [id] }
    - id: ask
      kind: transform
      connector: Sql
      options: { query: 'select id, id * 2 as twice from keep' }
    - id: write
      kind: sink
      connector: Jdbc
  edges:
    - { from: read, to: keep }
    - { from: keep, to: ask }
    - { from: ask, to: write }
  layout:
    read: [0, 0]
    keep: [280, 0]
    ask: [560, 0]
    write: [840, 0]
`;

// Through the form by Tab alone takes its time on a busy machine.
test.describe.configure({ timeout: 150_000 });

test.describe.serial('the form of a node', () => {
  test.beforeAll(() => {
    fs.mkdirSync(path.join(dataDir(), 'warehouse'), { recursive: true });
  });

  test.describe('with the keyboard alone, in Chinese and dark,', () => {
    test.use({ look: DARK_CHINESE });

    test('is filled in, and its rows are seen', async ({
      page,
      open,
      api,
      t,
      shot,
      expectAccessible,
    }) => {
      const edit = page.getByRole('button', {
        name: t('pipeline.action.edit'),
        exact: true,
      });
      const form = drawer(page, 'read', t);
      const saved = page.getByText(
        new RegExp(t('common.save.saved', { when: '.*' })),
      );
      const made = await api('POST', '/pipelines', { yaml });
      expect(made.status, JSON.stringify(made.body)).toBe(201);
      await expect(async () => {
        await open(pipelinePage('read'));
        await expect(form).toBeVisible({ timeout: 5_000 });
      }).toPass({ timeout: 40_000 });
      await pressAt(edit);

      // A field more, with a type from the list, and first of all.
      await pressAt(
        form.getByRole('button', { name: t('nodeForm.schema.add') }),
      );
      await typeInto(
        form.getByRole('textbox', {
          name: t('nodeForm.schema.name', { number: 3 }),
        }),
        'price',
        { back: true },
      );
      await typeInto(
        form.getByRole('combobox', {
          name: t('nodeForm.schema.type', { name: 'price' }),
        }),
        'double',
      );
      await page.keyboard.press('Enter');
      await pressAt(
        form.getByRole('button', {
          name: t('nodeForm.schema.up', { name: 'price' }),
        }),
      );
      // From a field as well: what is typed in it is saved with the rest.
      await typeInto(
        form.getByRole('textbox', { name: t('pipeline.drawer.title') }),
        TITLE,
        { back: true },
      );
      await page.keyboard.press('Control+s');
      await expect(saved).toBeVisible();
      const { body } = await api<{ document: any }>(
        'GET',
        `/pipelines/${PIPELINE}`,
      );
      const read = body.document.spec.nodes.find(
        (it: { id: string }) => it.id === 'read',
      );
      const { schema } = read.options;
      expect(read.title).toBe(TITLE);
      expect(Object.entries(schema.fields)).toEqual([
        ['id', 'int'],
        ['price', 'double'],
        ['name', 'string'],
      ]);
      await expect(
        form
          .getByRole('table', { name: `${t('nodeForm.fields.leaving')} (3)` })
          .getByText('price'),
      ).toBeVisible();

      // The rows, by a key: in a field it would be a letter.
      await tabTo(
        form.getByRole('button', { name: t('nodeForm.preview.run') }),
      );
      await page.keyboard.press('p');
      const panel = page.getByRole('region', {
        name: t('nodeForm.preview.of', { node: TITLE }),
      });
      await expect(
        panel.getByText(t('nodeForm.preview.all', { number: 3 })),
      ).toBeVisible();
      const header = panel.getByRole('columnheader', { name: /^price/ });
      await expect(header).toContainText('double');
      await expectAccessible(panel);
      await expectAccessible(form);
      await shot('node-form-zh');

      // What arrives at the next node is what left this one.
      await open(pipelinePage('keep'));
      await pressAt(edit);
      const next = drawer(page, 'keep', t);
      await expect(
        next.getByRole('table', {
          name: `${t('nodeForm.fields.arriving')} (3)`,
        }),
      ).toBeVisible();
      await pressAt(
        next.getByRole('button', {
          name: t('nodeForm.list.addAll', { number: 2 }),
        }),
      );
      await expect(
        next.getByRole('row', { name: 'price' }).first(),
      ).toBeVisible();
      await expect(
        next.getByRole('table', {
          name: `${t('nodeForm.fields.leaving')} (3)`,
        }),
      ).toBeVisible();
      await page.keyboard.press('Control+s');
      await expect(saved).toBeVisible();
    });
  });

  test('completes SQL with what arrives, and underlines what is wrong', async ({
    page,
    open,
    shot,
    expectAccessible,
  }) => {
    await open(pipelinePage('ask'));
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    const form = drawer(page, 'ask');
    await expect(
      form.getByRole('table', { name: 'Leaves (2)' }).getByText('twice'),
    ).toBeVisible();
    const query = form.getByRole('textbox', { name: 'Query' });
    await query.fill('select pri');
    await query.press('End');
    await query.press('Control+Home');
    await query.fill('select  from keep');
    for (let at = 0; at < ' from keep'.length; at++) {
      await query.press('ArrowLeft');
    }
    await query.press('Control+Space');
    await expect(page.getByRole('option', { name: /^price/ })).toBeVisible();
    await page.keyboard.press('Escape');
    await query.fill('select nothing_there from keep');
    await expect(form.locator('.cm-lintRange-error')).toHaveText(
      'nothing_there',
    );
    await shot('node-form-sql');
    await query.fill('select id, price from keep');
    await expect(
      form.getByRole('table', { name: 'Leaves (2)' }).getByText('double'),
    ).toBeVisible();
    await expect(form.locator('.cm-lintRange-error')).toHaveCount(0);
    await expectAccessible(form);
    await page.keyboard.press('Control+s');
    await expect(page.getByText(/^Saved/)).toBeVisible();
  });

  test('makes a data source in place, and picks a table of another', async ({
    page,
    open,
    api,
    shot,
    expectAccessible,
  }) => {
    await open(pipelinePage('write'));
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    const form = drawer(page, 'write');
    await form.getByRole('button', { name: 'New data source' }).click();
    const dialog = page.getByRole('dialog');
    await expect(
      dialog.getByRole('button', { name: 'PostgreSQL' }),
    ).toBeVisible();
    await expect(dialog.getByRole('button', { name: 'Directory' })).toHaveCount(
      0,
    );
    await expectAccessible(dialog);
    await dialog.getByRole('button', { name: 'SQLite' }).click();
    await dialog.getByRole('textbox', { name: 'Name' }).fill(DATABASE);
    await dialog
      .getByRole('textbox', { name: /File|Path/ })
      .fill(path.join(dataDir(), 'warehouse', `${DATABASE}.db`));
    await dialog.getByRole('button', { name: 'Test connection' }).click();
    await shot('node-form-data-source');
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(dialog).toHaveCount(0);
    expect(new URL(page.url()).searchParams.get('node')).toBe('write');
    const source = form.getByRole('button', { name: /Data source/ }).first();
    await expect(source).toContainText(DATABASE);

    await source.click();
    await page.getByRole('option', { name: /Demo warehouse/ }).click();
    const table = form.getByRole('combobox', { name: 'Table' });
    const airports = page.getByRole('option', {
      name: 'airports',
      exact: true,
    });
    // A list closes when what is around it scrolls, as it does for the first time.
    await expect(async () => {
      await table.fill('');
      await table.fill('air');
      await airports.click({ timeout: 5_000 });
    }).toPass();
    await expect(table).toHaveValue('airports');
    await expect(airports).toHaveCount(0);
    await shot('node-form-table');
    await expectAccessible(form);
    await page.keyboard.press('Control+s');
    await expect(page.getByText(/^Saved/)).toBeVisible();
    const { body } = await api<{ document: any }>(
      'GET',
      `/pipelines/${PIPELINE}`,
    );
    const write = body.document.spec.nodes.find(
      (it: { id: string }) => it.id === 'write',
    );
    expect(write).toMatchObject({
      dataSource: 'demo-warehouse',
      options: { table: 'airports' },
    });
  });
});

test.describe('the form of a node, and its rows,', () => {
  for (const [theme, language, width, height] of [
    ['light', 'en', 1440, 900],
    ['light', 'en', 1024, 768],
    ['dark', 'en', 390, 844],
  ] as const) {
    test(`fit ${width} px, ${theme}, ${language}`, async ({
      page,
      open,
      shot,
      expectAccessible,
    }) => {
      await page.addInitScript(
        ([look, words]) => {
          localStorage.setItem('theme', look);
          localStorage.setItem('language', words);
        },
        [theme, language],
      );
      await page.setViewportSize({ width, height });
      await open(pipelinePage('read'));
      await page.getByRole('button', { name: 'Edit', exact: true }).click();
      const form = page.getByRole('complementary', {
        name: 'Node read',
      });
      await form.getByText('Advanced').click();
      await form
        .getByRole('button', {
          name: 'Preview rows',
        })
        .click();
      const panel = page.getByRole('region', {
        name: `Rows that leave ${TITLE}`,
      });
      await expect(panel.getByText(/^All 3 rows/)).toBeVisible();
      const box = (await form.boundingBox())!;
      expect(box.x + box.width).toBeLessThanOrEqual(width);
      await expectAccessible(form);
      await expectAccessible(panel);
      await shot(width === 1440 ? 'node-form' : `node-form-${width}`);
    });
  }
});

function drawer(page: Page, node: string, t = translate(LOOKS[0])): Locator {
  return page.getByRole('complementary', {
    name: t('pipeline.drawer.label', { node }),
  });
}
