import { Locator, Page } from '@playwright/test';
import fs from 'node:fs';
import {
  chooseByArrows,
  chooseInGroup,
  expectClosed,
  pressAt,
  tabTo,
} from '../support/keyboard';
import { DARK_CHINESE, Translate } from '../support/looks';
import { expect, suffix, test } from '../support/test';

const nameOf = (name: string) => `canvas-${name}${suffix}`;

type Node = { id: string; kind: string; connector: string; options: object };
interface Spec {
  nodes: Node[];
  edges: { from: string; to: string }[];
  layout?: Record<string, number[]>;
  comments?: { id: string; text: string }[];
}

const fake = (id: string): Node => ({
  id,
  kind: 'source',
  connector: 'FakeSource',
  options: { schema: { fields: { n: 'int' } }, 'row.num': 5 },
});
const sql = (id: string, query: string): Node => ({
  id,
  kind: 'transform',
  connector: 'Sql',
  options: { query },
});
const log = (id: string): Node => ({
  id,
  kind: 'sink',
  connector: 'Console',
  options: {},
});

const small: Spec = {
  nodes: [
    fake('made'),
    sql('odd', 'SELECT n FROM made WHERE MOD(n, 2) = 1'),
    log('shown'),
  ],
  edges: [
    { from: 'made', to: 'odd' },
    { from: 'odd', to: 'shown' },
  ],
  layout: { made: [0, 0], odd: [330, 0], shown: [660, 0] },
};

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

/** Everything that the tests look at in the saved draft. */
const draftOf = async (
  api: (method: string, target: string) => Promise<{ body: unknown }>,
  name: string,
): Promise<Spec> => {
  const { body } = await api('GET', `/pipelines/${name}`);
  return (body as { document: { spec: Spec } }).document.spec;
};
const edges = ({ edges: all }: Spec) =>
  all.map(({ from, to }) => `${from}>${to}`).sort();
const ids = ({ nodes }: Spec) => nodes.map(({ id }) => id).sort();

async function make(
  api: (method: string, target: string, body?: unknown) => Promise<unknown>,
  name: string,
  spec: Spec,
) {
  await api('POST', '/pipelines', {
    document: {
      apiVersion: 'scaleph.io/v1alpha1',
      kind: 'Pipeline',
      metadata: { name, owner: 'group:default/data' },
      spec: { type: 'seatunnel', ...spec },
    },
  });
}

const editButton = (page: Page, t: Translate) =>
  page.getByRole('button', { name: t('pipeline.action.edit'), exact: true });

/** Opens the tab of a pipeline as soon as the catalog has it. */
async function openTab(page: Page, name: string, t: Translate) {
  await expect(async () => {
    await page.goto(`/catalog/default/component/${name}/pipeline`);
    await expect(editButton(page, t)).toBeVisible({ timeout: 5_000 });
  }).toPass({ timeout: 40_000 });
}

async function edit(page: Page, name: string, t: Translate) {
  await openTab(page, name, t);
  await editButton(page, t).click();
  await expect(
    page.getByRole('complementary', { name: t('canvas.palette.label') }),
  ).toBeVisible();
}

const card = (page: Page, id: string) => page.locator(`[data-node="${id}"]`);
const flowNode = (page: Page, id: string) =>
  page.locator(`.react-flow__node[data-id="${id}"]`);
const handle = (page: Page, id: string, type: 'source' | 'target') =>
  flowNode(page, id).locator(`.react-flow__handle.${type}`);

async function middle(locator: Locator): Promise<[number, number]> {
  const box = (await locator.boundingBox())!;
  return [box.x + box.width / 2, box.y + box.height / 2];
}

async function drag(page: Page, from: Locator, to: Locator) {
  await page.mouse.move(...(await middle(from)));
  await page.mouse.down();
  await page.mouse.move(...(await middle(to)), { steps: 12 });
}

