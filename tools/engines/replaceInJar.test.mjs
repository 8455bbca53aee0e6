import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { listJar, replaceInJar } from './replaceInJar.mjs';

const EMPTY = Buffer.concat([
  Buffer.from([0x50, 0x4b, 0x05, 0x06]),
  Buffer.alloc(18),
]);

/** What Python, a zip reader that is not ours, finds in a jar. */
function readWithPython(jar) {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'scaleph-jar-'));
  try {
    const file = path.join(directory, 'a.jar');
    fs.writeFileSync(file, jar);
    const script = `
import json, sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as z:
    assert z.testzip() is None
    print(json.dumps({n: z.read(n).decode() for n in z.namelist()}))`;
    return JSON.parse(
      execFileSync('python3', ['-c', script, file], { encoding: 'utf8' }),
    );
  } finally {
    fs.rmSync(directory, { recursive: true });
  }
}

test('adds files, replaces them, and keeps the others', () => {
  const first = replaceInJar(EMPTY, {
    'a/One.class': Buffer.from('one'),
    'a/Two.class': Buffer.from('two'),
    'ä.txt': Buffer.alloc(0),
  });
  const second = replaceInJar(first, {
    'a/One.class': Buffer.from('another one'),
  });
  assert.deepEqual(readWithPython(second), {
    'a/Two.class': 'two',
    'ä.txt': '',
    'a/One.class': 'another one',
  });
  assert.deepEqual(listJar(second), ['a/Two.class', 'ä.txt', 'a/One.class']);
});

test('makes the same bytes every time', () => {
  const files = { 'a.class': Buffer.from('a') };
  assert.deepEqual(replaceInJar(EMPTY, files), replaceInJar(EMPTY, files));
});

test('refuses what is no zip file, or half a one', () => {
  assert.throws(() => replaceInJar(Buffer.from('no'), {}), /not a zip file/);
  const jar = replaceInJar(EMPTY, { a: Buffer.from('a'), b: Buffer.alloc(9) });
  const end = jar.subarray(-22);
  assert.throws(
    () => replaceInJar(Buffer.concat([Buffer.alloc(100), end]), {}),
    /damaged|out of range/,
  );
});
