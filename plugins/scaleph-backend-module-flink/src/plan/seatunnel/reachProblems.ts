import {
  DocumentProblem,
  isAllowedPath,
  PipelineDocument,
  PipelineNode,
} from '@scaleph/backstage-plugin-scaleph-common';
import { FlinkTargetConfig } from '../../targetType/FlinkTargetConfig';
import { sqlPolicyOf } from '../scriptProblems';

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
    ];
  });
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
