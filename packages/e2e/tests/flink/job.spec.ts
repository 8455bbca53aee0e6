import { expect, mergeTests } from '@playwright/test';
import fs from 'node:fs';
import { flinkTest, unique } from '../../support/flink';
import { test as browserTest } from '../../support/test';

const test = mergeTests(browserTest, flinkTest);

const SCRIPT = `CREATE TABLE clicks (
  user_id INT,
  clicked_at AS PROCTIME()
) WITH (
  'connector' = 'datagen',
  'rows-per-second' = '200',
  'fields.user_id.min' = '1',
  'fields.user_id.max' = '20'
);
CREATE TABLE clicks_by_user (user_id INT, clicks BIGINT) WITH ('connector' = 'blackhole');
INSERT INTO clicks_by_user SELECT user_id, COUNT(*) FROM clicks GROUP BY user_id;`;

test('the page of a run: graph, checkpoints, logs; suspend, resume, savepoint, rescale', async ({
  page,
  open,
  lab,
  shot,
  expectAccessible,
}) => {
  test.setTimeout(240_000);
  const pipeline = await lab.publish(unique('clicks'), {
    type: 'flink-sql',
    mode: 'streaming',
    env: {
      parallelism: 2,
      flink: { 'execution.checkpointing.interval': '2 s' },
    },
    sql: { script: SCRIPT },
  });
  const { id } = await lab.start(pipeline);
  await lab.reach(id, 'RUNNING');
  await open(`/scaleph/runs/${id}`);
  await expect(page.getByRole('status').getByText('Running')).toBeVisible();
  const tab = (name: string) => page.getByRole('tab', { name }).click();

  await test.step('overview', async () => {
    await expect(page.locator('.recharts-line').first()).toBeVisible({
      timeout: 30_000,
    });
    await shot('run-overview');
    await expectAccessible(page.getByRole('main'));
  });
  await test.step('graph', async () => {
    await tab('Graph');
    await expect(page.locator('.react-flow__node').first()).toBeVisible();
    await expect(page.getByText(/Source: clicks/).first()).toBeVisible();
    await shot('run-graph');
    await expectAccessible(page.getByRole('main'));
  });
  await test.step('checkpoints', async () => {
    await lab.until(
      'two checkpoints',
      async () =>
        (
          await lab.call('GET', `/scaleph/runs/${id}/job/checkpoints`)
        ).body.counts.completed,
      completed => completed >= 2,
    );
    await tab('Checkpoints');
    await expect(page.getByText('Completed').first()).toBeVisible();
    await shot('run-checkpoints');
    await expectAccessible(page.getByRole('main'));
  });
  await test.step('logs, followed live, and a thread dump', async () => {
    await tab('Log');
    const log = page.getByRole('log').or(page.locator('pre')).first();
    const newest = async () =>
      Math.max(
        ...(await log.innerText())
          .match(/Completed checkpoint \d+/g)!
          .map(line => Number(line.split(' ').pop())),
      );
    await expect(log).toContainText('Completed checkpoint');
    await shot('run-logs');
    await expectAccessible(page.getByRole('main'));
    const before = await newest();
    await expect.poll(newest).toBeGreaterThan(before);
    await page.getByRole('button', { name: /^Log/ }).first().click();
    await page.getByRole('option', { name: 'Thread dump' }).click();
    await expect(log).toContainText('java.base');
  });
  await test.step('configuration and exceptions', async () => {
    await tab('Configuration');
    await expect(
      page.getByText('execution.checkpointing.interval').first(),
    ).toBeVisible();
    await tab('Exceptions');
    await expectAccessible(page.getByRole('main'));
  });

  await lab.act(id, { action: 'savepoint' });
  await lab.until(
    'a savepoint',
    async () =>
      (
        await lab.call('GET', `/scaleph/runs/${id}/snapshots`)
      ).body.items,
    items => items.some((it: { kind: string }) => it.kind === 'savepoint'),
  );
  await lab.act(id, { action: 'rescale', parallelism: 3 });
  await lab.until(
    'a vertex of three',
    async () =>
      (
        await lab.call('GET', `/scaleph/runs/${id}/job`)
      ).body.vertices,
    vertices =>
      vertices.some((it: { parallelism: number }) => it.parallelism === 3),
  );
  await lab.act(id, { action: 'suspend' });
  await lab.reach(id, 'SUSPENDED');
  await expect(page.getByRole('status').getByText('Suspended')).toBeVisible();
  await lab.act(id, { action: 'resume' });
  await lab.reach(id, 'RUNNING');
  await lab.act(id, { action: 'restart' });
  await lab.until(
    'a third deployment runs',
    () => lab.get(id),
    ({ deployment, state }) => deployment === 3 && state === 'RUNNING',
  );
  await lab.act(id, { action: 'stop' });
  await lab.reach(id, 'FINISHED');
  await expect(page.getByRole('status').getByText('Finished')).toBeVisible();
});

