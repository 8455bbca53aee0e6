import { JsonObject } from '@backstage/types';
import { posix } from 'node:path';
import type { NodeTranslation } from './translateNode';

/**
 * LocalFile, on the machines of the TaskManagers. Paths stay below the
 * directory of the data source.
 * @internal
 */
export function translateFile(translation: NodeTranslation): JsonObject {
  const { node, release, refuse } = translation;
  const { path: _, ...options } = (node.options ?? {}) as JsonObject;
  const path = resolvePath(translation);
  if (node.kind === 'source') {
    return { ...sourceOptions(translation, options), path };
  }
  const {
    data_save_mode: saveMode,
    single_file_mode: _single,
    ...rest
  } = options;
  if (saveMode !== undefined && !release.fileSinkHasSaveMode) {
    if (saveMode !== 'APPEND_DATA') {
      refuse(
        `SeaTunnel ${release.version} adds files to the directory and cannot do ${saveMode}`,
        'Choose APPEND_DATA.',
        'data_save_mode',
      );
    }
    return { ...rest, path };
  }
  return {
    ...rest,
    path,
    ...(saveMode !== undefined && { data_save_mode: saveMode }),
  };
}

function resolvePath({ node, connection, refuse }: NodeTranslation): string {
  const given = String(node.options?.path ?? '');
  const directory = connection?.config.directory;
  if (typeof directory !== 'string') {
    refuse(
      'LocalFile needs a data source on Flink, which says where its path begins',
      'Name one in "dataSource".',
    );
    return given;
  }
  const resolved = posix.resolve(directory, given);
  const root = directory.replace(/\/*$/, '/');
  if (!`${resolved}/`.startsWith(root)) {
    refuse(
      `path "${given}" leads out of the directory of data source "${connection?.dataSource}"`,
      'Give a path below it.',
      'path',
    );
  }
  if (node.kind === 'source' && /[*?[\]{}]/.test(given)) {
    refuse(
      `path "${given}" is a pattern, which SeaTunnel does not read`,
      'Name a file or a directory.',
      'path',
    );
  }
  return resolved;
}

function sourceOptions(
  { refuse }: NodeTranslation,
  { csv_use_header_line: header, ...options }: JsonObject,
): JsonObject {
  const format = options.file_format_type;
  const isText = format === 'csv' || format === 'text' || format === 'json';
  if (isText && options.schema === undefined) {
    refuse(
      `a ${format} file needs its columns on SeaTunnel, which does not find them out`,
      'Give "schema".',
      'schema',
    );
  }
  const hasHeader = format === 'csv' && header !== false;
  if (!hasHeader) return options;
  const skipped = Number(options.skip_header_row_number ?? 0);
  return { ...options, skip_header_row_number: skipped + 1 };
}
