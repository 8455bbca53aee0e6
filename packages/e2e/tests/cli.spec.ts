import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { jsonLines, scaleph } from '../support/command';

const GOOD = `apiVersion: scaleph.io/v1alpha1
kind: Pipeline
metadata: { name: cities, owner: group:default/data }
spec:
  type: seatunnel
  parameters: { least: { default: '10' } }
  nodes:
    - { id: read, kind: source, connector: LocalFile, options: { path: cities.csv, file_format_type: csv } }
    - { id: large, kind: transform, connector: Sql, options: { query: 'SELECT * FROM read WHERE size >= \${least}' } }
    - { id: write, kind: sink, connector: LocalFile, options: { path: large.json, file_format_type: json } }
  edges: [{ from: read, to: large }, { from: large, to: write }]
`;

/** A directory with `pipeline.yaml` and its input. */
function directoryWith(pipeline: string) {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'scaleph-cli-'));
  fs.writeFileSync(path.join(directory, 'pipeline.yaml'), pipeline);
  fs.writeFileSync(
    path.join(directory, 'cities.csv'),
    'name,size\nBonn,3\nKöln,11\n"Ulm, Donau",12\n',
  );
  return { directory, file: path.join(directory, 'pipeline.yaml') };
}

test.describe('./scaleph check and run', () => {
  test('run --json prints one document and writes the output', async () => {
    const { directory, file } = directoryWith(GOOD);
    const { code, stdout } = await scaleph(['run', file, '--json']);
    const result = JSON.parse(stdout);
    expect(result).toMatchObject({
      state: 'FINISHED',
      rowsRead: 3,
      rowsWritten: 2,
      problems: [],
    });
    expect(code).toBe(0);
    expect(jsonLines(path.join(directory, 'large.json'))).toEqual([
      { name: 'Köln', size: 11 },
      { name: 'Ulm, Donau', size: 12 },
    ]);
  });

  test('--set replaces a parameter', async () => {
    const { directory, file } = directoryWith(GOOD);
    const { code } = await scaleph(['run', file, '--set', 'least=12']);
    expect(code).toBe(0);
    expect(jsonLines(path.join(directory, 'large.json'))).toEqual([
      { name: 'Ulm, Donau', size: 12 },
    ]);
  });

  for (const { what, pipeline, message } of [
    { what: 'a good file', pipeline: GOOD, message: undefined },
    {
      what: 'malformed YAML',
      pipeline: 'kind: [Pipeline\nspec: }',
      message: /pipeline\.yaml:\d+:\d+/,
    },
    {
      what: 'an unknown connector',
      pipeline: GOOD.replace('connector: Sql', 'connector: Sqlx'),
      message: /unknown-connector/,
    },
    {
      what: 'a cycle',
      pipeline: GOOD.replace(
        'edges: [',
        'edges: [{ from: large, to: large }, ',
      ),
      message: /self-edge|cycle/,
    },
    {
      what: 'an unknown field',
      pipeline: GOOD.replace('spec:', 'spec:\n  sppeed: 3'),
      message: /sppeed/,
    },
  ])
    test(`check of ${what} ${message ? 'fails' : 'passes'}`, async () => {
      const { file } = directoryWith(pipeline);
      const { code, stdout, stderr } = await scaleph(['check', file]);
      expect(code).toBe(message ? 1 : 0);
      if (message) expect(stdout + stderr).toMatch(message);
    });

  for (const { what, pipeline, message } of [
    {
      what: 'a file that does not exist',
      pipeline: GOOD.replace('cities.csv', 'towns.csv'),
      message: /towns\.csv/,
    },
    {
      what: 'a path outside of the roots',
      pipeline: GOOD.replace('cities.csv', '/etc/passwd'),
      message: /outside/,
    },
    {
      what: 'SQL that reads a file by itself',
      pipeline: GOOD.replace('FROM read', "FROM read_csv(''/etc/passwd'')"),
      message: /by_name|not|permission|disabled|upstream/i,
    },
  ])
    test(`run with ${what} fails and leaves no output`, async () => {
      const { directory, file } = directoryWith(pipeline);
      const { code, stdout } = await scaleph(['run', file, '--json']);
      expect(code).toBe(1);
      const result = JSON.parse(stdout);
      expect(result.state).not.toBe('FINISHED');
      expect(JSON.stringify(result)).toMatch(message);
      expect(fs.existsSync(path.join(directory, 'large.json'))).toBe(false);
    });

  test('a missing file is one clear line', async () => {
    const { code, stderr } = await scaleph(['run', 'nowhere.yaml']);
    expect(code).toBe(1);
    expect(stderr).toContain('nowhere.yaml');
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});