test('the canvas by mouse', async ({
  page,
  api,
  t,
  expectAccessible,
  shot,
}) => {
  test.setTimeout(120_000);
  const name = nameOf('mouse');
  await make(api, name, small);
  await edit(page, name, t);
  const status = page.getByRole('status');
  const draft = () => draftOf(api, name);
  const search = page.getByRole('combobox', { name: 'Search connectors' });

  await test.step('an edge ends only where it may, and says why not', async () => {
    await drag(page, handle(page, 'odd', 'source'), card(page, 'made'));
    await expect(
      flowNode(page, 'made').getByText('A source has no input'),
    ).toBeVisible();
    await shot('canvas-refused');
    await page.mouse.up();
    await expect(status.filter({ hasText: 'A source has no' })).toBeVisible();
    await drag(page, handle(page, 'made', 'source'), card(page, 'shown'));
    await page.mouse.up();
    await expect(page.getByText('Connected made with shown')).toBeVisible();
    await expect.poll(async () => edges(await draft())).toContain('made>shown');
    await page.keyboard.press('Control+z');
    await expect(page.getByText('Undone: 1 edge drawn')).toBeVisible();
  });

  await test.step('a connector is dropped on an edge', async () => {
    await search.fill('choose');
    await drag(
      page,
      page.getByRole('option', { name: 'Choose columns' }),
      page.locator('[data-edge-from="odd"]'),
    );
    await page.mouse.up();
    await expect(card(page, 'filter')).toBeVisible();
    await expect
      .poll(async () => edges(await draft()))
      .toEqual(['filter>shown', 'made>odd', 'odd>filter']);
  });

  await test.step('an edge gets another end', async () => {
    await page.keyboard.press('Escape');
    await drag(
      page,
      page.locator(
        '.react-flow__edge[data-id="filter→shown"] .react-flow__edgeupdater-source',
      ),
      card(page, 'odd'),
    );
    await page.mouse.up();
    await expect
      .poll(async () => edges(await draft()))
      .toEqual(['made>odd', 'odd>filter', 'odd>shown']);
  });

  await test.step('several nodes are picked, aligned, copied and deleted', async () => {
    // The view stayed where the last node was worked with.
    await page.getByRole('button', { name: t('pipeline.canvas.fit') }).click();
    const pane = page.locator('.react-flow__pane');
    const box = (await pane.boundingBox())!;
    await page.keyboard.down('Shift');
    await page.mouse.move(box.x + 20, box.y + 50);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width - 20, box.y + box.height - 20, {
      steps: 10,
    });
    await page.mouse.up();
    await page.keyboard.up('Shift');
    const bar = page.getByRole('toolbar', { name: 'Selected nodes' });
    await expect(bar).toContainText('4 selected');
    await expectAccessible(page.getByRole('main'));
    await shot('canvas-selection');
    await bar.getByRole('button', { name: 'Align at the top' }).click();
    await expect
      .poll(async () => {
        const { layout = {} } = await draft();
        return new Set(Object.values(layout).map(([, y]) => y)).size;
      })
      .toBe(1);
    await bar.getByRole('button', { name: 'Duplicate' }).click();
    await expect(card(page, 'filter_2')).toBeVisible();
    await bar.getByRole('button', { name: 'Delete' }).click();
    await expect(card(page, 'filter_2')).toHaveCount(0);
    await expect(card(page, 'filter')).toBeVisible();
  });

  await test.step('a comment is plain text and stays', async () => {
    await page.getByRole('button', { name: 'Add a comment' }).click();
    await page.keyboard.type('Only <b>odd</b> numbers');
    await page.keyboard.press('Escape');
    await expect
      .poll(async () => (await draft()).comments?.[0].text)
      .toBe('Only <b>odd</b> numbers');
    await page.getByRole('button', { name: 'Arrange' }).click();
    await shot('canvas-comment');
  });

  await test.step('the drawing is saved as an image', async () => {
    for (const [format, start] of [
      ['SVG', '<svg'],
      ['PNG', '\x89PNG'],
    ]) {
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Save as an image' }).click();
      await page.getByRole('menuitem', { name: `${format} image` }).click();
      const file = await (await download).path();
      expect(fs.readFileSync(file, 'latin1').slice(0, 4)).toBe(start);
    }
  });
});

