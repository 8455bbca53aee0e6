import type { DocumentProblem } from '@scaleph/backstage-plugin-scaleph-common';
import type { ScalephT } from '../../translation';
import { isMissingChoice, shortMessage } from './optionErrors';
import { problemTitle } from './problemTitle';

/** Why an option is needed that is not always: the end of the check's sentence. */
const CONDITION = /is required by \S+ \S+ (together with .+|when .+)$/;
/** It is always needed, and nothing more is to be said. */
const ALWAYS = /is required by \S+ \S+$/;

/**
 * What stands under a field, whose name stands above it. Messages of the check
 * are in English, so that in another language it is the kind of the problem.
 *
 * @internal
 */
export function sayProblem(
  problem: DocumentProblem,
  language: string,
  t: ScalephT,
): string {
  const { code, message } = problem;
  const isChinese = language.startsWith('zh');
  if (code === 'missing-data-source') {
    return t('nodeForm.missing.dataSource');
  }
  if (isMissingChoice(problem)) {
    return t('nodeForm.missing.choice');
  }
  if (code === 'missing-option') {
    const condition = isChinese ? undefined : CONDITION.exec(message)?.[1];
    if (condition) {
      return t('nodeForm.missing.now', { condition });
    }
    if (isChinese || ALWAYS.test(message)) {
      return t('common.field.required');
    }
  }
  return isChinese ? problemTitle(problem, t) : shortMessage(problem);
}
