import { Page } from '@playwright/test';
import { Look, LOOKS, translate } from '../support/looks';
import { expect, Part, test } from '../support/lookAt';
import { REPOSITORY_PIPELINE } from '../support/repository';
import { suffix } from '../support/test';

/** Every screen and dialog of the editor, in both themes and on a phone; `lookAt` sees each in both languages. */
const VARIANTS: { theme: Look['theme']; width: number; height: number }[] = [
  { theme: 'light', width: 1440, height: 900 },
  { theme: 'dark', width: 1440, height: 900 },
  { theme: 'dark', width: 390, height: 844 },
];

const PIPELINE = `looks${suffix}`;
const VERSIONED = `looks-versions${suffix}`;
const tabOf = (name: string, query = '') =>
  `/catalog/default/component/${name}/pipeline${query}`;

const yaml = (name: string, rest: string) => `apiVersion: scaleph.io/v1alpha1
kind: Pipeline
metadata:
  name: ${name}
  title: Looks
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
    - id: ask
      kind: transform
      connector: Sql
      options: { query: 'select id from read' }
${rest}
`;

/** With two problems: its sink lacks what it needs. */
const WITH_PROBLEMS = yaml(
  PIPELINE,
  `    - { id: write, kind: sink, connector: Jdbc }
  edges:
    - { from: read, to: ask }
    - { from: ask, to: write }
  comments:
    - { id: note, text: 'Only for looks', position: [0, 200] }
  layout: { read: [0, 0], ask: [330, 0], write: [660, 0] }`,
);
const GOOD = yaml(
  VERSIONED,
  `    - { id: write, kind: sink, connector: Console }
  edges:
    - { from: read, to: ask }
    - { from: ask, to: write }
  parameters: { least: { default: '1' } }`,
);

/** Between looks the page is in English. */
const t = translate(LOOKS[0]);
const button = (page: Page, key: string, params?: Record<string, string>) =>
  page.getByRole('button', { name: t(key, params), exact: true });
const view = (page: Page, key: string) =>
  page.getByRole('radio', { name: t(key), exact: true });
const card = (page: Page, id: string) => page.locator(`[data-node="${id}"]`);

test.use({ actionTimeout: 20_000 });
test.describe.configure({ timeout: 150_000 });

