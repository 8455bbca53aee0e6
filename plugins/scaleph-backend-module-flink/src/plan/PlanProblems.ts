import { InputError } from '@backstage/errors';
import { DocumentProblem } from '@scaleph/backstage-plugin-scaleph-common';

/** Throws InputError with `problems` when one of them is an error. @internal */
export function refuseErrors(
  pipeline: string,
  problems: DocumentProblem[],
): void {
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return;
  const text = errors
    .slice(0, 5)
    .map(({ message }) => message.replace(`Pipeline "${pipeline}": `, ''))
    .join('; ');
  const error = new InputError(`Pipeline "${pipeline}" cannot run: ${text}`);
  throw Object.assign(error, { problems });
}
