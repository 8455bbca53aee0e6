import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { FileRoots, isInside } from './FileRoots';

const directory = createMockDirectory();
const path = (...parts: string[]) => directory.resolve(...parts);

beforeEach(() => {
  directory.setContent({
    root: {
      'a.csv': '1',
      'b.csv': '2',
      '.hidden.csv': '',
      'x[1].csv': '',
      sub: { 'c.csv': '3' },
    },
    'root-of-others': { 'secret.csv': '' },
    outside: { 'secret.csv': '' },
  });
});

const files = () => FileRoots.of([path('root')]);

describe('FileRoots.resolve', () => {
  test.each([
    ['the root itself', '.', '.'],
    ['a file', 'a.csv', 'a.csv'],
    ['a file that does not exist yet', 'new/deep/x.csv', 'new/deep/x.csv'],
    ['dots that stay inside', 'sub/../a.csv', 'a.csv'],
    ['a name that starts with dots', '..a.csv', '..a.csv'],
    ['glob characters as they are', 'x[1].csv', 'x[1].csv'],
    ['a star as it is', '*.csv', '*.csv'],
  ])('allows %s', async (_, name, real) => {
    await expect(files().resolve(path('root', name))).resolves.toBe(
      path('root', real),
    );
    await expect(files().resolve(name, path('root'))).resolves.toBe(
      path('root', real),
    );
  });

  test.each([
    ['dots that lead out', () => path('root/../outside/secret.csv')],
    [
      'a directory whose name starts like the root',
      () => path('root-of-others/secret.csv'),
    ],
    ['the parent', () => path('root/..')],
    ['another place', () => '/etc/passwd'],
  ])('refuses %s', async (_, name) => {
    await expect(files().resolve(name())).rejects.toMatchObject({
      name: 'NotAllowedError',
      message: expect.stringContaining('outside of the directories'),
    });
  });

  test.each([
    ['a link to a file outside', 'outside/secret.csv', ''],
    ['a link to a directory outside', 'outside', '/secret.csv'],
    ['a link to what does not exist outside', 'outside/new.csv', ''],
    ['a directory that a link promises outside', 'outside/new', '/deep/x.csv'],
    ['a relative link', '../outside', '/secret.csv'],
  ])('refuses %s', async (_, target, rest) => {
    const to = target.startsWith('..') ? target : path(target);
    symlinkSync(to, path('root/link'));
    await expect(files().resolve(path(`root/link${rest}`))).rejects.toThrow(
      'outside of the directories',
    );
  });

  it('refuses a chain of links that ends outside', async () => {
    symlinkSync('second', path('root/first'));
    symlinkSync('../outside/none', path('root/second'));
    await expect(files().resolve(path('root/first'))).rejects.toThrow(
      'outside of the directories',
    );
  });

  it('follows a link that stays inside, and a root that is a link', async () => {
    symlinkSync('sub', path('root/link'));
    symlinkSync(path('root'), path('alias'));
    const roots = FileRoots.of([path('alias')]);
    await expect(roots.resolve(path('alias/link/c.csv'))).resolves.toBe(
      path('root/sub/c.csv'),
    );
  });

  it('keeps a path inside of its base', async () => {
    const base = path('root/sub');
    await expect(files().resolve('c.csv', base)).resolves.toBe(
      path('root/sub/c.csv'),
    );
    for (const name of ['../a.csv', path('root/a.csv')]) {
      await expect(files().resolve(name, base)).rejects.toThrow(
        'leads out of the directory of its data source',
      );
    }
  });

  test.each([
    ['a NUL', 'a\0.csv', 'NUL'],
    ['an empty path', '', 'empty'],
    ['a file used as a directory', 'a.csv/b', 'goes through a file'],
    ['a name that is too long', 'x'.repeat(300), 'too long'],
  ])('says what is wrong with %s', async (_, name, message) => {
    await expect(files().resolve(name, path('root'))).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining(message),
    });
  });

  it('says that links go in a loop', async () => {
    symlinkSync('second', path('root/first'));
    symlinkSync('first', path('root/second'));
    await expect(files().resolve(path('root/first/x'))).rejects.toThrow('loop');
  });

  it('wants an absolute path without a base', async () => {
    await expect(files().resolve('a.csv')).rejects.toThrow('must be absolute');
  });

  it('allows nothing without roots', async () => {
    const none = FileRoots.fromConfig(mockServices.rootConfig());
    await expect(none.resolve(path('root/a.csv'))).rejects.toThrow(
      'scaleph.files.roots in the configuration names no directory',
    );
  });

  it('finds that a path was exchanged for a link', async () => {
    const real = await files().resolve(path('root/sub/c.csv'));
    await files().assertUnchanged(real);
    rmSync(path('root/sub'), { recursive: true });
    mkdirSync(path('outside/sub'));
    writeFileSync(path('outside/sub/c.csv'), '');
    symlinkSync(path('outside/sub'), path('root/sub'));
    await expect(files().assertUnchanged(real)).rejects.toThrow('exchanged');
  });
});

describe('FileRoots.glob', () => {
  test.each([
    ['*.csv', ['a.csv', 'b.csv', 'x[1].csv']],
    ['?.csv', ['a.csv', 'b.csv']],
    ['*[1].csv', ['x[1].csv']],
    ['.*.csv', ['.hidden.csv']],
    ['*/*.csv', ['sub/c.csv']],
    ['*/c.csv', ['sub/c.csv']],
    ['s*b/c.csv', ['sub/c.csv']],
    ['a.csv', ['a.csv']],
    ['none*.csv', []],
    ['a.csv/*', []],
  ])('%s finds %j', async (pattern, names) => {
    await expect(files().glob(pattern, path('root'))).resolves.toEqual(
      names.map(name => path('root', name)),
    );
  });

  test.each(['../*', '/etc/*', '../outside/*.csv', '*/../../outside/*'])(
    'refuses %s',
    async pattern => {
      await expect(files().glob(pattern, path('root'))).rejects.toMatchObject({
        name: 'NotAllowedError',
      });
    },
  );

  it('refuses a match that is a link out of the roots', async () => {
    symlinkSync(path('outside/secret.csv'), path('root/z.csv'));
    await expect(files().glob('*.csv', path('root'))).rejects.toThrow(
      'outside of the directories',
    );
  });

  it('does not list a directory behind a link out of the roots', async () => {
    symlinkSync(path('outside'), path('root/z'));
    await expect(files().glob('z/*', path('root'))).rejects.toThrow(
      'outside of the directories',
    );
  });

  it('refuses **', async () => {
    await expect(files().glob('**/*.csv', path('root'))).rejects.toThrow(
      '"**" is not supported',
    );
  });

  it('is quick with many stars', async () => {
    writeFileSync(path('root', `${'a'.repeat(200)}.csv`), '');
    const pattern = `${'*a'.repeat(60)}*b`;
    await expect(files().glob(pattern, path('root'))).resolves.toEqual([]);
  });
});

test.each([
  ['/a/b', '/a', true],
  ['/a', '/a', true],
  ['/a/..b', '/a', true],
  ['/ab', '/a', false],
  ['/', '/a', false],
  ['/b', '/a', false],
])('isInside(%s, %s) is %s', (inner, root, expected) => {
  expect(isInside(inner, root)).toBe(expected);
});
