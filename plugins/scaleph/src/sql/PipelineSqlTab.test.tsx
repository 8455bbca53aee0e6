import type {
  Pipeline,
  PipelineDocument,
} from '@scaleph/backstage-plugin-scaleph-common';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aPipeline, aRun } from '../__testUtils__/fixtures';
import {
  airportsEntity,
  renderScreen,
} from '../pipeline/__testUtils__/renderScreen';
import { installBrowserShims } from '../pipeline/__testUtils__/browserShims';
import {
  flinkPlace,
  MemorySql,
  postgresPlace,
} from './__testUtils__/MemorySql';
import { SqlTab } from './SqlTab';

installBrowserShims();

const SCRIPT = "INSERT INTO t SELECT '${topic}' FROM s";

function pipelineOf(
  spec: Partial<PipelineDocument['spec']>,
  changes: Partial<Pipeline> = {},
): Pipeline {
  const document: PipelineDocument = {
    apiVersion: 'scaleph.io/v1alpha1',
    kind: 'Pipeline',
    metadata: { name: 'airports', owner: 'group:default/data' },
    spec: { type: 'seatunnel', nodes: [], edges: [], ...spec },
  };
  const { type } = document.spec;
  return {
    ...aPipeline({ type }),
    document,
    yaml: '',
    problems: [],
    ...changes,
  };
}

const flinkSql = (lastRun = aRun({ target: 'embedded' })) =>
  pipelineOf(
    {
      type: 'flink-sql',
      sql: { script: SCRIPT },
      parameters: { topic: { default: 'orders' }, day: {} },
    },
    { lastRun },
  );

const show = (sql: MemorySql, query = '') =>
  renderScreen(<SqlTab />, { memory: sql, entity: airportsEntity, query });
const editor = () =>
  screen.findByRole('textbox', { name: 'SQL' }, { timeout: 10_000 });
const placeButton = () => screen.getByRole('button', { name: /Runs on/ });

describe('the tab SQL of a pipeline', () => {
  it('begins with its script, on a cluster, with the values of its parameters', async () => {
    const sql = new MemorySql();
    sql.pipeline = flinkSql();
    show(sql);
    expect(await editor()).toHaveTextContent(SCRIPT);
    expect(placeButton()).toHaveTextContent('Flink');
    const run = screen.getByRole('button', { name: 'Run' });
    await waitFor(() => expect(run).toBeEnabled());
    await userEvent.click(run);
    await waitFor(() => expect(sql.executed).toEqual([SCRIPT]));
    expect(sql.variables).toEqual({ topic: 'orders' });

    await userEvent.click(screen.getByRole('button', { name: 'More' }));
    await userEvent.click(screen.getByRole('menuitem', { name: 'Variables' }));
    const variables = await screen.findByRole('textbox', { name: 'Variables' });
    expect(variables).toHaveValue('topic: orders');
    await userEvent.clear(variables);
    await userEvent.type(variables, 'topic: returns');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await userEvent.click(run);
    await waitFor(() => expect(sql.variables).toEqual({ topic: 'returns' }));
  });

  it('keeps what is changed here, and leads back to the script', async () => {
    const sql = new MemorySql();
    sql.pipeline = flinkSql();
    show(sql);
    await userEvent.click(await editor());
    await userEvent.paste('-- mine\n');
    await userEvent.click(
      await screen.findByRole('button', { name: /Take the script/ }),
    );
    expect(await editor()).toHaveTextContent(SCRIPT);
    expect(await editor()).not.toHaveTextContent('mine');
    expect(screen.queryByRole('button', { name: /Take the/ })).toBeNull();
  });

  it('goes where its last run went', async () => {
    const sql = new MemorySql();
    sql.places = [
      flinkPlace,
      { ...flinkPlace, name: 'lab', title: 'Lab' },
      postgresPlace,
    ];
    sql.pipeline = flinkSql(aRun({ target: 'lab' }));
    show(sql);
    await editor();
    expect(placeButton()).toHaveTextContent('Lab');
  });

  it("offers a graph's data sources and no others", async () => {
    const sql = new MemorySql();
    sql.places.push({ ...postgresPlace, name: 'crm', title: 'Customers' });
    sql.pipeline = pipelineOf({});
    show(sql);
    await editor();
    expect(placeButton()).toHaveTextContent('Warehouse');
    await userEvent.click(placeButton());
    const options = await screen.findAllByRole('option');
    expect(options.map(it => it.textContent)).toEqual(['Flink', 'Warehouse']);
    await userEvent.click(options[0]);
    await waitFor(() => expect(placeButton()).toHaveTextContent('Flink'));
  });

  it('says what to do where nothing can run its SQL', async () => {
    const sql = new MemorySql();
    sql.places = [{ ...postgresPlace, name: 'crm' }];
    sql.pipeline = pipelineOf({});
    show(sql);
    expect(
      await screen.findByText('No place runs SQL for this pipeline'),
    ).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'To the clusters' }),
    ).toHaveAttribute('href', '/scaleph/clusters');
  });
});
