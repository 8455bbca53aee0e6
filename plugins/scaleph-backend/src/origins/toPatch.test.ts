import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { toPatch } from './toPatch';

// On machines that may be busy.
jest.setTimeout(60_000);

const run = promisify(execFile);
const many = (word: string) =>
  Array.from({ length: 20_000 }, (_, line) => `# ${word} ${line}\n`).join('');

describe('A patch', () => {
  let directory: string;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'scaleph-patch-'));
  });
  afterEach(() => rm(directory, { recursive: true, force: true }));

  it.each([
    ['of a line', 'a\nb\nc\n', 'a\nB\nc\n'],
    ['of a file without an end', 'a\nb', 'a\nc'],
    ['of very many lines', many('old'), many('new')],
    ['of very many lines without ends', `${many('old')}a`, `${many('new')}b`],
    ['of very many lines to nothing', many('old'), ''],
  ])('%s is one that git applies', async (_, before, after) => {
    const file = join(directory, 'pipeline.yaml');
    await writeFile(file, before);
    await writeFile(
      join(directory, 'it.patch'),
      toPatch('pipeline.yaml', before, after),
    );
    await run('git', ['apply', 'it.patch'], {
      cwd: directory,
      env: { ...process.env, GIT_CEILING_DIRECTORIES: tmpdir() },
    });
    const applied = await readFile(file, 'utf8').catch(() => '');
    expect(applied === after).toBe(true);
  });
});
