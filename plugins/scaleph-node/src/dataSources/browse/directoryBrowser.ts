import { DataSourceObject } from '@scaleph/backstage-plugin-scaleph-common';
import { Dirent } from 'node:fs';
import { opendir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { BrowseRequest, DataSourceBrowser } from '../DataSourceBrowser';
import { DataSourceConnection } from '../DataSourceConnection';
import { ConnectionError } from '../connect/ConnectionError';
import { fileFormat, noFormat, refusedName } from './files/fileFormat';
import { withDelimiter } from './files/withDelimiter';
import { limitObjects } from './limitObjects';
import { unknownObject } from './unknownObject';

/** Most names of a directory that are looked at; one may have millions. */
const NAMES_READ = 20_000;
const AT_A_TIME = 32;

/** Directories and files below an allowed directory; links that lead out are left out. @internal */
export const directoryBrowser: DataSourceBrowser = {
  levels: ['directory', 'file'],
  async objects(connection, request) {
    const { path, limit, signal } = request;
    const directory = await toDirectory(connection, path);
    const { names, truncated } = await readNames(directory, request);
    const found = limitObjects(
      { items: names.map(toObject), truncated },
      request,
    );
    const items: DataSourceObject[] = [];
    for (let at = 0; at < found.items.length; at += AT_A_TIME) {
      signal.throwIfAborted();
      const part = found.items.slice(at, at + AT_A_TIME);
      const facts = part.map(item => describe(connection, path, item));
      items.push(...(await Promise.all(facts)).flat());
    }
    return { items: items.slice(0, limit), truncated: found.truncated };
  },
  async file(connection, { path }) {
    const name = path[path.length - 1];
    const file = await toDirectory(connection, path);
    const stats = await stat(file).catch(() => undefined);
    if (name === undefined || !stats?.isFile()) throw unknownObject(path);
    const refused = refusedName(path.join('/'));
    const format = fileFormat(name);
    if (refused || !format) return refused ?? noFormat(name);
    return {
      directory: await connection.files.resolve(
        String(connection.config.directory),
      ),
      path: join('.', ...path),
      options: await withDelimiter(format.options, file),
    };
  },
};

async function toDirectory(
  { config, files }: DataSourceConnection,
  path: readonly string[],
): Promise<string> {
  if (path.some(isNoName)) throw unknownObject(path);
  const base = await files.resolve(String(config.directory));
  return files.resolve(join('.', ...path), base);
}

/** What steps elsewhere is no name of something in a directory. */
function isNoName(name: string): boolean {
  return name === '' || name === '.' || name === '..' || /[/\\]/.test(name);
}

async function readNames(
  directory: string,
  { path, signal }: BrowseRequest,
): Promise<{ names: Dirent[]; truncated: boolean }> {
  const names: Dirent[] = [];
  try {
    for await (const entry of await opendir(directory)) {
      signal.throwIfAborted();
      if (names.length === NAMES_READ) return { names, truncated: true };
      names.push(entry);
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') throw unknownObject(path);
    if (!code) throw error;
    throw new ConnectionError(
      'permission',
      `Directory "${directory}" cannot be read (${code}): the user that Scaleph runs as needs the right to it`,
    );
  }
  const inOrder = new Intl.Collator('en');
  names.sort(
    (a, b) =>
      Number(b.isDirectory()) - Number(a.isDirectory()) ||
      inOrder.compare(a.name, b.name),
  );
  return { names, truncated: false };
}

function toObject(entry: Dirent): DataSourceObject {
  const isDirectory = entry.isDirectory();
  return {
    kind: isDirectory ? 'directory' : 'file',
    name: entry.name,
    hasChildren: isDirectory,
  };
}

/** With its size, as where a link leads; nothing for what is out of bounds, gone or no file. */
async function describe(
  { config, files }: DataSourceConnection,
  path: readonly string[],
  object: DataSourceObject,
): Promise<DataSourceObject[]> {
  try {
    const base = await files.resolve(String(config.directory));
    const real = await files.resolve(join('.', ...path, object.name), base);
    const stats = await stat(real);
    if (stats.isDirectory()) {
      return [{ ...object, kind: 'directory', hasChildren: true }];
    }
    return stats.isFile()
      ? [{ ...object, kind: 'file', bytes: stats.size, hasRows: true }]
      : [];
  } catch (error) {
    const { code, name } = error as NodeJS.ErrnoException;
    if (code || name === 'NotAllowedError' || name === 'InputError') return [];
    throw error;
  }
}