for (const { theme, width, height } of VARIANTS)
  test.describe(`${theme}, ${width} px:`, () => {
    test.use({ look: { theme, language: 'en' }, viewport: { width, height } });
    const isWide = width > 400;

    test('the canvas, its table and its dialogs', async ({
      page,
      open,
      api,
      lookAt,
    }) => {
      await openPipeline(page, open, api, PIPELINE, WITH_PROBLEMS);
      const dialog: Part = () => page.getByRole('dialog');
      const menu: Part = () => page.getByRole('menu');
      const main: Part = () => page.getByRole('main');

      await lookAt('graph', main);
      await button(page, 'pipeline.action.edit').click();
      await lookAt('editor', main);
      await page.getByRole('button', { name: t('canvas.image.save') }).click();
      await lookAt('menu of images', menu);
      await close(page, 'menu');
      await button(page, 'pipeline.action.more').click();
      await lookAt('menu of the pipeline', menu);
      await page
        .getByRole('menuitem', { name: t('pipeline.action.help') })
        .click();
      await lookAt('keys', dialog);
      await close(page, 'dialog');
      await page.locator('.react-flow__node[data-id="read"]').focus();
      await page.keyboard.press('c');
      await lookAt('connect', dialog);
      await close(page, 'dialog');
      await page.locator('.react-flow__node[data-id="read"]').focus();
      await page.keyboard.press('ControlOrMeta+a');
      await lookAt('selection', words =>
        page.getByRole('toolbar', { name: words('canvas.selection.label') }),
      );
      await page.keyboard.press('Escape');

      await view(page, 'pipeline.view.table').click();
      await lookAt('table', main);
      const more = button(page, 'common.action.more', { name: 'ask' });
      await more.click();
      await lookAt('menu of a node', menu);
      await page
        .getByRole('menuitem', { name: t('canvas.table.rename') })
        .click();
      await lookAt('rename', dialog);
      await close(page, 'dialog');
      await more.click();
      await page
        .getByRole('menuitem', { name: t('canvas.table.addBefore') })
        .click();
      await lookAt('palette', dialog);
      await page.keyboard.type('nothing is called so');
      await lookAt('palette without a hit', dialog);
      await close(page, 'dialog');
    });

    test('forms of nodes, their rows, a data source made in place', async ({
      page,
      open,
      api,
      lookAt,
    }) => {
      const form =
        (id: string): Part =>
        words =>
          page.getByRole('complementary', {
            name: words('pipeline.drawer.label', { node: id }),
          });
      const dialog: Part = () => page.getByRole('dialog');
      await openPipeline(
        page,
        open,
        api,
        PIPELINE,
        WITH_PROBLEMS,
        '?node=read',
      );
      await lookAt('form to read', form('read'));
      await button(page, 'pipeline.action.edit').click();
      await form('read')(t).getByText(t('nodeForm.group.advanced')).click();
      await lookAt('form of a source', form('read'));
      await button(page, 'nodeForm.preview.run').click();
      await expect(
        page.getByText(t('nodeForm.preview.all', { number: '3' })),
      ).toBeVisible();
      await lookAt('rows', words =>
        page.getByRole('region', {
          name: words('nodeForm.preview.of', { node: 'read' }),
        }),
      );
      await open(tabOf(PIPELINE, '?node=ask'));
      await button(page, 'pipeline.action.edit').click();
      await lookAt('form with SQL', form('ask'));
      await open(tabOf(PIPELINE, '?node=write'));
      await button(page, 'pipeline.action.edit').click();
      await lookAt('form of a sink', form('write'));
      await button(page, 'nodeForm.dataSource.create').click();
      await lookAt('types of data sources', dialog);
      await page
        .getByRole('dialog')
        .getByRole('button', { name: 'PostgreSQL' })
        .click();
      await lookAt('form of a data source', dialog);
    });

    test('views, versions and what is done with a pipeline', async ({
      page,
      open,
      api,
      lookAt,
    }) => {
      const dialog: Part = () => page.getByRole('dialog');
      const main: Part = () => page.getByRole('main');
      await openPipeline(
        page,
        open,
        api,
        PIPELINE,
        WITH_PROBLEMS,
        '?view=plan',
      );
      await lookAt('plan with problems', main);
      await page.getByRole('button', { name: /^\d problems?$/ }).click();
      await lookAt('problems', words =>
        page.getByRole('region', { name: words('pipeline.problems.title') }),
      );
      await openPipeline(page, open, api, VERSIONED, GOOD, '?view=yaml');
      await lookAt('YAML', main);
      if (isWide) {
        await view(page, 'views.split.label').click();
        await expect(page.locator('.cm-line').first()).toBeVisible();
        await lookAt('side by side', main);
      }
      await view(page, 'pipeline.view.plan').click();
      await expect(page.locator('.cm-line').first()).toBeVisible();
      await lookAt('plan', main);
      await button(page, 'pipeline.action.publish').click();
      await lookAt('publish', dialog);
      await close(page, 'dialog');
      await button(page, 'pipeline.action.run').click();
      await lookAt('run', dialog);
      await close(page, 'dialog');
      for (const key of [
        'pipeline.action.settings',
        'pipeline.action.jobSettings',
        'views.retire.action',
        'pipeline.action.versions',
      ]) {
        await button(page, 'pipeline.action.more').click();
        await page.getByRole('menuitem', { name: t(key), exact: true }).click();
        await lookAt(key, dialog);
        if (key !== 'pipeline.action.versions') await close(page, 'dialog');
      }
      for (const [key, shown] of [
        ['views.versions.ways.text', '.cm-line'],
        ['views.versions.ways.graph', '.react-flow__node'],
      ]) {
        await page
          .getByRole('dialog')
          .getByRole('radio', { name: t(key), exact: true })
          .click();
        await expect(
          page.getByRole('dialog').locator(shown).first(),
        ).toBeVisible();
        await lookAt(key, dialog);
      }
    });

    test('lists, data sources, import and delete', async ({
      page,
      open,
      lookAt,
    }) => {
      const dialog: Part = () => page.getByRole('dialog');
      const main: Part = () => page.getByRole('main');
      const menu: Part = () => page.getByRole('menu');
      await open('/scaleph/pipelines?new=draft');
      await lookAt('new draft', dialog);
      await open('/scaleph/pipelines?new=import');
      await page
        .getByRole('dialog')
        .getByLabel(t('pages.import.file'))
        .last()
        .setInputFiles({
          name: 'broken.yaml',
          mimeType: 'text/yaml',
          buffer: Buffer.from(WITH_PROBLEMS.replace('kind: sink, ', '')),
        });
      await expect(
        page.getByRole('list', { name: t('pages.import.problems') }),
      ).toBeVisible();
      await lookAt('import with problems', dialog);
      for (const [path, name] of [
        ['/scaleph/pipelines', 'Busiest routes'],
        ['/scaleph/data-sources', 'Demo warehouse'],
      ]) {
        await open(path);
        await lookAt(`delete ${name}`, dialog, async words => {
          if (await dialog(words).isVisible()) await close(page, 'dialog');
          await page
            .getByRole('button', {
              name: words('common.action.more', { name }),
            })
            .first()
            .click();
          await page
            .getByRole('menuitem', { name: words('common.action.delete') })
            .click();
          await expect(menu(words)).toHaveCount(0);
        });
        await close(page, 'dialog');
      }
      await page
        .getByRole('radio', { name: t('dataSources.view.list') })
        .click();
      await lookAt('list of data sources', main);
      await open('/scaleph/data-sources/new?type=kafka');
      await lookAt('form of Kafka', main);
      await open('/scaleph/data-sources/demo-warehouse');
      await lookAt('a data source', main);
      await open('/catalog/default/resource/demo-warehouse/data');
      await page.getByRole('button', { name: 'airports', exact: true }).click();
      await expect(page.getByText(t('browse.rows')).first()).toBeVisible();
      await lookAt('tab Data', main);
    });

    test('a pipeline in a repository', async ({ page, open, lookAt }) => {
      const main: Part = () => page.getByRole('main');
      const dialog: Part = () => page.getByRole('dialog');
      await expect(async () => {
        await open(tabOf(REPOSITORY_PIPELINE));
        await expect(card(page, 'by_day')).toBeVisible({ timeout: 5_000 });
      }).toPass({ timeout: 45_000 });
      await lookAt('in a repository', main);
      await button(page, 'pipeline.action.edit').click();
      await view(page, 'pipeline.view.table').click();
      await button(page, 'common.action.more', { name: 'by_day' }).click();
      await page
        .getByRole('menuitem', { name: t('canvas.selection.duplicate') })
        .click();
      await lookAt('edited in a repository', main);
      await button(page, 'origin.pullRequest').click();
      await lookAt('pull request', dialog);
      await close(page, 'dialog');
      await button(page, 'origin.detach.action').click();
      await lookAt('detach', () =>
        page.getByRole('dialog').or(page.getByRole('alertdialog')),
      );
    });
  });

