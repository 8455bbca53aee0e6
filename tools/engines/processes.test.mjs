import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { waitFor } from '../../scripts/lib/system.mjs';
import { withLock } from './lock.mjs';
import { identify, isAlive, thisProcess } from './processIdentity.mjs';
import { Processes, watch } from './processes.mjs';

const FOREVER = {
  program: process.execPath,
  args: ['-e', 'setInterval(() => {}, 1000)'],
};

let directory;
let processes;
beforeEach(() => {
  directory = fs.mkdtempSync(path.join(os.tmpdir(), 'scaleph engines '));
  fs.mkdirSync(path.join(directory, 'pid'));
  processes = new Processes(directory);
});
afterEach(async () => {
  await processes.stop(processes.list().map(({ name }) => name));
  fs.rmSync(directory, { recursive: true });
});

test('a process that is started twice runs once', () => {
  processes.start('a', FOREVER);
  const [{ pid }] = processes.list();
  processes.start('a', FOREVER);
  assert.deepEqual(processes.list(), [{ name: 'a', pid, alive: true }]);
});

test('a killed process stays known until it is stopped', async () => {
  processes.start('a', FOREVER);
  await processes.kill('a');
  assert.equal(processes.list()[0].alive, false);
  await processes.stop(['a']);
  assert.deepEqual(processes.list(), []);
  await processes.stop(['a']);
});

test('a process ends with its owner, although nobody stops it', async () => {
  const owner = spawn(FOREVER.program, FOREVER.args, { stdio: 'ignore' });
  const owned = new Processes(directory, identify(owner.pid));
  owned.start('a', FOREVER);
  processes.start('b', FOREVER);
  owner.kill('SIGKILL');
  await waitFor(() => !owned.isAlive('a'), {
    timeoutMs: 30_000,
    onTimeout: () => new Error('it outlives its owner'),
  });
  assert.ok(processes.isAlive('b'));
});

test('a process that has the pid of an owned one by now stays', async () => {
  processes.start('b', FOREVER);
  const [{ pid }] = processes.list();
  const { started } = identify(pid);
  const gone = { pid: 2 ** 22 + 1, started: '1' };
  const [code] = await once(
    watch(gone, { pid, started: `${started}0` }),
    'exit',
  );
  assert.equal(code, 0);
  assert.ok(processes.isAlive('b'));
});

test('an owner whose pid is of another process by now is gone', async () => {
  processes.start('a', FOREVER);
  const [{ pid }] = processes.list();
  const { pid: own, started } = thisProcess();
  watch({ pid: own, started: `${started}0` }, identify(pid)).unref();
  await waitFor(() => !processes.isAlive('a'), {
    timeoutMs: 30_000,
    onTimeout: () => new Error('it outlives its owner'),
  });
});

test('a process that ends before it answers says why', async () => {
  processes.start('a', {
    program: process.execPath,
    args: ['-e', 'throw new TypeError("the port is gone")'],
  });
  await assert.rejects(
    processes.waitUntil('a', () => undefined),
    /a ended: .*the port is gone/,
  );
});

test('a pid that another process has by now is not the process', () => {
  const { pid, started } = thisProcess();
  assert.ok(isAlive({ pid, started }));
  assert.ok(!isAlive({ pid, started: `${started}0` }));
  assert.equal(identify(2 ** 22 + 1), undefined);
});

test('a lock lets one in at a time, and goes over from the dead', async () => {
  const file = path.join(directory, 'lock');
  processes.start('owner', FOREVER);
  const [{ pid }] = processes.list();
  fs.writeFileSync(file, JSON.stringify(identify(pid)));
  const events = [];
  const say = message => events.push(message);
  const waiting = withLock(file, { say }, async () => events.push('in'));
  assert.equal(events.length, 1, 'it says that it waits');
  await processes.kill('owner');
  await waiting;
  assert.equal(events.at(-1), 'in');
  assert.ok(!fs.existsSync(file));
});
