// Fails when a file that git keeps, or the message of a commit, holds a path of a machine or the host of a package registry.
import { execFileSync } from 'node:child_process';
import { root } from './fingerprint.mjs';

/** Put together here, so that this file does not find itself. */
const FORBIDDEN = [
  ['registry.npmjs', 'org'].join('.'),
  ['registry.yarnpkg', 'com'].join('.'),
  ['repo1.maven', 'org'].join('.'),
  ['repo.maven.apache', 'org'].join('.'),
  ['pypi', 'org'].join('.'),
  ['files.pythonhosted', 'org'].join('.'),
  ['deb.debian', 'org'].join('.'),
  ['proxy.golang', 'org'].join('.'),
  ['', 'work', 'main'].join('/'),
  ['', 'work', 'scratch'].join('/'),
  ['', 'home', ''].join('/'),
  ['', 'root', ''].join('/'),
  ['', 'Users', ''].join('/'),
];

/** Yarn itself, which cannot but know its default registry. */
const EXEMPT = [':!.yarn/releases'];

const args = FORBIDDEN.flatMap(text => ['-e', text]);
let found = '';
try {
  found = execFileSync('git', ['grep', '-nIF', ...args, '--', '.', ...EXEMPT], {
    cwd: root,
    encoding: 'utf8',
  });
} catch (error) {
  if (error.status !== 1) throw error; // 1: nothing found
}
const messages = execFileSync('git', ['log', '--format=%B'], {
  cwd: root,
  encoding: 'utf8',
  maxBuffer: 2 ** 28,
});
const said = messages
  .split('\n')
  .filter(line => FORBIDDEN.some(text => line.includes(text)));
const lines = [
  ...found.split('\n').filter(Boolean),
  ...said.map(line => `a commit's message: ${line}`),
];
for (const line of lines) process.stdout.write(`${line.slice(0, 200)}\n`);
process.exitCode = lines.length > 0 ? 1 : 0;
