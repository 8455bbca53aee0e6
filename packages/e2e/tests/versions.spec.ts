import { Page } from '@playwright/test';
import {
  chooseByArrows,
  chooseInGroup,
  expectClosed,
  pressAt,
  tabTo,
  typeInto,
} from '../support/keyboard';
import { DARK_CHINESE } from '../support/looks';
import { expect, portalUrl, suffix, test } from '../support/test';

const PIPELINE = `versions${suffix}`;
const SYSTEM = `system:default/versions${suffix}`;
const pagePath = (query = '') =>
  `/catalog/default/component/${PIPELINE}/pipeline${query}`;

const yaml = (
  query: string,
  name = PIPELINE,
) => `apiVersion: scaleph.io/v1alpha1
kind: Pipeline
metadata:
  name: ${name}
  title: Versions of ${name}
  owner: group:default/data
  system: ${SYSTEM}
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
    - id: ask
      kind: transform
      connector: Sql
      options: { query: '${query}' }
    - id: write
      kind: sink
      connector: Console
  edges:
    - { from: read, to: ask }
    - { from: ask, to: write }
`;

const editor = (page: Page) =>
  page.getByRole('textbox', { name: 'Pipeline as YAML' });
const card = (page: Page, id: string) =>
  page.locator(`.react-flow__node[data-id="${id}"]`);
const menu = async (page: Page, item: string) => {
  await page.getByRole('button', { name: 'More pipeline actions' }).click();
  await page.getByRole('menuitem', { name: item }).click();
};

/** The server has what is on the page. */
const expectSaved = (page: Page) =>
  expect(page.getByRole('button', { name: 'Save', exact: true })).toBeDisabled({
    timeout: 20_000,
  });

async function replaceInYaml(page: Page, from: string, to: string) {
  // By its own search, as somebody would who has only a keyboard.
  const line = editor(page).locator('.cm-line', { hasText: from }).first();
  await line.click();
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+End');
  const text = await line.textContent();
  await page.keyboard.insertText((text ?? '').trimStart().replace(from, to));
}

/** Goes down the text to a line, and writes another. */
async function typeOverLine(page: Page, from: string, to: string) {
  const lines = await page.locator('.cm-line').allTextContents();
  await page.keyboard.press('ControlOrMeta+Home');
  for (let at = lines.findIndex(it => it.includes(from)); at > 0; at--)
    await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+End');
  await page.keyboard.insertText(to);
}

