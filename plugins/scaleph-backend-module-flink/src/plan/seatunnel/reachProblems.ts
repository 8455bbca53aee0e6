import {
  DocumentProblem,
  isAllowedPath,
  parseDataSourceRef,
  PipelineDocument,
  PipelineNode,
} from '@scaleph/backstage-plugin-scaleph-common';
import { Connection } from '@scaleph/backstage-plugin-scaleph-node';
import { FlinkTargetConfig } from '../../targetType/FlinkTargetConfig';
import { sqlPolicyOf } from '../scriptProblems';
import { driverSettings } from './driverSettings';

/** Connectors that run code or programs which a pipeline names. */
const CODE: Record<string, string> = {
  DynamicCompile: 'runs code of its own on the cluster',
  ClickhouseFile: 'runs a program of the machines of the cluster',
};

/** Options that are paths of the cluster's own file system unless they say another. */
const PATHS: Record<string, string[]> = {
  HdfsFile: ['fs.defaultFS'],
  Hudi: ['table_dfs_path', 'conf_files_path'],
};

/**
 * What the nodes of a graph reach on the machines of the cluster beside their data sources: the same rules hold that hold for SQL
 * there.
 * @internal
 */
export function reachProblems(
  document: PipelineDocument,
  config: FlinkTargetConfig,
  connections: Record<string, Connection> = {},
): DocumentProblem[] {
  const { allowJars, allowedPaths } = sqlPolicyOf(config);
  return document.spec.nodes.flatMap((node, index) => {
    const problem = (says: string, fix: string, option?: string) => ({
      severity: 'error' as const,
      code: 'engine-cannot-run',
      pointer: `/spec/nodes/${index}${option ? `/options/${option}` : ''}`,
      node: node.id,
      message: `Pipeline "${document.metadata.name}": node "${node.id}": ${says}`,
      fix,
    });
    const code = CODE[node.connector];
    return [
      ...(code && !allowJars
        ? [
            problem(
              `${node.connector} ${code}, which the target does not allow`,
              'Choose another connector, or have "sql.allowJars" set for the target.',
            ),
          ]
        : []),
      ...localPlaces(node)
        .filter(([, place]) => !isAllowedPath(place, allowedPaths))
        .map(([option, place]) =>
          problem(
            `option "${option}" is "${place}", a place on the machines of the cluster that is not among the "sql.allowedPaths" of the target`,
            'Name a place elsewhere, e.g. hdfs://…, or have it allowed.',
            option,
          ),
        ),
      ...driverSettings(node.connector, node.options ?? {})
        .filter(({ file }) =>
          file === undefined ? !allowJars : !isAllowedPath(file, allowedPaths),
        )
        .map(({ option, setting, file }) =>
          file === undefined
            ? problem(
                `setting "${setting}" may load code, read files of the cluster or lead to another server, which the target does not allow with this name or value`,
                'Remove it, or have "sql.allowJars" set for the target.',
                option,
              )
            : problem(
                `setting "${setting}" is "${file}", a file of the machines of the cluster that is not among the "sql.allowedPaths" of the target`,
                'Remove it, or have its place allowed.',
                option,
              ),
        ),
      ...warehouse(node, connections)
        .filter(place => !isAllowedPath(place, allowedPaths))
        .map(place =>
          problem(
            `its data source keeps tables in "${place}", a place on the machines of the cluster that is not among the "sql.allowedPaths" of the target`,
            'Use a warehouse elsewhere, e.g. s3a://…, or have it allowed.',
          ),
        ),
    ];
  });
}

/** Where the tables of a catalog are, when that is on the machines themselves. */
function warehouse(
  { dataSource }: PipelineNode,
  connections: Record<string, Connection>,
): string[] {
  if (dataSource === undefined) return [];
  const name = parseDataSourceRef(dataSource);
  const connection = Object.hasOwn(connections, name) && connections[name];
  const place = connection && connection.config.warehouse;
  const isRemote =
    typeof place !== 'string' || /^(?!file:)[a-z][a-z0-9+.-]*:/i.test(place);
  return isRemote ? [] : [place];
}

/** Options that name a place on the machines themselves. */
function localPlaces({ connector, options = {} }: PipelineNode) {
  const own = PATHS[connector] ?? [];
  return Object.entries(options).flatMap(([name, value]): [string, string][] =>
    textsIn(value)
      .filter(
        text =>
          /^\s*file:/i.test(text) ||
          (own.includes(name) && !/^\s*[a-z][a-z0-9+.-]*:\/\//i.test(text)),
      )
      .map(text => [name, text]),
  );
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}
