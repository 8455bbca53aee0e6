import { DocumentProblem } from '@scaleph/backstage-plugin-scaleph-common';
import {
  builtInDataSourceTypes,
  ConnectionWithSecrets,
  DataSourceType,
} from '@scaleph/backstage-plugin-scaleph-node';
import Ajv from 'ajv';
import { access, readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { parse } from 'yaml';

/** Data sources of a file, by name. @internal */
export interface DataSources {
  /** Undefined when there is no file: then nobody looks whether a name exists. */
  connections?: Record<string, ConnectionWithSecrets>;
  problems: DocumentProblem[];
}

/** The name of the file that is taken when it is beside the pipeline. */
const DEFAULT_NAME = 'data-sources.yaml';

/** Configurations that hold a path, which in the file may be relative to it. */
const PATHS = ['path', 'directory'];

/**
 * Reads data sources: a list of `{name, type, config, secrets: {password: {environment: NAME}}}`. Secrets are read from the
 * environment, never from the file.
 * @param given - the file named on the command line, which must be there
 * @internal
 */
export async function readDataSources(
  pipelineFile: string,
  given: string | undefined,
): Promise<DataSources> {
  const beside = join(dirname(pipelineFile), DEFAULT_NAME);
  const path = given ? resolve(given) : beside;
  if (!given && !(await isThere(beside))) return { problems: [] };
  const problems: DocumentProblem[] = [];
  const problem = (pointer: string, message: string) =>
    problems.push({
      severity: 'error',
      code: 'invalid-data-source',
      pointer,
      message: `${path}: ${message}`,
    });
  const connections: Record<string, ConnectionWithSecrets> = {};
  for (const [index, entry] of (await readList(path, problem)).entries()) {
    const pointer = `/${index}`;
    const source = toConnection(entry, dirname(path), message =>
      problem(pointer, message),
    );
    if (!source) continue;
    if (connections[source.dataSource]) {
      problem(pointer, `data source "${source.dataSource}" is there twice`);
    }
    connections[source.dataSource] = source;
  }
  return { connections, problems };
}

async function readList(
  path: string,
  problem: (pointer: string, message: string) => void,
): Promise<unknown[]> {
  try {
    const list = parse(await readFile(path, 'utf8'));
    if (Array.isArray(list)) return list;
    problem('', 'a list of data sources is expected');
  } catch (error) {
    problem('', (error as Error).message);
  }
  return [];
}

function toConnection(
  entry: unknown,
  directory: string,
  problem: (message: string) => void,
): ConnectionWithSecrets | undefined {
  const { name, type, config, secrets } = (entry ?? {}) as Record<
    string,
    unknown
  >;
  const known = builtInDataSourceTypes.find(t => t.type === type);
  if (typeof name !== 'string' || !known) {
    const types = builtInDataSourceTypes.map(t => t.type).join(', ');
    problem(
      `data source ${JSON.stringify(name)} of type ${JSON.stringify(
        type,
      )}: give a name and one of the types ${types}`,
    );
    return undefined;
  }
  const absolute = withAbsolutePaths(config ?? {}, directory);
  const ajv = new Ajv({ strict: false, allErrors: true, useDefaults: true });
  const validate = ajv.compile(known.schema);
  if (!validate(absolute)) {
    problem(
      `data source "${name}": ${ajv.errorsText(validate.errors, {
        dataVar: 'config',
      })}`,
    );
    return undefined;
  }
  return {
    dataSource: name,
    type: known.type,
    config: absolute as ConnectionWithSecrets['config'],
    secrets: readSecrets(known, secrets, text =>
      problem(`data source "${name}": ${text}`),
    ),
  };
}

function withAbsolutePaths(config: unknown, directory: string): object {
  return Object.fromEntries(
    Object.entries(config as object).map(([key, value]) => [
      key,
      PATHS.includes(key) && typeof value === 'string'
        ? resolve(directory, value)
        : value,
    ]),
  );
}

function readSecrets(
  type: DataSourceType,
  given: unknown,
  problem: (message: string) => void,
): Record<string, string> {
  const references = Object.entries((given ?? {}) as Record<string, unknown>);
  const secrets: Record<string, string> = {};
  for (const [name, reference] of references) {
    const variable = (reference as { environment?: unknown } | null)
      ?.environment;
    if (!type.secrets.some(secret => secret.name === name)) {
      problem(`type ${type.type} has no secret "${name}"`);
    } else if (typeof variable !== 'string') {
      problem(
        `secret "${name}" must be {environment: NAME}, the name of an environment variable`,
      );
    } else if (process.env[variable] === undefined) {
      problem(`secret "${name}": environment variable ${variable} is not set`);
    } else {
      secrets[name] = process.env[variable]!;
    }
  }
  return secrets;
}

function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
