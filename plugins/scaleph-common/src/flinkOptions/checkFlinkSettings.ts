import { toPointer } from '../document/pointer';
import { show, suggestion } from '../document/words';
import { DocumentProblem } from '../types';
import { checkFlinkValue } from './checkFlinkValue';
import { findFlinkOption, flinkOptions } from './flinkOptions';
import { forbiddenFlinkKey } from './forbiddenFlinkKey';

// Keys that plugins bring, or that hold names of the user's.
const OPEN =
  /^(metrics\.reporter\.|python\.|s3\.|s3a\.|fs\.|gs\.|pipeline\.global-job-parameters|restart-strategy$|state\.backend$)/;

/** @internal */
export interface FlinkSettingProblem {
  severity: DocumentProblem['severity'];
  code: string;
  says: string;
  fix?: string;
}

/** What is wrong with one key and value. @internal */
export function checkFlinkSetting(
  key: string,
  value: string,
): FlinkSettingProblem[] {
  const forbidden = forbiddenFlinkKey(key);
  if (forbidden) {
    return [
      {
        severity: 'error',
        code: 'forbidden-setting',
        says: `Flink setting "${key}" may not be set here: ${forbidden}`,
        fix: 'Remove it.',
      },
    ];
  }
  const option = findFlinkOption(key);
  if (!option) {
    if (OPEN.test(key)) return [];
    const near = suggestion(
      key,
      flinkOptions.map(it => it.key),
    );
    return [
      {
        severity: 'warning',
        code: 'unknown-setting',
        says: `Flink setting "${key}" is not known`,
        ...(near?.startsWith('Did you') && { fix: near }),
      },
    ];
  }
  const expected = checkFlinkValue(option, value);
  if (expected) {
    return [
      {
        severity: 'error',
        code: 'invalid-setting',
        says: `Flink setting "${key}" is ${show(
          value,
        )} and must be ${expected}`,
      },
    ];
  }
  if (option.scope !== 'cluster') return [];
  return [
    {
      severity: 'warning',
      code: 'cluster-setting',
      says: `Flink setting "${key}" has no effect for a job: it is the cluster's`,
      fix: 'Remove it, or set it in the configuration of the cluster.',
    },
  ];
}

/**
 * What is wrong with settings of a job, or of a session: keys that may not be set, keys that Flink does not know (a warning: it may
 * be of another release), values of the wrong type, and keys that only the cluster reads (a warning).
 *
 * @param pointer - where the map is in what is checked, e.g. `/spec/env/flink`
 * @public
 */
export function checkFlinkSettings(
  settings: Readonly<Record<string, string>>,
  pointer: string,
): DocumentProblem[] {
  return Object.entries(settings).flatMap(([key, value]) =>
    checkFlinkSetting(key, value).map(({ says, ...problem }) => ({
      ...problem,
      pointer: pointer + toPointer([key]),
      message: says,
    })),
  );
}
