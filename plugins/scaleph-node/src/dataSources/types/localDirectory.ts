import { access, constants, readdir } from 'node:fs/promises';
import { ConnectionError } from '../connect/ConnectionError';
import { ConnectionTestRequest, DataSourceType } from '../DataSourceType';
import { directoryBrowser } from '../browse/directoryBrowser';
import { checkPath } from './checkPath';

/** A directory of the machine that the back end runs on. @public */
export const localDirectoryType: DataSourceType = {
  type: 'local-directory',
  title: { en: 'Directory', zh: '目录' },
  description: {
    en: 'Files in an allowed directory of the server',
    zh: '服务器允许目录中的文件',
  },
  icon: 'folder',
  category: 'files',
  schema: {
    type: 'object',
    additionalProperties: false,
    required: ['directory'],
    properties: {
      directory: {
        type: 'string',
        title: 'Directory',
        description:
          'Absolute path on the server, inside a directory that scaleph.files.roots allows. Paths in pipelines are relative to it',
        'x-zh': {
          title: '目录',
          description:
            '服务器上的绝对路径，必须位于 scaleph.files.roots 允许的目录中。管道中的路径相对于此目录',
        },
        minLength: 1,
        maxLength: 4096,
        examples: ['/srv/data'],
      },
    },
  },
  secrets: [],
  location: config => String(config.directory),
  check: (config, { files }) =>
    checkPath(String(config.directory), '/directory', files),
  maySecretsStay: () => true,
  testConnection,
  browser: directoryBrowser,
  bindings: {
    LocalFile: {
      // What a node names is appended to this path.
      toOptions: config => ({ path: String(config.directory) }),
      secretOptions: {},
    },
  },
};

async function testConnection({
  config,
  files,
}: ConnectionTestRequest): Promise<string> {
  const directory = await files.resolve(String(config.directory));
  const names = await readdir(directory).catch(error => {
    throw new ConnectionError('file', describe(error, directory));
  });
  const isWritable = await access(directory, constants.W_OK).then(
    () => true,
    () => false,
  );
  const count = names.length === 1 ? '1 entry' : `${names.length} entries`;
  return `${count}, readable${isWritable ? ' and writable' : ', not writable'}`;
}

function describe(error: NodeJS.ErrnoException, directory: string): string {
  switch (error.code) {
    case 'ENOENT':
      return `Directory "${directory}" does not exist`;
    case 'ENOTDIR':
      return `"${directory}" is a file: name the directory that holds it`;
    default:
      return `Directory "${directory}" cannot be read (${error.code}): the user that Scaleph runs as needs the right to it`;
  }
}
