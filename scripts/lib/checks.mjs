// The checks of ./scaleph lint: what each is called and the command that does it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { root } from './fingerprint.mjs';

const yarn = path.join(root, '.yarn/releases/yarn-4.13.0.cjs');
const viaYarn = (...args) => [process.execPath, [yarn, ...args]];
const eslint = (...args) => [
  process.execPath,
  [
    'node_modules/eslint/bin/eslint.js',
    ...['--max-warnings', '0', '--ext', '.ts,.mjs,.cjs', ...args],
    ...['scripts', 'tools', 'bench', 'packages/e2e'],
  ],
];
const tsc = project => viaYarn('tsc', '--pretty', 'false', '-p', project);

/** What the compiler writes is read by the API reports; everything else can be checked meanwhile. */
const COMPILER = 'compiler';

/** `fix` is the command that mends what the check finds, where one can; checks of a `lane` run one after the other. */
export const CHECKS = [
  {
    name: 'prettier: every file is formatted',
    command: viaYarn('prettier', '--check', '--log-level', 'warn', '.'),
    fix: viaYarn('prettier', '--write', '--log-level', 'warn', '.'),
  },
  {
    name: 'generated files are fresh',
    command: [process.execPath, ['tools/openapi/generate.mjs', '--check']],
    fix: [process.execPath, ['tools/openapi/generate.mjs']],
  },
  {
    name: 'the API reference is fresh',
    command: [process.execPath, ['tools/openapi/reference.mjs', '--check']],
    fix: [process.execPath, ['tools/openapi/reference.mjs']],
  },
  {
    name: 'the configuration reference is fresh',
    command: [process.execPath, ['tools/config/reference.mjs', '--check']],
    fix: [process.execPath, ['tools/config/reference.mjs']],
  },
  {
    name: 'the reference of connectors is fresh',
    command: [
      process.execPath,
      ['tools/connector-catalog/reference.mjs', '--check'],
    ],
    fix: [process.execPath, ['tools/connector-catalog/reference.mjs']],
  },
  {
    name: 'every link of the docs leads somewhere',
    command: [process.execPath, ['tools/docs/checkLinks.mjs']],
  },
  {
    name: 'tsc: types',
    lane: COMPILER,
    command: [process.execPath, ['scripts/lib/typeCheck.mjs']],
  },
  {
    name: 'tsc: types of scripts and tools',
    command: tsc('tsconfig.tools.json'),
  },
  {
    name: 'tsc: types of the end-to-end tests',
    command: tsc('packages/e2e/tsconfig.json'),
  },
  {
    name: 'eslint: rules and import boundaries',
    command: viaYarn('backstage-cli', 'repo', 'lint', '--max-warnings', '0'),
    fix: viaYarn('backstage-cli', 'repo', 'lint', '--fix'),
  },
  {
    name: 'eslint: scripts, tools and end-to-end tests',
    command: eslint(),
    fix: eslint('--fix'),
  },
  {
    name: 'package metadata is ready to publish',
    command: viaYarn('backstage-cli', 'repo', 'fix', '--publish', '--check'),
    fix: viaYarn('backstage-cli', 'repo', 'fix', '--publish'),
  },
  {
    // Needs the declarations that tsc has just written.
    name: 'API reports are fresh',
    lane: COMPILER,
    command: viaYarn('build:api-reports', '--ci'),
    fix: viaYarn('build:api-reports'),
  },
  {
    name: 'the tools pass their own tests',
    command: [
      process.execPath,
      [
        ...['--test', '--test-reporter=spec'],
        ...['tools/**/*.test.mjs', 'scripts/**/*.test.mjs'],
      ],
    ],
  },
  {
    name: 'nothing committed names a machine or a registry',
    command: [process.execPath, ['scripts/lib/checkNeutral.mjs']],
  },
];

/** Runs a command in the repository. Resolves to its exit code and what it printed. */
export async function run([program, args], { env = {} } = {}) {
  const child = spawn(program, args, {
    cwd: root,
    env: { ...process.env, FORCE_COLOR: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const add = text => {
    output += text;
  };
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', add);
  const [code] = await once(child, 'close');
  return { code, output };
}
