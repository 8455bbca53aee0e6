import { checkFlinkSetting } from '../../flinkOptions/checkFlinkSettings';
import { findPlaceholders } from '../../placeholders/findPlaceholders';
import { DocumentProblem, PipelineDocument } from '../../types';
import { readFlinkScript, settingsOf } from '../definition/readFlinkScript';
import { positionAt } from '../positionAt';
import { scriptSecrets } from './scriptSecrets';

/** The script of a pipeline of type flink-sql. @internal */
export function checkScript(document: PipelineDocument): DocumentProblem[] {
  const script = document.spec.sql?.script ?? '';
  const pipeline = `Pipeline "${document.metadata.name}"`;
  const read = readFlinkScript(script);
  const at = (offset: number) => ({
    pointer: '/spec/sql/script',
    ...positionAt(script, offset),
  });
  const settings = settingsOf(read).flatMap(({ key, value, statement }) => {
    // What a placeholder will be is not known yet.
    const isOpen = findPlaceholders(`${key}${value}`).length > 0;
    return checkFlinkSetting(key, value)
      .filter(({ code }) => !isOpen || code !== 'invalid-setting')
      .map(({ says, ...problem }) => ({
        ...problem,
        ...at(statement.start),
        message: `${pipeline}: the script: ${says}`,
      }));
  });
  return [
    ...[...read.problems, ...scriptSecrets(script)].map(
      ({ offset, message, ...problem }) => ({
        ...problem,
        ...at(offset),
        message: `${pipeline}: the script: ${message}`,
      }),
    ),
    ...settings,
  ];
}
