// The demo's input, data sources and pipelines.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { UserError } from './cli.mjs';
import { root } from './fingerprint.mjs';
import { waitFor } from './system.mjs';

const require = createRequire(import.meta.url);

/** The data sets of the package vega-datasets that the pipelines read; examples/data/README.md names their licences. */
const INPUT = [
  'airports.csv',
  'flights-3m.parquet',
  'penguins.json',
  'seattle-weather.csv',
];

/** In the order in which they run: busiest-routes reads the table that airports writes. */
export const PIPELINES = ['airports', 'busiest-routes', 'penguins'];

/** Copies the input below `dataDir`. */
export function layOutDemoData(dataDir) {
  const source = path.join(
    path.dirname(require.resolve('vega-datasets')),
    '../data',
  );
  fs.mkdirSync(path.join(dataDir, 'input'), { recursive: true });
  for (const file of INPUT) {
    const target = path.join(dataDir, 'input', file);
    if (!fs.existsSync(target)) {
      fs.copyFileSync(path.join(source, file), `${target}.part`);
      fs.renameSync(`${target}.part`, target);
    }
  }
}

function dataSources(dataDir) {
  const common = { owner: 'group:default/data', tags: ['demo'] };
  return [
    {
      ...common,
      name: 'demo-input',
      type: 'local-directory',
      title: 'Demo input',
      description: 'Real data sets: airports, flights, penguins, weather.',
      config: { directory: path.join(dataDir, 'input') },
    },
    {
      ...common,
      name: 'demo-warehouse',
      type: 'sqlite',
      title: 'Demo warehouse',
      description: 'A SQLite database that the demo writes to and reads from.',
      system: 'system:default/geo',
      config: { path: path.join(dataDir, 'warehouse/demo.db') },
    },
    {
      ...common,
      name: 'demo-output',
      type: 'local-directory',
      title: 'Demo output',
      description: 'Files that the demo writes.',
      config: { directory: path.join(dataDir, 'output') },
    },
  ];
}

/** Creates the data sources and publishes `pipelines` (names of files in examples/pipelines); what exists and equals stays as it is. */
export async function prepareDemo(call, dataDir, pipelines = PIPELINES) {
  for (const dataSource of dataSources(dataDir)) {
    const url = `/scaleph/data-sources/${dataSource.name}`;
    const existing = await call('GET', url, { allow: [404] });
    if (existing.status === 404) {
      await call('POST', '/scaleph/data-sources', { body: dataSource });
    } else {
      await call('PUT', url, {
        body: dataSource,
        headers: { 'if-match': existing.etag },
      });
    }
    const { body } = await call('POST', `${url}/test`, { body: {} });
    if (!body.ok)
      throw new UserError(`data source "${dataSource.name}": ${body.message}`);
  }
  for (const name of pipelines) await publish(call, name);
}

async function publish(call, name) {
  const yaml = fs.readFileSync(
    path.join(root, 'examples/pipelines', `${name}.yaml`),
    'utf8',
  );
  const url = `/scaleph/pipelines/${name}`;
  const existing = await call('GET', url, { allow: [404] });
  if (existing.status === 404) {
    await call('POST', '/scaleph/pipelines', {
      body: { yaml, publish: true, message: 'Made by the demo' },
    });
    return;
  }
  // What the user changed since the last start is theirs: only a pipeline without a version is published again.
  if (existing.body.publishedVersion === undefined) {
    await call('POST', `${url}/versions`, {
      body: { message: 'Made by the demo' },
      headers: { 'if-match': existing.etag },
    });
  }
}

/** Runs the pipelines one after the other, on `target` when it is given; resolves to the ended runs. */
export async function runDemoPipelines(call, pipelines = PIPELINES, target) {
  const ended = [];
  for (const name of pipelines) {
    const { body } = await call('POST', `/scaleph/pipelines/${name}/runs`, {
      body: target ? { target } : {},
    });
    ended.push(await waitForEnd(call, body.id));
  }
  return ended;
}

async function waitForEnd(call, id) {
  return waitFor(
    async () => {
      const { body } = await call('GET', `/scaleph/runs/${id}`);
      return ['FINISHED', 'FAILED', 'CANCELED'].includes(body.state) && body;
    },
    {
      timeoutMs: 300_000,
      everyMs: 200,
      onTimeout: () => new UserError(`run ${id} did not end in five minutes`),
    },
  );
}
