import { ArtifactContent } from '@scaleph/backstage-plugin-scaleph-node';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleJars } from './JarBundle';

/** In pieces, as they come from elsewhere. */
function contentOf(name: string, bytes: Buffer): ArtifactContent {
  return {
    name,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    sizeBytes: bytes.length,
    async *open() {
      for (let at = 0; at < bytes.length; at += 7) {
        yield bytes.subarray(at, at + 7);
      }
    },
  };
}

async function bytesOf({ open }: ArtifactContent): Promise<Buffer> {
  const chunks = [];
  for await (const chunk of open()) chunks.push(chunk);
  return Buffer.concat(chunks);
}

describe('bundleJars', () => {
  const directory = mkdtempSync(join(tmpdir(), 'scaleph-bundle-'));
  afterAll(() => rmSync(directory, { recursive: true }));

  /** What another program reads in it: names and contents. */
  const unzipped = (bytes: Buffer): Record<string, string> => {
    const file = join(directory, 'a.zip');
    writeFileSync(file, bytes);
    execFileSync('unzip', ['-tq', file]);
    const names = execFileSync('unzip', ['-Z1', file], { encoding: 'utf8' });
    return Object.fromEntries(
      names
        .trim()
        .split('\n')
        .map(name => [
          name,
          execFileSync('unzip', ['-p', file, name], { encoding: 'latin1' }),
        ]),
    );
  };
  const a = contentOf('a.jar', Buffer.from('library a'));
  const b = contentOf('b.jar', Buffer.from('the other library, b'));

  it('is a jar without a program, with its libraries', async () => {
    const bundle = await bundleJars(undefined, [a, b]);
    const bytes = await bytesOf(bundle);
    expect(bytes.length).toBe(bundle.sizeBytes);
    const files = unzipped(bytes);
    expect(Object.keys(files)).toEqual([
      'META-INF/MANIFEST.MF',
      `lib/0-${a.sha256.slice(0, 16)}.jar`,
      `lib/1-${b.sha256.slice(0, 16)}.jar`,
    ]);
    expect(Object.values(files).slice(1)).toEqual([
      'library a',
      'the other library, b',
    ]);
  });

  it('keeps what the program brings, and adds to it', async () => {
    const main = contentOf(
      'main.jar',
      await bytesOf(await bundleJars(undefined, [a])),
    );
    const bundle = await bundleJars(main, [b]);
    const bytes = await bytesOf(bundle);
    expect(bytes.length).toBe(bundle.sizeBytes);
    expect(Object.values(unzipped(bytes))).toEqual([
      'Manifest-Version: 1.0\r\n\r\n',
      'library a',
      'the other library, b',
    ]);
  });

  it('is the jar itself without libraries', async () => {
    expect(await bundleJars(a, [])).toBe(a);
  });

  it('has one digest for the same parts, and another one for others', async () => {
    const digest = async (...of: Parameters<typeof bundleJars>) =>
      (await bundleJars(...of)).sha256;
    expect(await digest(undefined, [a, b])).toBe(
      await digest(undefined, [a, b]),
    );
    expect(await digest(undefined, [b, a])).not.toBe(
      await digest(undefined, [a, b]),
    );
  });

  it.each(['', 'no jar', 'PK\x05\x06'])('refuses %j', async text => {
    await expect(
      bundleJars(contentOf('x.jar', Buffer.from(text)), [a]),
    ).rejects.toThrow('"x.jar" is no jar');
  });
});
