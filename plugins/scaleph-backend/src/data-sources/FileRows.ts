import {
  PipelineDocument,
  SampleRows,
} from '@scaleph/backstage-plugin-scaleph-common';
import {
  BrowsedFile,
  DataSourceBrowser,
  DataSourceConnection,
} from '@scaleph/backstage-plugin-scaleph-node';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EngineRegistry } from '../targets/EngineRegistry';

const NO_SAMPLER =
  'No engine here can look into files: install the embedded engine';
const NODE = 'file';
const DIRECTORY = 'directory';

/** How a sampler marks a text that it has cut. */
const MARK = '…';

/**
 * The first rows of files, read as a preview of a pipeline reads them: by an engine, in a process of its own with limits, that reads nothing but the
 * directory of the file.
 *
 * @internal
 */
export class FileRows {
  constructor(
    private readonly options: { engines: Pick<EngineRegistry, 'list'> },
  ) {}

  /** What is wrong with the file is the reason of the answer. Throws what the browser throws, and what the sampler does when it is the installation's fault. */
  async read(
    browser: Pick<Required<DataSourceBrowser>, 'file'>,
    connection: DataSourceConnection,
    request: { path: string[]; limit: number; signal: AbortSignal },
  ): Promise<SampleRows> {
    const sampler = this.options.engines
      .list()
      .find(engine => engine.sampler)?.sampler;
    if (!sampler) return withoutRows(NO_SAMPLER);
    const { path, limit, signal } = request;
    const scratch = await realpath(
      await mkdtemp(join(tmpdir(), 'scaleph-look-')),
    );
    try {
      const file = await browser.file(connection, { path, signal, scratch });
      if ('reason' in file) return withoutRows(file.reason);
      const config = { directory: file.directory };
      const { sample, reason } = await sampler.rows({
        document: documentOf(file),
        parameters: {},
        connections: {
          [DIRECTORY]: {
            dataSource: DIRECTORY,
            type: 'local-directory',
            config,
            secrets: {},
          },
        },
        directories: file.directory === scratch ? [scratch] : [],
        signal,
        node: NODE,
        limit,
      });
      if (!sample) {
        return withoutRows(sayName(reason ?? 'It has no rows', file, path));
      }
      return withCut(sample, file.fetched);
    } finally {
      await rm(scratch, { recursive: true, force: true, maxRetries: 3 });
    }
  }
}

function documentOf({ path, options }: BrowsedFile): PipelineDocument {
  return {
    apiVersion: 'scaleph.io/v1alpha1',
    kind: 'Pipeline',
    metadata: { name: 'look', owner: 'user:default/guest' },
    spec: {
      type: 'seatunnel',
      mode: 'batch',
      nodes: [
        {
          id: NODE,
          kind: 'source',
          connector: 'LocalFile',
          dataSource: DIRECTORY,
          options: { ...options, path },
        },
      ],
      edges: [],
    },
  };
}

/** What was fetched has another name here. */
function sayName(reason: string, file: BrowsedFile, path: string[]): string {
  return reason
    .split(join(file.directory, file.path))
    .join(path[path.length - 1]);
}

function withCut(sample: SampleRows, fetched?: number): SampleRows {
  const columns = sample.columns
    .map(({ name }) => name)
    .filter((_, at) => sample.rows.some(row => isCut(row[at])));
  // Of the beginning of a file all rows are shown, and more are in the rest.
  const isPart = fetched !== undefined && !sample.truncated;
  return {
    ...sample,
    truncated: sample.truncated || fetched !== undefined,
    ...((columns.length > 0 || isPart) && {
      cut: { columns, ...(isPart && { bytes: fetched }) },
    }),
  };
}

/** A text that ends so by itself is shorter than any that is cut, but for those in hexadecimal. */
function isCut(value: unknown): boolean {
  return (
    typeof value === 'string' &&
    value.endsWith(MARK) &&
    (value.length > 1_000 || value.startsWith('0x'))
  );
}

function withoutRows(reason: string): SampleRows {
  return { columns: [], rows: [], truncated: false, reason };
}
