import { expect, mergeTests } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import fs from 'node:fs';
import mysql from 'mysql2/promise';
import { startMariadb } from '../../../../tools/test-servers/mariadb.mjs';
import { flinkTest, Lab, unique } from '../../support/flink';
import { test as browserTest } from '../../support/test';

interface Shop {
  client: mysql.Connection;
  /** Name of the data source. */
  dataSource: string;
}

const test = mergeTests(browserTest, flinkTest).extend<{}, { shop: Shop }>({
  shop: [
    async ({ lab }, use) => {
      if (process.env.SCALEPH_NO_FLINK) {
        await use(undefined as never);
        return;
      }
      const server = await startMariadb();
      const client = await mysql.createConnection(server.url);
      try {
        const dataSource = await addShop(lab, new URL(server.url));
        await use({ client, dataSource });
      } finally {
        await client.end();
        await server.stop();
      }
    },
    { scope: 'worker', timeout: 60_000 },
  ],
});

async function addShop(lab: Lab, url: URL) {
  const name = unique('shop');
  await lab.call('POST', '/scaleph/data-sources', {
    body: {
      name,
      type: 'mysql',
      owner: 'group:default/data',
      config: {
        host: url.hostname,
        port: Number(url.port),
        database: url.pathname.slice(1),
        user: url.username,
      },
      secrets: { password: { value: decodeURIComponent(url.password) } },
    },
  });
  return name;
}

async function choose(part: Page | Locator, label: RegExp, option: RegExp) {
  await part.getByRole('button', { name: label }).click();
  const page = 'page' in part ? part.page() : part;
  await page.getByRole('option', { name: option }).click();
}

/** Draws a pipeline of a type and leaves the page where it is edited. */
async function drawNew(page: Page, name: string, type: RegExp) {
  await page.getByRole('button', { name: 'New pipeline' }).click();
  await page.getByRole('menuitem', { name: /Draw/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: /^Name/ }).fill(name);
  await choose(dialog, /Type$/, type);
  await dialog.getByRole('button', { name: 'Create' }).click();
  await page.getByRole('button', { name: 'Edit' }).click();
}

async function publish(page: Page) {
  await page.getByRole('button', { name: 'Publish' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByText('v1 published')).toBeVisible();
}

/** Starts it on the cluster from its page; answers the id of its run. */
async function run(page: Page, pipeline: string) {
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Run', exact: true }).click();
  await page.getByRole('link', { name: 'Open the run' }).click();
  await expect(page.getByText(`Run of ${pipeline}`)).toBeVisible();
  return new URL(page.url()).pathname.split('/').pop()!;
}

test('a jar: uploaded, its class and arguments, published, run', async ({
  page,
  open,
  lab,
  shot,
  expectAccessible,
}) => {
  const name = unique('speeding');
  await open('/scaleph/pipelines');
  await drawNew(page, name, /in a jar/);
  const jar = `${name}.jar`;
  await page.locator('input[type=file]').setInputFiles({
    name: jar,
    mimeType: 'application/java-archive',
    buffer: fs.readFileSync(lab.jars.topSpeedWindowing),
  });
  await expect(page.getByRole('button', { name: /Jar file/ })).toContainText(
    jar,
  );
  const ofManifest = page.getByRole('button', { name: /Entry class/ });
  await expect(ofManifest).toContainText(
    /^Of the manifest: .*TopSpeedWindowing$/,
  );
  await choose(page, /Entry class/, /^Another/);
  const entryClass = page.getByRole('textbox', { name: 'Entry class' });
  await entryClass.fill(
    'org.apache.flink.streaming.examples.windowing.TopSpeedWindowing',
  );
  await entryClass.press('Enter');
  const args = page.getByRole('textbox', { name: 'Arguments' });
  await args.fill('--execution-mode\nstreaming');
  await args.blur();
  await shot('pipeline-jar');
  await expectAccessible(page.getByRole('main'));
  await publish(page);
  const id = await run(page, name);
  await lab.reach(id, 'RUNNING');
  await expect(page.getByRole('status').getByText('Running')).toBeVisible();
  await page.getByRole('tab', { name: 'Graph' }).click();
  await expect(page.locator('.react-flow__node').first()).toBeVisible();
  await lab.act(id, { action: 'cancel' });
  await lab.reach(id, 'CANCELED');
});

test('change data capture: a form for source and sink, rows in the output of the cluster', async ({
  page,
  open,
  lab,
  shop,
  shot,
  expectAccessible,
}) => {
  const name = unique('captured');
  const table = name.replaceAll('-', '_');
  await shop.client.query(
    `create table ${table} (id int primary key, state varchar(20))`,
  );
  await shop.client.query(`insert into ${table} values (1, 'new')`);
  await open('/scaleph/pipelines');
  await drawNew(page, name, /^Flink CDC/);
  const source = page.getByRole('region', { name: 'Source' });
  await choose(source, /Connector/, /MySQL/);
  await choose(source, /Data source/, new RegExp(shop.dataSource));
  const tables = source.getByRole('textbox', { name: /\(tables\)/ });
  await tables.fill(`scaleph.${table}`);
  await tables.press('Enter');
  const sink = page.getByRole('region', { name: 'Sink' });
  await choose(sink, /Connector/, /Values/);
  const yaml = page.getByRole('textbox', {
    name: 'Flink CDC definition of the pipeline',
  });
  await expect(yaml).toContainText(`\${data-source.${shop.dataSource}.host}`);
  await expect(yaml).toContainText(`tables: scaleph.${table}`);
  await shot('pipeline-cdc');
  await expectAccessible(page.getByRole('main'));
  await publish(page);
  const id = await run(page, name);
  await lab.reach(id, 'RUNNING');
  await shop.client.query(`update ${table} set state = 'paid' where id = 1`);
  const output = async () => {
    const { body } = await lab.call('GET', `/scaleph/runs/${id}/job/processes`);
    const texts = await Promise.all(
      body.items
        .filter((it: { kind: string }) => it.kind === 'taskmanager')
        .map(async (it: { id: string }) => {
          const query = new URLSearchParams({ process: it.id, text: 'stdout' });
          const answer = await lab.call(
            'GET',
            `/scaleph/runs/${id}/job/text?${query}`,
          );
          return answer.body.text as string;
        }),
    );
    return texts.join('\n');
  };
  await lab.until(
    'the change is printed',
    output,
    text => text.includes(table) && text.includes('paid'),
    60,
  );
  await lab.act(id, { action: 'cancel' });
  await lab.reach(id, 'CANCELED');
});
