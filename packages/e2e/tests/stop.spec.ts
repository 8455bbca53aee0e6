import { expect, suffix, test } from '../support/test';

const PIPELINE = `endless${suffix}`;

/** Ten thousand million pairs: far longer than the test. */
const DOCUMENT = {
  apiVersion: 'scaleph.io/v1alpha1',
  kind: 'Pipeline',
  metadata: { name: PIPELINE, owner: 'group:default/data' },
  spec: {
    type: 'seatunnel',
    nodes: [
      {
        id: 'numbers',
        kind: 'source',
        connector: 'FakeSource',
        options: { schema: { fields: { id: 'bigint' } }, 'row.num': 100000 },
      },
      {
        id: 'pairs',
        kind: 'transform',
        connector: 'Sql',
        options: {
          query:
            'SELECT count(*) AS n FROM numbers a, numbers b WHERE hash(a.id, b.id) % 7 = 1',
        },
      },
      { id: 'log', kind: 'sink', connector: 'Console' },
    ],
    edges: [
      { from: 'numbers', to: 'pairs' },
      { from: 'pairs', to: 'log' },
    ],
  },
};

test('a run is watched while it runs, and stopped', async ({
  page,
  open,
  api,
  shot,
}) => {
  await api('POST', '/pipelines', { document: DOCUMENT, publish: true });
  const { body: run } = await api<{ id: string }>(
    'POST',
    `/pipelines/${PIPELINE}/runs`,
    {},
  );
  await open(`/scaleph/runs/${run.id}`);
  await expect(page.getByRole('status').getByText('Running')).toBeVisible();
  await shot('run-running');

  const refused = await api('GET', `/pipelines/${PIPELINE}`);
  const deleted = await api('DELETE', `/pipelines/${PIPELINE}`, undefined, {
    'if-match': refused.etag!,
  });
  expect(deleted.status).toBe(409);

  await page.getByRole('button', { name: 'Stop' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: 'Stop the run' })
    .click();
  await expect(page.getByRole('status').getByText('Canceled')).toBeVisible();
  const { body: events } = await api<{ items: { to?: string; at: string }[] }>(
    'GET',
    `/runs/${run.id}/events`,
  );
  const at = (state: string) =>
    Date.parse(events.items.find(({ to }) => to === state)?.at ?? '');
  expect(at('CANCELED') - at('CANCELLING')).toBeLessThan(5_000);

  const { etag } = await api('GET', `/pipelines/${PIPELINE}`);
  await api('DELETE', `/pipelines/${PIPELINE}`, undefined, {
    'if-match': etag!,
  });
});
