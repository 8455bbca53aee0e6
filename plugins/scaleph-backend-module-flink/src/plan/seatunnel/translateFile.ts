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
  const path = resolvePath(translation, node.options?.path);
  if (node.kind === 'source') {
    return {
      ...sourceOptions(translation, options),
      ...tablesBelow(translation),
      path,
    };
  }
  refuseWaysOut(translation);
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

/** Several tables have a path each. */
function tablesBelow(translation: NodeTranslation): JsonObject {
  const tables = translation.node.options?.tables_configs;
  if (!Array.isArray(tables)) return {};
  return {
    tables_configs: (tables as JsonObject[]).map(table => ({
      ...table,
      path: resolvePath(translation, table.path, 'tables_configs'),
    })),
  };
}

/** Names of files and of directories of partitions are put behind the path as they are. */
function refuseWaysOut({ node, refuse }: NodeTranslation): void {
  for (const option of ['file_name_expression', 'filename_time_format']) {
    const given = String(node.options?.[option] ?? '');
    if (/[/\\]/.test(given)) {
      refuse(
        `${option} "${given}" names a directory`,
        'Give the name of a file alone; "path" says where it is.',
        option,
      );
    }
  }
  const partition = String(node.options?.partition_dir_expression ?? '');
  // A value may be "..", so that it takes a letter beside it to be a name.
  const isName = (part: string) =>
    part === '...' || /[\w=-]/.test(part.replace(/\$\{\w*\}/g, ''));
  if (!partition.replace(/\/$/, '').split('/').every(isName) && partition) {
    refuse(
      `partition_dir_expression "${partition}" could lead out of the directory`,
      'Write a letter beside each value, e.g. ${k0}=${v0}.',
      'partition_dir_expression',
    );
  }
}

function resolvePath(
  { node, connection, refuse }: NodeTranslation,
  path: unknown,
  option = 'path',
): string {
  const given = String(path ?? '');
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
      option,
    );
  }
  if (node.kind === 'source' && /[*?[\]{}]/.test(given)) {
    refuse(
      `path "${given}" is a pattern, which SeaTunnel does not read`,
      'Name a file or a directory.',
      option,
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