test.describe.serial('a pipeline in two views and many versions', () => {
  test('the graph and the YAML are side by side, and follow each other', async ({
    page,
    open,
    api,
    shot,
    expectAccessible,
  }) => {
    const made = await api('POST', '/pipelines', {
      yaml: yaml('select id from read'),
      publish: true,
      message: 'The beginning',
    });
    expect(made.status).toBe(201);
    await expect(async () => {
      await open(pagePath());
      await expect(card(page, 'read')).toBeVisible({ timeout: 3_000 });
    }).toPass({ timeout: 20_000 });

    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    await page.getByRole('radio', { name: 'Side by side' }).click();
    await expect(editor(page)).toBeVisible();

    // A node that is selected is marked in the text.
    await card(page, 'ask').click();
    await expect(page.locator('.cm-selectedNode').first()).toHaveText(
      /- id: ask/,
    );
    // The cursor in the text of a node selects it.
    await editor(page).locator('.cm-line', { hasText: 'id: read' }).click();
    await expect(page).toHaveURL(/node=read/);
    await expect(page.locator('.cm-selectedNode').first()).toHaveText(
      /- id: read/,
    );
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    for (let i = 0; i < 30; i++) await page.keyboard.press('ArrowDown');
    await expect(page).not.toHaveURL(/node=read/);

    // An edit of one shows in the other at once.
    await replaceInYaml(page, 'select id from read', 'select name from read');
    await expect(card(page, 'ask')).toContainText('select name from read');
    await shot('pipeline-split');
    await expectAccessible(page.getByRole('region', { name: 'Pipeline' }));

    // What cannot be read leaves the graph at the last state that could.
    await replaceInYaml(page, 'connector: Console', 'connector: [Console');
    await expect(
      page.getByText('The YAML cannot be read').first(),
    ).toBeVisible();
    await expect(card(page, 'write')).toBeVisible();
    await page.keyboard.press('ControlOrMeta+z');
    await expect(page.getByText('The YAML cannot be read')).toHaveCount(0);

    // The splitter moves by keys, and is remembered.
    const splitter = page.getByRole('separator', {
      name: 'Width of the graph',
    });
    await splitter.press('ArrowLeft');
    await splitter.press('ArrowLeft');
    await expect(splitter).toHaveAttribute('aria-valuenow', '47');
    await expectSaved(page);
    await page.reload();
    await expect(splitter).toHaveAttribute('aria-valuenow', '47');

    // Without room for two there are tabs.
    await page.setViewportSize({ width: 1000, height: 760 });
    await expect(page.getByRole('radio', { name: 'Side by side' })).toHaveCount(
      0,
    );
    await expect(page.getByRole('radio', { name: 'YAML' })).toBeVisible();
    await expect(splitter).toHaveCount(0);
  });

  test('problems are listed, and lead to their field and their line', async ({
    page,
    open,
    shot,
    expectAccessible,
  }) => {
    await open(pagePath('?view=yaml'));
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    await replaceInYaml(page, 'row.num: 3', 'row.nun: 3');
    await replaceInYaml(page, 'connector: Console', 'connector: Konsole');
    await page.getByRole('button', { name: /^\d problems?$/ }).click();
    const panel = page.getByRole('region', { name: 'Problems' });
    await expect(panel.getByRole('listitem')).not.toHaveCount(0);
    await panel.getByRole('radio', { name: /^Errors/ }).click();
    await shot('pipeline-problems');
    await expectAccessible(panel);
    const unknown = panel.getByRole('button', { name: /row\.nun/ });
    await unknown.focus();
    await page.keyboard.press('End');
    await page.keyboard.press('Home');
    await unknown.press('Enter');
    // In the text: its line, with the cursor in it.
    await expect(editor(page)).toBeFocused();
    await expect(page).toHaveURL(/node=read/);
    // In the graph: its node.
    await page.getByRole('radio', { name: 'Graph', exact: true }).click();
    await panel.getByRole('button', { name: /Konsole/ }).click();
    await expect(page).toHaveURL(/node=write/);
    await unknown.press('Escape');
    await expect(panel).toHaveCount(0);
    // The preview says what keeps the draft back.
    await page.getByRole('radio', { name: 'Deploy preview' }).click();
    await expect(
      page.getByText(/problems? keeps? the draft from being deployed/),
    ).toBeVisible();
    await menu(page, 'Discard draft changes');
    await expect(page.getByText('No problems')).toBeVisible();
  });

  test('the deploy preview shows the plan of a target, to copy and to keep', async ({
    page,
    open,
    shot,
    expectAccessible,
  }) => {
    await open(pagePath('?view=plan'));
    const plan = page.getByRole('textbox', { name: 'plan.sql' });
    await expect(plan).toContainText(/select/i);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download plan.sql' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('plan.sql');
    await shot('pipeline-plan');
    await expectAccessible(page.getByRole('region', { name: 'Pipeline' }));
  });

  test('versions are compared as list, as text and as graph, and brought back', async ({
    page,
    open,
    shot,
    expectAccessible,
  }) => {
    await open(pagePath('?view=yaml'));
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    await replaceInYaml(page, 'id: write', 'id: show');
    await replaceInYaml(page, 'to: write', 'to: show');
    await expect(page.getByText('No problems')).toBeVisible();
    await page.getByRole('button', { name: 'Publish' }).click();
    await page.getByRole('dialog').getByRole('textbox').fill('Shown by name');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: 'Publish' })
      .click();
    await expect(page.getByText('v2 published')).toBeVisible();

    await menu(page, 'Versions and differences');
    const dialog = page.getByRole('dialog', { name: 'Versions' });
    await expect(dialog.getByText('The beginning')).toBeVisible();
    await dialog.getByRole('button', { name: /v1/ }).click();
    await expect(dialog.getByText('nodes › show')).toBeVisible();
    await expectAccessible(dialog);
    await dialog.getByRole('radio', { name: 'Text' }).click();
    await expect(dialog.locator('.cm-mergeView')).toBeVisible();
    await shot('pipeline-versions-text');
    await expectAccessible(dialog);
    await dialog.getByRole('radio', { name: 'Graph' }).click();
    await expect(
      dialog.locator('.react-flow__node[data-id="show"]'),
    ).toContainText('Added');
    await expect(
      dialog.locator('.react-flow__node[data-id="write"]'),
    ).toContainText('Removed');
    await shot('pipeline-versions-graph');
    await expectAccessible(dialog);

    await dialog
      .getByRole('button', { name: 'Make version 1 the draft' })
      .click();
    await expect(page.getByText(/The draft is version 1 now/)).toBeVisible();
    await expect(editor(page)).toContainText('id: write');
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect(editor(page)).toContainText('id: show');
  });

  test.describe('with the keyboard alone, in Chinese and dark,', () => {
    test.use({ look: DARK_CHINESE });

    test('it is written, mended, published and compared', async ({
      page,
      open,
      t,
      expectAccessible,
    }) => {
      test.setTimeout(120_000);
      const view = (key: string) =>
        page.getByRole('radio', { name: t(key), exact: true });
      const views = page.getByRole('radiogroup', {
        name: t('pipeline.view.label'),
      });
      const button = (key: string) =>
        page.getByRole('button', { name: t(key), exact: true });
      const text = page.getByRole('textbox', {
        name: t('pipeline.yaml.label'),
      });
      const dialog = page.getByRole('dialog');

      await open(pagePath());
      await pressAt(button('pipeline.action.edit'));
      await chooseInGroup(views, view('views.split.label'));
      await tabTo(text);
      await typeOverLine(page, 'connector: Console', 'connector: Konsole');
      await expect(card(page, 'show')).toContainText('Konsole');
      // In the text Tab indents; after Escape it leaves. The list leads back to the line.
      await page.keyboard.press('Escape');
      const problems = page.getByRole('button', {
        name: new RegExp(t('pipeline.problems.errors', { count: '\\d' })),
      });
      await pressAt(problems, 'Enter', { back: true });
      const panel = page.getByRole('region', {
        name: t('pipeline.problems.title'),
      });
      await pressAt(panel.getByRole('button', { name: /Konsole/ }));
      await expect(page).toHaveURL(/node=show/);
      await expect(text).toBeFocused();
      await page.keyboard.press('ControlOrMeta+z');
      await expect(
        page.getByText(t('pipeline.problems.none')).first(),
      ).toBeVisible();
      await tabTo(text);
      await typeOverLine(page, 'row.num: 3', 'row.num: 4');

      await page.keyboard.press('Escape');
      const publish = button('pipeline.action.publish');
      await pressAt(publish, 'Enter', { back: true });
      await typeInto(dialog.getByRole('textbox'), '四行');
      await expectAccessible(dialog);
      await pressAt(
        dialog.getByRole('button', { name: t('pipeline.action.publish') }),
      );
      await expect(dialog).toHaveCount(0);
      await expect(
        page.getByText(t('pipeline.version.published', { version: 3 })),
      ).toBeVisible();

      const more = button('pipeline.action.more');
      await pressAt(more);
      await chooseByArrows(
        page.getByRole('menuitem', { name: t('pipeline.action.versions') }),
      );
      await pressAt(dialog.getByRole('button', { name: /v1/ }));
      await expect(dialog.getByText('nodes › show').first()).toBeVisible();
      const ways = dialog.getByRole('radiogroup', {
        name: t('views.versions.way'),
      });
      const way = (key: string) =>
        ways.getByRole('radio', { name: t(`views.versions.ways.${key}`) });
      await chooseInGroup(ways, way('text'));
      await expect(dialog.locator('.cm-mergeView')).toBeVisible();
      await chooseInGroup(ways, way('graph'));
      await expect(
        dialog.locator('.react-flow__node[data-id="show"]'),
      ).toContainText(t('views.diff.added'));
      await page.keyboard.press('Escape');
      await expectClosed(dialog);
      await expect(more).toBeFocused();

      await chooseInGroup(views, view('pipeline.view.plan'));
      await expect(
        page.getByRole('textbox', { name: 'plan.sql' }),
      ).toContainText(/select/i);
    });

    test('it is exported, imported, retired and brought back', async ({
      page,
      open,
      t,
      expectAccessible,
    }) => {
      test.setTimeout(120_000);
      const button = (key: string) =>
        page.getByRole('button', { name: t(key), exact: true });
      const take = async (key: string) => {
        await pressAt(button('pipeline.action.more'));
        await chooseByArrows(
          page.getByRole('menuitem', { name: t(key), exact: true }),
        );
      };
      const dialog = page.getByRole('dialog');
      await open(pagePath());
      const [archive] = await Promise.all([
        page.waitForEvent('download'),
        take('views.archive.export'),
      ]);
      await take('views.retire.action');
      await typeInto(dialog.getByRole('textbox'), '没人读它');
      await pressAt(
        dialog.getByRole('button', { name: t('views.retire.confirm') }),
      );
      await expectClosed(dialog);
      await expect(page.getByText(/没人读它/)).toBeVisible();
      await pressAt(button('views.retire.bringBack'));
      await expect(page.getByText(t('views.retire.notice'))).toHaveCount(0);

      await open('/scaleph/pipelines');
      await pressAt(button('pages.new.title'));
      await chooseByArrows(
        page.getByRole('menuitem', { name: t('pages.new.import') }),
      );
      const [chooser] = await Promise.all([
        page.waitForEvent('filechooser'),
        pressAt(dialog.getByRole('button', { name: t('pages.import.file') })),
      ]);
      const file = test.info().outputPath('archive.zip');
      await archive.saveAs(file);
      await chooser.setFiles(file);
      const table = dialog.getByRole('table', {
        name: t('views.archive.table'),
      });
      await expect(table).toContainText(t('views.archive.will.skipped'));
      await pressAt(
        dialog.getByRole('button', {
          name: new RegExp(t('views.archive.onConflict')),
        }),
      );
      await chooseByArrows(
        page.getByRole('option', { name: t('views.archive.conflict.draft') }),
      );
      await expect(table).not.toContainText(t('views.archive.will.skipped'));
      await expectAccessible(dialog);
      await page.keyboard.press('Escape');
      await expectClosed(dialog);
    });
  });

  test('two people see each other’s change and choose; what is typed offline is not lost', async ({
    page,
    open,
    browser,
  }) => {
    // Without signals a page asks every thirty seconds.
    test.setTimeout(180_000);
    await open(pagePath('?view=yaml'));
    const other = await browser.newContext({ baseURL: portalUrl() });
    const theirs = await other.newPage();
    try {
      await theirs.goto(pagePath('?view=yaml'));
      for (const who of [page, theirs]) {
        await who.getByRole('button', { name: 'Edit', exact: true }).click();
        await expect(editor(who)).toBeVisible();
      }
      const title = `Versions of ${PIPELINE}`;
      await replaceInYaml(theirs, title, 'Their title');
      await theirs.getByRole('button', { name: 'Save', exact: true }).click();
      await expectSaved(theirs);
      // Nothing was typed here: their change comes by itself.
      await expect(editor(page)).toContainText('Their title', {
        timeout: 40_000,
      });

      // Both type: who is second is asked, and keeps both until the answer.
      await other.setOffline(true);
      await replaceInYaml(theirs, 'Their title', 'Their second title');
      await replaceInYaml(page, 'Their title', 'My title');
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await expectSaved(page);
      await other.setOffline(false);
      const conflict = theirs.getByText(/saved this draft/);
      await expect(conflict).toBeVisible({ timeout: 20_000 });
      await expect(editor(theirs)).toContainText('Their second title');
      await theirs.getByRole('button', { name: 'Keep mine' }).click();
      await expect(conflict).toHaveCount(0);
      await expectSaved(theirs);

      // Offline: said, kept over a reload, and saved when the network is back.
      await other.setOffline(true);
      await replaceInYaml(theirs, 'Their second title', 'Typed offline');
      await theirs.getByRole('button', { name: 'Save', exact: true }).click();
      await expect(
        theirs.getByRole('button', { name: 'Try again' }),
      ).toBeVisible();
      await other.setOffline(false);
      await expectSaved(theirs);
      await expect(editor(page)).toContainText('Typed offline', {
        timeout: 40_000,
      });
    } finally {
      await other.close();
    }
  });

  test('a pipeline is retired and brought back', async ({
    page,
    open,
    shot,
    expectAccessible,
  }) => {
    await open(pagePath());
    await menu(page, 'Retire …');
    const dialog = page.getByRole('dialog', { name: /^Retire/ });
    await dialog.getByRole('textbox').fill('Nobody reads it');
    await expectAccessible(dialog);
    await dialog.getByRole('button', { name: 'Retire' }).click();
    await expect(page.getByText('This pipeline is retired')).toBeVisible();
    await expect(page.getByText(/Nobody reads it/)).toBeVisible();
    await expect(
      page.getByRole('button', { name: 'Edit', exact: true }),
    ).toBeDisabled();
    await expect(
      page.getByRole('button', { name: 'Run', exact: true }),
    ).toBeDisabled();
    await shot('pipeline-retired');

    const link = page.getByRole('link', { name: `Versions of ${PIPELINE}` });
    const listed = page.getByRole('rowheader', { name: new RegExp(PIPELINE) });
    await open(`/scaleph/pipelines?search=${PIPELINE}`);
    await expect(
      page.getByRole('button', { name: 'Clear filters' }),
    ).toBeVisible();
    await expect(link.or(listed)).toHaveCount(0);
    await page.getByRole('switch', { name: 'Retired' }).click({ force: true });
    await expect(page.getByText(PIPELINE).first()).toBeVisible();

    await open(pagePath());
    await page.getByRole('button', { name: 'Bring back' }).click();
    await expect(page.getByText('This pipeline is retired')).toHaveCount(0);
    await expect(
      page.getByRole('button', { name: 'Edit', exact: true }),
    ).toBeEnabled();
  });

  test('pipelines leave as an archive and come back from one', async ({
    page,
    open,
    shot,
    expectAccessible,
  }) => {
    await open(pagePath());
    const [one] = await Promise.all([
      page.waitForEvent('download'),
      menu(page, 'Export as archive'),
    ]);
    expect(one.suggestedFilename()).toBe(`${PIPELINE}.scaleph.zip`);
    await open(`/scaleph/pipelines?system=${encodeURIComponent(SYSTEM)}`);
    const [whole] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Export System' }).click(),
    ]);
    const file = test.info().outputPath('archive.zip');
    await whole.saveAs(file);

    await open('/scaleph/pipelines?new=import');
    const dialog = page.getByRole('dialog', { name: 'Import a pipeline' });
    await dialog.getByLabel('Choose a file').last().setInputFiles(file);
    const table = dialog.getByRole('table', {
      name: 'Pipelines of the archive',
    });
    await expect(table).toContainText('Will be skipped');
    await dialog.getByRole('button', { name: /Where a name is taken/ }).click();
    await page.getByRole('option', { name: 'Import a copy' }).click();
    await expect(table).toContainText(`${PIPELINE}-copy`);
    await expect(table).toContainText('Will be created');
    await expectAccessible(dialog);
    await shot('import-archive');
    await dialog.getByRole('button', { name: 'Import 1 pipeline' }).click();
    await expect(table).toContainText('Created');
    await expectAccessible(dialog);
    await expect(
      table.getByRole('link', { name: `${PIPELINE}-copy` }),
    ).toBeVisible();

    // What is no archive is refused with a reason.
    await open('/scaleph/pipelines?new=import');
    await dialog
      .getByLabel('Choose a file')
      .last()
      .setInputFiles({
        name: 'broken.zip',
        mimeType: 'application/zip',
        buffer: Buffer.from('hello'),
      });
    await expect(
      dialog.getByText(/This is no ZIP archive/).first(),
    ).toBeVisible();
  });

  for (const [theme, language, width, height] of [
    ['light', 'en', 1024, 768],
    ['dark', 'en', 390, 844],
  ] as const)
    test(`fits ${width} px, ${theme}, ${language}`, async ({
      page,
      open,
      shot,
      expectAccessible,
    }) => {
      await page.setViewportSize({ width, height });
      await page.addInitScript(
        ([look, words]) => {
          localStorage.setItem('theme', look);
          localStorage.setItem('language', words);
        },
        [theme, language],
      );
      await open(pagePath('?view=split'));
      const part = page
        .locator('section')
        .filter({ has: page.getByRole('toolbar') })
        .first();
      await expect(part).toBeVisible();
      await expect(card(page, 'read')).toBeVisible();
      if (width >= 1024)
        await expect(page.locator('.cm-line').first()).toBeVisible();
      await shot(`pipeline-split-${theme}-${language}-${width}`);
      await expectAccessible(part);
      await page
        .getByRole('button', {
          name: 'More pipeline actions',
        })
        .click();
      await page.getByRole('menuitem').first().click();
      const dialog = page.getByRole('dialog', {
        name: 'Versions',
      });
      await dialog.getByRole('radio', { name: 'Text' }).click();
      await expect(dialog.locator('.cm-line').first()).toBeVisible();
      await shot(`pipeline-versions-${theme}-${language}-${width}`);
      await expectAccessible(dialog);
    });
});
