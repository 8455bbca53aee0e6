import { execFile, spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

jest.setTimeout(60_000);

const ENTRY = join(__dirname, '__testUtils__', 'entry.ts');
const TRANSFORM = require.resolve('@backstage/cli/config/nodeTransform.cjs');

let directory: string;

const write = (name: string, text: string) =>
  writeFile(join(directory, name), text);

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'cli-test-'));
  await write('in.csv', 'id,name\n1,a\n2,b\n3,c\n');
});

afterEach(async () => {
  await rm(directory, { recursive: true, force: true });
});

const command = (args: string[]) => ['--require', TRANSFORM, ENTRY, ...args];

/** Runs the command line in the directory of the test. */
const scaleph = (args: string[], env: Record<string, string> = {}) =>
  new Promise<{ code: number; out: string; err: string }>(resolve => {
    execFile(
      process.execPath,
      command(args),
      { cwd: directory, env: { ...process.env, ...env } },
      (error, out, err) =>
        resolve({ code: error ? Number(error.code) : 0, out, err }),
    );
  });

const pipeline = (query: string, more = '') => `apiVersion: scaleph.io/v1alpha1
kind: Pipeline
metadata: { name: test, owner: group:default/data }
spec:
  type: seatunnel
  mode: batch
  parameters: { least: { default: "1" } }
  nodes:
    - { id: read, kind: source, connector: LocalFile, options: { path: in.csv, file_format_type: csv } }
    - { id: some, kind: transform, connector: Sql, options: { query: "${query}" } }
    - { id: write, kind: sink, connector: LocalFile, options: { path: out.csv, file_format_type: csv } }
${more}  edges: [{ from: read, to: some }, { from: some, to: write }]
`;

const QUERY = 'SELECT id, name FROM read WHERE id > ${least}';

