import { JsonObject } from '@backstage/types';
import { access, constants, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ConnectionError } from '../connect/ConnectionError';
import { openSqlite } from '../connect/openSqlite';
import { ConnectionTestRequest, DataSourceType } from '../DataSourceType';
import { sqliteReader } from '../../sql/readers/sqliteReader';
import { sqliteBrowser } from '../browse/sqliteBrowser';
import { checkPath } from './checkPath';

/** A SQLite file inside the allowed directories. @public */
export const sqliteType: DataSourceType = {
  type: 'sqlite',
  title: { en: 'SQLite', zh: 'SQLite' },
  description: {
    en: 'A SQLite file in an allowed directory of the server',
    zh: '服务器允许目录中的一个 SQLite 文件',
  },
  icon: 'database',
  category: 'database',
  documentation: 'https://www.sqlite.org/docs.html',
  schema: {
    type: 'object',
    additionalProperties: false,
    required: ['path'],
    properties: {
      path: {
        type: 'string',
        title: 'File',
        description:
          'Absolute path on the server, inside a directory that scaleph.files.roots allows. A file that does not exist is made by the first pipeline that writes to it',
        'x-zh': {
          title: '文件',
          description:
            '服务器上的绝对路径，必须位于 scaleph.files.roots 允许的目录中。文件不存在时，由第一个写入它的管道创建',
        },
        minLength: 1,
        maxLength: 4096,
        examples: ['/srv/data/warehouse.db'],
      },
    },
  },
  secrets: [],
  location: config => String(config.path),
  check: (config, { files }) => checkPath(String(config.path), '/path', files),
  maySecretsStay: () => true,
  testConnection,
  fields: config => ({ url: `jdbc:sqlite:${config.path}` }),
  browser: sqliteBrowser,
  sql: sqliteReader,
  bindings: {
    Jdbc: {
      toOptions: (config: JsonObject) => ({
        url: `jdbc:sqlite:${config.path}`,
        driver: 'org.sqlite.JDBC',
      }),
      secretOptions: {},
    },
  },
};

async function testConnection({
  config,
  files,
}: ConnectionTestRequest): Promise<string> {
  const path = await files.resolve(String(config.path));
  if (!(await stat(path).catch(() => undefined))) return testMissing(path);
  const database = await openSqlite({ config, files, readonly: true });
  try {
    const { version } = database
      .prepare('SELECT sqlite_version() AS version')
      .get() as { version: string };
    const { tables } = database
      .prepare(
        "SELECT count(*) AS tables FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
      )
      .get() as { tables: number };
    const noun = tables === 1 ? 'table' : 'tables';
    return `SQLite ${version} opened the file: ${tables} ${noun}`;
  } finally {
    database.close();
  }
}

async function testMissing(path: string): Promise<string> {
  const directory = dirname(path);
  try {
    await access(directory, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new ConnectionError(
      'file',
      `SQLite file "${path}" does not exist, and it cannot be made in "${directory}" (${
        (error as NodeJS.ErrnoException).code
      })`,
    );
  }
  return `"${path}" does not exist yet; the first pipeline that writes to it makes it`;
}