async function close(page: Page, role: 'dialog' | 'menu') {
  await page.keyboard.press('Escape');
  await expect(page.getByRole(role)).toHaveCount(0);
}

/** Makes the pipeline when no other test has, and opens its tab once the catalog has it. */
async function openPipeline(
  page: Page,
  open: (target: string) => Promise<void>,
  api: (
    method: string,
    target: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => Promise<{ status: number; etag: string | null }>,
  name: string,
  document: string,
  query = '',
) {
  const target = `/pipelines/${name}`;
  if ((await api('GET', target)).status === 404) {
    const isGood = document === GOOD;
    const made = await api('POST', '/pipelines', {
      yaml: document,
      publish: isGood,
      message: isGood ? 'The beginning' : undefined,
    });
    expect(made.status).toBe(201);
    if (isGood) {
      const changed = document.replace('row.num: 3', 'row.num: 4');
      const { etag } = await api('GET', target);
      const put = await api(
        'PUT',
        target,
        { yaml: changed },
        {
          'if-match': etag!,
        },
      );
      expect(put.status).toBe(200);
    }
  }
  await expect(async () => {
    await open(tabOf(name, query));
    await expect(button(page, 'pipeline.action.edit')).toBeVisible({
      timeout: 5_000,
    });
  }).toPass({ timeout: 40_000 });
}