test('a savepoint is taken on the page of a run, and deleted again', async ({
  page,
  open,
  lab,
}) => {
  test.setTimeout(120_000);
  const pipeline = await lab.publish(unique('kept'), {
    type: 'flink-sql',
    mode: 'streaming',
    env: { flink: { 'execution.checkpointing.interval': '1 s' } },
    sql: { script: SCRIPT },
  });
  const { id } = await lab.start(pipeline);
  await lab.reach(id, 'RUNNING');
  await open(`/scaleph/runs/${id}?section=checkpoints`);
  const take = page.getByRole('button', { name: 'Take a savepoint' });
  await take.click();
  await lab.until(
    'a savepoint',
    async () =>
      (
        await lab.call('GET', `/scaleph/runs/${id}/snapshots`)
      ).body.items,
    items => items.some((it: { kind: string }) => it.kind === 'savepoint'),
  );
  const row = page
    .getByRole('table', { name: /start from/ })
    .getByRole('row', { name: /^Savepoint/ });
  await expect(row).toHaveCount(1, { timeout: 20_000 });
  const location = await row.getByText(/file:.*savepoint-/).innerText();
  const directory = location.replace(/\s/g, '').replace(/^file:/, '');
  expect(fs.existsSync(directory)).toBe(true);
  // It would be started from the savepoint until a newer checkpoint is there.
  const remove = row.getByRole('button', { name: /^Delete/ });
  await expect(remove).toBeEnabled({ timeout: 20_000 });
  await remove.click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: 'Delete' })
    .click();
  await expect(row).toHaveCount(0);
  await expect.poll(() => fs.existsSync(directory)).toBe(false);
  await lab.act(id, { action: 'cancel' });
  await lab.reach(id, 'CANCELED');
});

test('a cluster: registered, looked into, a job of somebody else adopted', async ({
  page,
  open,
  lab,
  shot,
  expectAccessible,
}) => {
  test.setTimeout(120_000);
  const session = await lab.openSession();
  await lab.sql(
    session,
    "CREATE TABLE foreign_source (id INT) WITH ('connector' = 'datagen', 'rows-per-second' = '10')",
  );
  await lab.sql(
    session,
    "CREATE TABLE foreign_sink (id INT) WITH ('connector' = 'blackhole')",
  );
  await lab.sql(session, "SET 'pipeline.name' = 'started by hand'");
  await lab.sql(
    session,
    'INSERT INTO foreign_sink SELECT * FROM foreign_source',
  );
  const jobs = await lab.until<
    { jobId: string; name: string; state: string; ours?: boolean }[]
  >(
    'the job is seen',
    async () =>
      (
        await lab.call('GET', `/scaleph/targets/${lab.target}/overview`)
      ).body.jobs,
    it =>
      it.some(
        ({ name, state }) => name === 'started by hand' && state === 'RUNNING',
      ),
  );
  const job = jobs.find(({ name }) => name === 'started by hand')!;
  expect(job.ours).toBe(false);
  await open('/scaleph/clusters');
  await expect(page.getByText('Flink 1.20').first()).toBeVisible();
  await shot('clusters');
  await expectAccessible(page.getByRole('main'));
  const pipeline = await lab.publish(unique('adopter'), {
    type: 'flink-sql',
    mode: 'streaming',
    sql: { script: SCRIPT },
  });
  const { body: target } = await lab.call(
    'GET',
    `/scaleph/targets/${lab.target}`,
  );
  const [, cluster] = target.registered.entityRef.split('/');
  // Clusters of tests that failed have the same title.
  await page.locator(`a[href$="/resource/${cluster}/cluster"]`).click();
  const foreign = page.getByRole('row', { name: /started by hand/ });
  await expect(foreign).toContainText('Started elsewhere');
  await expectAccessible(page.getByRole('main'));
  await shot('cluster');
  await foreign.getByRole('button', { name: /^Adopt/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: /Pipeline/ }).click();
  await page.getByRole('option', { name: pipeline }).click();
  await dialog.getByRole('button', { name: /Adopt/ }).click();
  await expect(page.getByText(`Run of ${pipeline}`)).toBeVisible();
  const run = { id: new URL(page.url()).pathname.split('/').pop()! };
  await lab.reach(run.id, 'RUNNING');
  expect(await lab.get(run.id)).toMatchObject({
    adopted: true,
    jobId: job.jobId,
  });
  await lab.act(run.id, { action: 'cancel' });
  await lab.reach(run.id, 'CANCELED');
});
