import assert from 'node:assert/strict';
import fs from 'node:fs';
import { test } from 'node:test';
import { toFacts } from './toFacts.mjs';

const factory = (kind, name, jar, options = {}) => ({
  jar: `${jar}-1.0.jar`,
  package: 'a',
  kind,
  name,
  options,
  required: Object.keys(options),
  exclusive: [],
  bundled: [],
  conditional: [],
});
const of = more => ({
  release: '1.0',
  factories: [
    factory('sink', 'B', 'b'),
    factory('source', 'B', 'b', { x: { type: 'int' } }),
    factory('sink', 'B', 'other'),
  ],
  connectors: { b: ['B'] },
  transcribed: [{ kind: 'source', name: 'A', options: {} }],
  ...more,
});

test('sorts, leaves empty parts out, and marks what is transcribed', () => {
  const { text, summary } = toFacts(of());
  assert.deepEqual(JSON.parse(text), {
    release: '1.0',
    connectors: [
      { kind: 'source', name: 'A', transcribed: true, options: {} },
      {
        kind: 'source',
        name: 'B',
        options: { x: { type: 'int' } },
        required: ['x'],
      },
      { kind: 'sink', name: 'B', options: {} },
    ],
  });
  assert.equal(summary, '3 connectors, 1 options');
});

test('refuses doubles and gaps', () => {
  assert.throws(
    () => toFacts(of({ connectors: { b: ['B'], other: ['B'] } })),
    /sink B is there twice/,
  );
  assert.throws(
    () => toFacts(of({ connectors: { b: ['B', 'C'] } })),
    /no factory of C/,
  );
});

test('the facts in the repository are as it writes them', () => {
  const directory = new URL(
    '../../plugins/scaleph-node/src/connectors/releases/',
    import.meta.url,
  );
  const files = fs.readdirSync(directory);
  assert.ok(files.length >= 2);
  for (const file of files) {
    const text = fs.readFileSync(new URL(file, directory), 'utf8');
    const { release, connectors } = JSON.parse(text);
    assert.equal(file, `${release}.json`);
    const again = toFacts({
      release,
      factories: connectors
        .filter(it => !it.transcribed)
        .map(it => ({ ...it, jar: `all-${release}.jar` })),
      connectors: {
        all: connectors.filter(it => !it.transcribed).map(it => it.name),
      },
      transcribed: connectors.filter(it => it.transcribed),
    });
    assert.equal(again.text, text);
  }
});