it('runs a file and prints one JSON document', async () => {
  await write('p.yaml', pipeline(QUERY));
  const { code, out, err } = await scaleph([
    'run',
    'p.yaml',
    '--json',
    '--set',
    'least=2',
  ]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(JSON.parse(out)).toEqual({
    state: 'FINISHED',
    pipeline: 'test',
    durationMs: expect.any(Number),
    runMs: expect.any(Number),
    nodes: [
      {
        node: 'read',
        kind: 'source',
        connector: 'LocalFile',
        rowsIn: 0,
        rowsOut: 3,
      },
      {
        node: 'some',
        kind: 'transform',
        connector: 'Sql',
        rowsIn: 3,
        rowsOut: 1,
      },
      {
        node: 'write',
        kind: 'sink',
        connector: 'LocalFile',
        rowsIn: 1,
        rowsOut: 1,
      },
    ],
    rowsRead: 3,
    rowsWritten: 1,
    outputs: [
      {
        node: 'write',
        kind: 'file',
        location: expect.stringMatching(/out\.csv$/),
        rows: 1,
        bytes: 12,
      },
    ],
    problems: [],
  });
  expect(await readFile(join(directory, 'out.csv'), 'utf8')).toBe(
    'id,name\n3,c\n',
  );
});

it('prints a table for a person', async () => {
  await write('p.yaml', pipeline(QUERY));
  const { code, out } = await scaleph(['run', 'p.yaml']);
  expect(code).toBe(0);
  expect(out).toMatch(/NODE\s+KIND\s+CONNECTOR\s+ROWS IN\s+ROWS OUT/);
  expect(out).toMatch(/test: FINISHED in .* s, 3 rows read, 2 rows written/);
});

it('fails with the reason', async () => {
  await write('p.yaml', pipeline('SELECT nope FROM read'));
  const { code, out } = await scaleph(['run', 'p.yaml', '--json']);
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject({
    state: 'FAILED',
    reason: expect.stringContaining('"nope" not found'),
  });
});

it('checks a file', async () => {
  await write('p.yaml', pipeline(QUERY));
  expect(await scaleph(['check', 'p.yaml'])).toMatchObject({
    code: 0,
    out: 'p.yaml: valid\n',
  });
});

test.each([
  [
    'a column of SQL',
    pipeline('SELECT * FROM nope'),
    'p.yaml:10:70 error Node "some": table "nope"',
    '(invalid-option)',
  ],
  [
    'an option',
    pipeline(QUERY).replace('path: in.csv, ', ''),
    'p.yaml:9:',
    '(missing-option)',
  ],
  [
    'a connector',
    pipeline(QUERY).replace('Sql', 'Sqll'),
    'p.yaml:10:',
    '(unknown-connector)',
  ],
  ['YAML', 'a: [', 'p.yaml:', '(malformed-yaml)'],
])('says where %s is wrong', async (_, text, place, code) => {
  await write('p.yaml', text);
  const result = await scaleph(['check', 'p.yaml']);
  expect(result.code).toBe(1);
  expect(result.out).toContain(place);
  expect(result.out).toContain(code);
  const json = await scaleph(['check', 'p.yaml', '--json']);
  expect(JSON.parse(json.out)).toMatchObject({ valid: false });
  const run = await scaleph(['run', 'p.yaml', '--json']);
  expect(run.code).toBe(1);
  expect(JSON.parse(run.out)).toMatchObject({ state: 'FAILED', nodes: [] });
});

describe('data sources', () => {
  const withSource = (extra = '') =>
    pipeline(QUERY).replace(
      'id: write, kind: sink, connector: LocalFile, options: { path: out.csv, file_format_type: csv }',
      `id: write, kind: sink, connector: Jdbc, dataSource: warehouse, options: { table: t${extra} }`,
    );

  it('come from the file beside, paths relative to it', async () => {
    await write('p.yaml', withSource());
    await write(
      'data-sources.yaml',
      '- { name: warehouse, type: sqlite, config: { path: w.db } }\n',
    );
    const { code, out } = await scaleph(['run', 'p.yaml', '--json']);
    expect(JSON.parse(out)).toMatchObject({ state: 'FINISHED' });
    expect(code).toBe(0);
    expect(await readdir(directory)).toContain('w.db');
  });

  it('take secrets from the environment only', async () => {
    await write('p.yaml', withSource());
    const source = (secrets: string) =>
      `- { name: warehouse, type: postgresql, config: { host: 127.0.0.1, port: 1, database: d, user: u }, secrets: ${secrets} }\n`;
    await write(
      's.yaml',
      source('{ password: { environment: CLI_TEST_PASSWORD } }'),
    );
    const args = ['run', 'p.yaml', '--json', '--data-sources', 's.yaml'];
    const missing = await scaleph(args);
    expect(JSON.parse(missing.out).problems[0].message).toContain(
      'CLI_TEST_PASSWORD is not set',
    );
    const refused = await scaleph(args, { CLI_TEST_PASSWORD: 'open-sesame' });
    expect(JSON.parse(refused.out).reason).toContain('127.0.0.1:1');
    expect(refused.out).not.toContain('sesame');
    await write('s.yaml', source('{ password: plain }'));
    expect(JSON.parse((await scaleph(args)).out).problems[0].message).toContain(
      'environment',
    );
  });

  it('must be there when a file says which there are', async () => {
    await write('p.yaml', withSource());
    await write('data-sources.yaml', '[]');
    const { code, out } = await scaleph(['check', 'p.yaml']);
    expect(code).toBe(1);
    expect(out).toContain('(unknown-data-source)');
  });
});

it('stops on Ctrl-C and leaves nothing', async () => {
  await write(
    'p.yaml',
    pipeline('SELECT a.i FROM range(1000000000) a(i), read').replace(
      'out.csv',
      'late.csv',
    ),
  );
  const child = spawn(process.execPath, command(['run', 'p.yaml', '--json']), {
    cwd: directory,
  });
  let out = '';
  child.stdout.on('data', data => {
    out += data;
  });
  const hasBegun = async () =>
    (await readdir(directory)).some(f => f.includes('late.csv'));
  while (!(await hasBegun()) && child.exitCode === null);
  const start = Date.now();
  child.kill('SIGINT');
  const code = await new Promise(resolve => {
    child.once('close', resolve);
  });
  expect(Date.now() - start).toBeLessThan(3000);
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject({ state: 'CANCELED' });
  expect((await readdir(directory)).sort()).toEqual(['in.csv', 'p.yaml']);
});

test.each([
  [['--help'], 0, 'usage: scaleph'],
  [['--version'], 0, ''],
  [[], 1, 'give a command'],
  [['fly'], 1, 'unknown command "fly"'],
  [['run'], 1, 'give a pipeline file'],
  [['run', 'a', 'b'], 1, 'one file at a time'],
  [['run', 'a', '--set', 'x'], 1, 'NAME=VALUE'],
  [['check', 'a', '--nope'], 1, '--nope'],
  [['run', 'missing.yaml'], 1, 'does not exist'],
])('%j exits with %d', async (args, code, text) => {
  const result = await scaleph(args);
  expect(result.code).toBe(code);
  expect(result.out + result.err).toContain(text);
});

describe('connectors', () => {
  it('lists them', async () => {
    const { code, out } = await scaleph(['connectors']);
    expect(code).toBe(0);
    expect(out).toMatch(/^source +Kafka +Flink +2\.3\.4, 2\.3\.8/m);
    expect(out).toMatch(/^sink +Console +embedded, Flink/m);
    const { out: json } = await scaleph(['connectors', '--json']);
    const { items } = JSON.parse(json);
    const [head, ...lines] = out.trim().split('\n');
    expect(head).toMatch(/^kind +name +engines/);
    expect(items.length).toBe(lines.length);
    expect(items[0]).not.toHaveProperty('schema');
  });

  it('says what one takes, at a release, in the language of the user', async () => {
    const { out } = await scaleph(['connectors', 'jdbc'], {
      LC_ALL: '',
      LANG: 'en_GB.UTF-8',
    });
    expect(out).toContain('source Jdbc: Database\n');
    expect(out).toContain('sink Jdbc: Database\n');
    expect(out).toContain(
      '  create_index  (yes or no; default true; SeaTunnel 2.3.8 only; Flink only)\n',
    );
    expect(out).toContain('  password  (text; from the data source)\n');
    expect(out).toContain('  Give exactly one of table, query.\n');
    const { out: zh } = await scaleph(
      ['connectors', 'Jdbc', '--release', '2.3.4'],
      { LC_ALL: '', LANG: 'zh_CN.UTF-8' },
    );
    expect(zh).toContain('source Jdbc: 数据库\n');
    expect(zh).not.toContain('create_index');
    const { out: json } = await scaleph(['connectors', 'Kafka', '--json']);
    expect(JSON.parse(json).items).toEqual([
      expect.objectContaining({ kind: 'source', schema: expect.anything() }),
      expect.objectContaining({ kind: 'sink', schema: expect.anything() }),
    ]);
  });

  it.each([
    [['Xylophone'], 'there is no connector "Xylophone": scaleph connectors'],
    [['mysql'], 'no connector "mysql"; near it are Jdbc, MySQL-CDC'],
    [['kafak'], 'no connector "kafak"; near it are Kafka'],
    [['Jdbc', 'Kafka'], 'one connector at a time: Kafka'],
    [
      ['Doris', '--release', '2.3.4'],
      'SeaTunnel 2.3.4 has no connector "Doris"; that of 2.3.8 has it',
    ],
    [['Doris', '--release', '1'], '--release 1: known are 2.3.4 and 2.3.8'],
  ])('%j is refused', async (args, message) => {
    const { code, err } = await scaleph(['connectors', ...args]);
    expect(code).toBe(1);
    expect(err).toContain(message);
  });

  it('a check refuses what only Flink takes', async () => {
    await write(
      'p.yaml',
      pipeline(QUERY).replace(
        'path: in.csv,',
        'path: in.csv, date_format: YYYY_MM_DD,',
      ),
    );
    const { code, out } = await scaleph(['check', 'p.yaml']);
    expect(code).toBe(1);
    expect(out).toContain(
      'option "date_format" of source LocalFile is taken by SeaTunnel on Flink, not by engine "embedded". Remove it, or run the pipeline on a Flink cluster.',
    );
  });
});
