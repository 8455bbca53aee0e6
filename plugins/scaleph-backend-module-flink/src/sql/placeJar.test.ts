import { ConfigReader } from '@backstage/config';
import { ArtifactContent } from '@scaleph/backstage-plugin-scaleph-node';
import { createHash } from 'node:crypto';
import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { JarDirectories } from './JarDirectories';
import { placeJar } from './placeJar';

const BYTES = Buffer.from('the jar');
const SHA = createHash('sha256').update(BYTES).digest('hex');
const JAR: ArtifactContent = {
  name: 'a.jar',
  sha256: SHA,
  sizeBytes: BYTES.length,
  async *open() {
    yield BYTES;
  },
};

describe('placeJar', () => {
  let base: string;
  let jars: string;
  let allowed: JarDirectories;

  beforeEach(async () => {
    base = await realpath(await mkdtemp(join(tmpdir(), 'scaleph-place-')));
    jars = join(base, 'jars');
    allowed = JarDirectories.of([jars]);
    await mkdir(join(base, 'elsewhere'));
  });
  afterEach(() => rm(base, { recursive: true }));

  it('writes a jar once, by its digest', async () => {
    const path = await placeJar(allowed, jars, JAR);
    expect(path).toBe(join(jars, SHA, 'a.jar'));
    expect(await readFile(path)).toEqual(BYTES);
    const open = jest.fn(JAR.open);
    expect(await placeJar(allowed, jars, { ...JAR, open })).toBe(path);
    expect(open).not.toHaveBeenCalled();
    expect(await readdir(join(jars, SHA))).toEqual(['a.jar']);
  });

  it('puts right what somebody has put in its place', async () => {
    await mkdir(join(jars, SHA), { recursive: true });
    await writeFile(join(jars, SHA, 'a.jar'), 'its size');
    const path = await placeJar(allowed, jars, JAR);
    expect(await readFile(path)).toEqual(BYTES);
  });

  it('replaces a link instead of following it', async () => {
    const victim = join(base, 'elsewhere', 'file');
    await writeFile(victim, 'mine');
    await mkdir(join(jars, SHA), { recursive: true });
    await symlink(victim, join(jars, SHA, 'a.jar'));
    expect(await readFile(await placeJar(allowed, jars, JAR))).toEqual(BYTES);
    expect(await readFile(victim, 'utf8')).toBe('mine');
  });

  it.each([
    ['a directory outside', () => join(base, 'elsewhere')],
    ['one beside with the same beginning', () => `${jars}-2`],
    ['a way out', () => `${jars}/../elsewhere`],
    ['a relative one', () => 'jars'],
  ])('refuses %s, and makes nothing there', async (_, directory) => {
    const before = await readdir(base);
    await expect(placeJar(allowed, directory(), JAR)).rejects.toMatchObject({
      name: 'InputError',
    });
    expect(await readdir(base)).toEqual(before);
    expect(await readdir(join(base, 'elsewhere'))).toEqual([]);
  });

  it.each(['the directory', 'the folder of the jar'])(
    'refuses a link out in the place of %s',
    async which => {
      await mkdir(jars);
      const isFolder = which !== 'the directory';
      const link = isFolder ? join(jars, SHA) : join(jars, 'below');
      await symlink(join(base, 'elsewhere'), link);
      await expect(
        placeJar(allowed, isFolder ? jars : link, JAR),
      ).rejects.toThrow('scaleph.flink.jarDirectories');
      expect(await readdir(join(base, 'elsewhere'))).toEqual([]);
    },
  );

  it('keeps nothing of bytes that are others', async () => {
    const other = { ...JAR, sha256: '0'.repeat(64) };
    await expect(placeJar(allowed, jars, other)).rejects.toThrow('changed');
    expect(await readdir(join(jars, other.sha256))).toEqual([]);
  });

  it.each([
    [(it: string) => it, 'overlaps'],
    [(it: string) => join(it, 'below'), 'overlaps'],
    [(it: string) => join(it, '..'), 'overlaps'],
    [(it: string) => `${it}-beside`, 'nothing'],
  ])('stays apart from where pipelines write', async (place, problem) => {
    const root = join(base, 'data');
    await mkdir(root);
    await symlink(root, join(base, 'link'));
    const found = await JarDirectories.fromConfig(
      new ConfigReader({
        scaleph: {
          files: { roots: [join(base, 'link')] },
          flink: { jarDirectories: [place(root)] },
        },
      }),
    ).then(
      () => 'nothing',
      error => error.message,
    );
    expect(found).toContain(problem);
  });

  it('allows nothing without a configuration', async () => {
    const none = await JarDirectories.fromConfig(new ConfigReader({}));
    await expect(placeJar(none, jars, JAR)).rejects.toThrow('names none');
  });
});
