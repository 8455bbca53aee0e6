import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { test } from 'node:test';
import { engineHome } from '../../scripts/lib/engines.mjs';
import { flinkConfiguration } from './flinkConfiguration.mjs';
import { isLaidOut } from './layOut.mjs';
import { choosePorts } from './ports.mjs';
import { compilePatch } from './rebuildPatch.mjs';
import { PARTS, SEATUNNEL_PLUGINS } from './releases.mjs';

test('the configuration is one quoted value a line, and what is given wins', () => {
  const { 'config.yaml': text } = flinkConfiguration({
    directory: '/a "b" c',
    upload: '/u',
    ports: { rest: 1, rpc: 2, gateway: 3 },
    slots: 4,
    extra: { 'parallelism.default': 7 },
  });
  const values = Object.fromEntries(
    text
      .trim()
      .split('\n')
      .map(line => line.split(/: (.*)/s).slice(0, 2))
      .map(([key, value]) => [key, JSON.parse(value)]),
  );
  assert.equal(values['parallelism.default'], '7');
  assert.equal(values['rest.bind-port'], '1');
  assert.equal(values['io.tmp.dirs'], '/a "b" c/tmp');
  const first = values['classloader.parent-first-patterns.default'].split(';');
  assert.ok(first.includes('org.apache.flink.table.'));
  assert.ok(!first.some(each => 'org.apache.flink.cdc.'.startsWith(each)));
});

test('releases before 1.19 read no YAML, and before 1.20 other keys', () => {
  const of = version =>
    flinkConfiguration({
      directory: '/a',
      upload: '/u',
      ports: { rest: 1, rpc: 2, gateway: 3 },
      slots: 4,
      version,
    });
  assert.deepEqual(Object.keys(of('1.18.1')), ['flink-conf.yaml']);
  assert.match(of('1.18.1')['flink-conf.yaml'], /^rest\.bind-port: 1$/m);
  assert.match(of('1.19.1')['config.yaml'], /^state\.savepoints\.dir: "/m);
  assert.doesNotMatch(of('2.2.1')['config.yaml'], /^state\.savepoints/m);
});

test('ports: a taken one is avoided or refused, and all differ', async () => {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const taken = server.address().port;
  try {
    const ports = await choosePorts({ a: { preferred: taken }, b: {}, c: {} });
    assert.equal(new Set([taken, ...Object.values(ports)]).size, 4);
    await assert.rejects(
      choosePorts({ a: { fixed: taken, option: '--port' } }),
      /is in use: .* --port/,
    );
  } finally {
    server.close();
  }
});

test('every plugin of SeaTunnel that is mapped has its jar', () => {
  const jars = PARTS.seatunnel.jars.connectors.map(each => each.split(':')[1]);
  for (const plugins of Object.values(SEATUNNEL_PLUGINS))
    for (const jar of Object.values(plugins))
      assert.ok(jars.includes(jar), jar);
});

const hasCompiler = spawnSync('javac', ['-version']).status === 0;
test(
  "SeaTunnel's patched class is what its source says",
  {
    skip:
      !(hasCompiler && isLaidOut(engineHome, 'flink')) &&
      'needs a JDK, and ./scaleph engine up flink --only-fetch',
  },
  () => {
    const file = 'compat/FlinkSinkWriterContext.class';
    const committed = fs.readFileSync(path.join(import.meta.dirname, file));
    assert.ok(compilePatch(engineHome).equals(committed));
  },
);