test.describe('in Chinese and dark', () => {
  test.use({ look: DARK_CHINESE });

  test('the canvas by keyboard alone', async ({
    page,
    api,
    t,
    expectAccessible,
    shot,
  }) => {
    test.setTimeout(120_000);
    const name = nameOf('keyboard');
    const other = nameOf('other');
    await make(api, name, small);
    await make(api, other, { ...small, nodes: [log('shown')], edges: [] });
    await openTab(page, name, t);
    await pressAt(editButton(page, t));
    const draft = () => draftOf(api, name);
    const dialog = page.getByRole('dialog');

    await test.step('? lists the keys', async () => {
      await page.keyboard.press('?');
      await expect(dialog).toContainText(t('canvas.keys.copy'));
      await shot('canvas-keys-zh');
      await page.keyboard.press('Escape');
      await expectClosed(dialog);
    });

    await test.step('a node is added after another', async () => {
      await tabTo(flowNode(page, 'made'));
      await page.keyboard.press('ArrowRight');
      await expect(flowNode(page, 'odd')).toBeFocused();
      await page.keyboard.press('a');
      await expect(page.getByRole('combobox')).toBeFocused();
      await page.keyboard.type('sql');
      await page.keyboard.press('Enter');
      await expect(card(page, 'sql')).toBeVisible();
      await expect.poll(async () => edges(await draft())).toContain('odd>sql');
      await page.keyboard.press('Escape');
    });

    await test.step('it is connected, moved, and both are undone', async () => {
      await tabTo(flowNode(page, 'sql'));
      await page.keyboard.press('c');
      await pressAt(
        dialog.getByRole('button', {
          name: t('canvas.connect.connectTo', { node: 'shown' }),
        }),
      );
      await expect
        .poll(async () => edges(await draft()))
        .toContain('sql>shown');
      await expectAccessible(dialog);
      await page.keyboard.press('Escape');
      await expectClosed(dialog);
      await tabTo(flowNode(page, 'sql'));
      await page.keyboard.press('Alt+ArrowDown');
      await expect
        .poll(async () => (await draft()).layout?.sql)
        .toHaveLength(2);
      await page.keyboard.press('Control+z');
      const undone = t('canvas.stepOf.moved', { node: 'sql' });
      await expect(
        page.getByText(t('canvas.undone', { what: undone })),
      ).toBeVisible();
      await page.keyboard.press('Control+z');
      await expect
        .poll(async () => edges(await draft()))
        .not.toContain('sql>shown');
    });

    await test.step('all is copied into another pipeline, with names that are free', async () => {
      await tabTo(flowNode(page, 'made'));
      await page.keyboard.press('Control+a');
      await shot('canvas-selection-zh');
      await page.keyboard.press('Control+c');
      await expect(
        page.getByText(t('canvas.clipboard.copied', { count: 4 })),
      ).toBeVisible();
      await openTab(page, other, t);
      await pressAt(editButton(page, t));
      await tabTo(flowNode(page, 'shown'));
      await page.keyboard.press('Control+v');
      await expect(
        page.getByText(t('canvas.clipboard.pasted', { count: 4 })),
      ).toBeVisible();
      await expect
        .poll(async () => ids(await draftOf(api, other)))
        .toEqual(['made', 'odd', 'shown', 'shown_2', 'sql']);
      await page.evaluate(() =>
        navigator.clipboard.writeText('kind: Pipeline\n['),
      );
      await page.keyboard.press('Control+v');
      await expect(page.getByText(/没有粘贴|没有流水线的节点/)).toBeVisible();
      await page.keyboard.press('Delete');
      await expect
        .poll(async () => ids(await draftOf(api, other)))
        .toEqual(['shown']);
    });

    await test.step('the table does the same', async () => {
      const more = (node: string) =>
        page.getByRole('button', {
          name: t('common.action.more', { name: node }),
        });
      const item = (key: string) =>
        page.getByRole('menuitem', { name: t(key), exact: true });
      await chooseInGroup(
        page.getByRole('radiogroup', { name: t('pipeline.view.label') }),
        page.getByRole('radio', { name: t('pipeline.view.table') }),
      );
      await expect(page.getByRole('table')).toBeVisible();
      await pressAt(more('shown'));
      await chooseByArrows(item('canvas.table.rename'));
      await expect(dialog.getByRole('textbox')).toBeFocused();
      // A field that takes Enter leaves Escape to the dialog.
      await page.keyboard.press('Escape');
      await expectClosed(dialog);
      await pressAt(more('shown'));
      await chooseByArrows(item('canvas.table.rename'));
      await expect(dialog.getByRole('textbox')).toBeFocused();
      await page.keyboard.press('Control+a');
      await page.keyboard.type('printed');
      await page.keyboard.press('Enter');
      await expect
        .poll(async () => ids(await draftOf(api, other)))
        .toEqual(['printed']);
      await pressAt(more('printed'));
      await chooseByArrows(item('canvas.table.addBefore'));
      await expect(dialog.getByRole('combobox')).toBeFocused();
      await page.keyboard.type('FakeSource');
      await page.keyboard.press('Enter');
      await expect
        .poll(async () => edges(await draftOf(api, other)))
        .toEqual(['fake_source>printed']);
      await page.keyboard.press('Escape');
      await expectAccessible(page.getByRole('main'));
      await shot('canvas-table-zh');
    });
  });
});

test('500 nodes open, move and are saved as an image', async ({
  page,
  api,
  t,
  shot,
}) => {
  test.setTimeout(120_000);
  const name = nameOf('large');
  const nodes = Array.from({ length: 500 }, (_, i) =>
    i < 20 ? fake(`n${i}`) : sql(`n${i}`, `SELECT * FROM n${i - 20}`),
  );
  await make(api, name, {
    nodes,
    edges: nodes.slice(20).map(({ id }, i) => ({ from: `n${i}`, to: id })),
    layout: Object.fromEntries(
      nodes.map(({ id }, i) => [
        id,
        [Math.floor(i / 20) * 330, (i % 20) * 130],
      ]),
    ),
  });
  await edit(page, name, t);
  await shot('canvas-500');
  const node = flowNode(page, 'n130');
  const [x, y] = await middle(node);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 30, y + 20, { steps: 10 });
  await page.mouse.up();
  await expect
    .poll(async () => (await draftOf(api, name)).layout?.n130)
    .not.toEqual([1980, 1300]);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as an image' }).click();
  await page.getByRole('menuitem', { name: 'PNG image' }).click();
  expect(fs.statSync(await (await download).path()).size).toBeGreaterThan(
    100_000,
  );
});
