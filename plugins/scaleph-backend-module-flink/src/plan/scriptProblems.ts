import {
  checkFlinkScript,
  DocumentProblem,
  FlinkScript,
  FlinkSqlPolicy,
  PipelineDocument,
} from '@scaleph/backstage-plugin-scaleph-common';
import { FlinkTargetConfig } from '../targetType/FlinkTargetConfig';

/** What SQL may reach on a target. @internal */
export function sqlPolicyOf({ sql }: FlinkTargetConfig): FlinkSqlPolicy {
  return {
    allowedPaths: sql?.allowedPaths ?? [],
    allowJars: sql?.allowJars ?? false,
  };
}

/** Problems of a script, as it is written, with what a target allows. @internal */
export function scriptProblems(
  document: PipelineDocument,
  script: string,
  { problems }: FlinkScript,
  config: FlinkTargetConfig,
): DocumentProblem[] {
  const found = [
    ...problems,
    ...checkFlinkScript(script, sqlPolicyOf(config)).map(
      ({ message, start }) => ({
        severity: 'error' as const,
        code: 'not-allowed',
        offset: start,
        message,
      }),
    ),
  ];
  return found.map(({ offset, message, ...problem }) => {
    const before = script.slice(0, offset).split('\n');
    return {
      ...problem,
      pointer: '/spec/sql/script',
      message: `Pipeline "${document.metadata.name}": the script: ${message}`,
      line: before.length,
      column: before.at(-1)!.length + 1,
    };
  });
}
