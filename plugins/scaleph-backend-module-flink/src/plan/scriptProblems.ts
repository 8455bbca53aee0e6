import {
  checkFlinkScript,
  DocumentProblem,
  FlinkScript,
  FlinkSqlPolicy,
  PipelineDocument,
  ScriptProblem,
} from '@scaleph/backstage-plugin-scaleph-common';
import { FlinkTargetConfig } from '../targetType/FlinkTargetConfig';

/** What SQL may reach on a target. @internal */
export function sqlPolicyOf({ sql }: FlinkTargetConfig): FlinkSqlPolicy {
  return {
    allowedPaths: sql?.allowedPaths ?? [],
    allowJars: sql?.allowJars ?? false,
  };
}

/** Problems of a script as it is written, and those of what it reaches when its placeholders are filled in, as far as can be shown. @internal */
export function scriptProblems(
  document: PipelineDocument,
  options: {
    script: string;
    /** With its placeholders filled in, secrets masked. */
    shown: string;
    read: FlinkScript;
    config: FlinkTargetConfig;
  },
): DocumentProblem[] {
  const { script, shown, read, config } = options;
  const toProblem =
    (text: string) =>
    ({ offset, message, ...problem }: ScriptProblem): DocumentProblem => {
      const before = text.slice(0, offset).split('\n');
      return {
        ...problem,
        pointer: '/spec/sql/script',
        message: `Pipeline "${document.metadata.name}": the script: ${message}`,
        line: before.length,
        column: before.at(-1)!.length + 1,
      };
    };
  const denied = checkFlinkScript(shown, sqlPolicyOf(config)).map(
    ({ message, start }): ScriptProblem => ({
      severity: 'error',
      code: 'not-allowed',
      offset: start,
      message,
    }),
  );
  return [
    ...read.problems.map(toProblem(script)),
    ...denied.map(toProblem(shown)),
  ];
}
