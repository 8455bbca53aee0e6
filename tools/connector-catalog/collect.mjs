// Reads SeaTunnel's own jars and writes the facts of one release: see README.md.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { fetchFromMaven } from '../engines/fetching.mjs';
import { toFacts } from './toFacts.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.join(here, '../..');
const readJson = name =>
  JSON.parse(fs.readFileSync(path.join(here, name), 'utf8'));

const [release] = process.argv.slice(2);
const known = readJson('releases.json');
if (!known[release]) {
  process.stderr.write(
    `usage: node tools/connector-catalog/collect.mjs RELEASE, one of ${Object.keys(
      known,
    ).join(', ')}\n`,
  );
  process.exit(1);
}

const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'connector-catalog-'));
try {
  const jars = path.join(directory, 'jars');
  const { api, connectors } = known[release];
  await fetchFromMaven(
    {
      jars: {
        api: api.jars,
        connectors: Object.keys(connectors).map(
          name => `org.apache.seatunnel:${name}:${release}`,
        ),
      },
      ...(api.closure && { closure: { directory: 'api', of: api.closure } }),
    },
    {
      directory,
      target: jars,
      progress: megabytes =>
        process.stderr.write(`\rMaven: ${megabytes.toFixed(0)} MB`),
    },
  );
  process.stderr.write('\n');
  const lines = execFileSync(
    'java',
    [
      '-cp',
      path.join(jars, 'api', '*'),
      path.join(here, 'ReadOptionRules.java'),
      ...fs
        .readdirSync(path.join(jars, 'connectors'))
        .sort()
        .map(file => path.join(jars, 'connectors', file)),
    ],
    { encoding: 'utf8', maxBuffer: 64e6, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const target = path.join(
    root,
    `plugins/scaleph-node/src/connectors/releases/${release}.json`,
  );
  const { text, summary } = toFacts({
    release,
    factories: lines
      .trim()
      .split('\n')
      .map(line => JSON.parse(line)),
    connectors,
    transcribed: readJson('transcribed.json')[release] ?? [],
  });
  fs.writeFileSync(target, text);
  process.stderr.write(`${path.relative(root, target)}: ${summary}\n`);
} finally {
  fs.rmSync(directory, { recursive: true, force: true });
}
