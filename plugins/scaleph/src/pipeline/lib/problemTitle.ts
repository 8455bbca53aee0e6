import type { DocumentProblem } from '@scaleph/backstage-plugin-scaleph-common';
import type { ScalephT } from '../../translation';
import { pipeline } from '../../translation/en/pipeline';

type KnownCode = keyof typeof pipeline.problems.code;

const isKnown = (code: string): code is KnownCode =>
  code in pipeline.problems.code;

/** The kind of a problem in the user's language, e.g. "An option is missing"; of a kind from elsewhere the message says all. @internal */
export function problemTitle(problem: DocumentProblem, t: ScalephT): string {
  return isKnown(problem.code)
    ? t(`pipeline.problems.code.${problem.code}`)
    : t('pipeline.problems.other');
}
