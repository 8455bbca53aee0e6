import type { DocumentProblem } from '@scaleph/backstage-plugin-scaleph-common';
import type { ScalephT } from '../../translation';
import { shortMessage } from './optionErrors';
import { problemTitle } from './problemTitle';

/**
 * What stands under a field: messages of the check are in English, so that in
 * another language it is the kind of the problem.
 *
 * @internal
 */
export function sayProblem(
  problem: DocumentProblem,
  language: string,
  t: ScalephT,
): string {
  return language.startsWith('zh')
    ? problemTitle(problem, t)
    : shortMessage(problem);
}
